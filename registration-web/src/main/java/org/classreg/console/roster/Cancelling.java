package org.classreg.console.roster;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.classreg.console.Counts;
import org.classreg.console.Messages;
import org.classreg.errors.Refused;
import org.classreg.registration.SectionChanges;

/** Cancels the section of the roster. */
@Named
@ViewScoped
public class Cancelling implements Serializable {

    @Inject
    SectionChanges changes;

    @Inject
    RosterPage page;

    private String reason;
    private boolean unschedule;

    /** Ends whatever is registered in the section, in one operation of the journal. */
    public void cancel() {
        try {
            var ended = changes.cancel(page.getId(), unschedule, reason == null || reason.isBlank() ? null : reason.strip());
            var sentence = "%s is cancelled: %s ended.".formatted(page.getSectionCode(), Counts.of(ended.size(), "registration"));
            if (ended.isEmpty()) {
                Messages.success(sentence);
            } else {
                Messages.success(sentence, ended.get(0).getEndedBy().getId());
            }
        } catch (Refused e) {
            Messages.error(e.getMessage());
        }
        page.reload();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public boolean isUnschedule() {
        return unschedule;
    }

    public void setUnschedule(boolean unschedule) {
        this.unschedule = unschedule;
    }
}
