package org.classreg.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Meeting;
import org.classreg.catalog.Room;

/** What a calendar said last of a student's first, second ... meeting of a section, whichever registrations the student has for it. */
@Entity
@Table(name = "calendar_event")
@SequenceGenerator(name = "calendar_event", sequenceName = "calendar_event_seq", allocationSize = 50)
public class CalendarEvent {

    @Id
    @GeneratedValue(generator = "calendar_event")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "feed_id")
    private CalendarFeed feed;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "section_id")
    private ClassSection section;

    private int number;

    private String uid = UUID.randomUUID().toString();

    private int sequence;

    @Column(name = "modified_at")
    private Instant modifiedAt;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    private String summary;

    private String location;

    private boolean cancelled;

    protected CalendarEvent() {
    }

    CalendarEvent(CalendarFeed feed, ClassSection section, int number) {
        this.feed = feed;
        this.section = section;
        this.number = number;
    }

    boolean isOf(ClassSection other, int otherNumber) {
        return section.equals(other) && number == otherNumber;
    }

    /** The student goes to this meeting; what differs from what was said last counts as a change at this instant. */
    void hold(Meeting meeting, Instant at) {
        var before = state();
        startsAt = meeting.getTimeslot().getStartsAt();
        endsAt = meeting.getTimeslot().getEndsAt();
        summary = section.getCode() + " " + section.getTitle();
        location = meeting.getRooms().stream().map(Room::getName).sorted().collect(Collectors.joining(", "));
        cancelled = false;
        countChange(before, at);
    }

    /** The student does not go to it, or it is not held. */
    void cancel(Instant at) {
        var before = state();
        cancelled = true;
        countChange(before, at);
    }

    private void countChange(List<Object> before, Instant at) {
        if (modifiedAt == null) {
            modifiedAt = at;
        } else if (!state().equals(before)) {
            modifiedAt = at;
            sequence++;
        }
    }

    private List<Object> state() {
        return Arrays.asList(startsAt, endsAt, summary, location, cancelled);
    }

    String getUid() {
        return uid;
    }

    /** How often it has changed since it was said first. */
    int getSequence() {
        return sequence;
    }

    Instant getModifiedAt() {
        return modifiedAt;
    }

    Instant getStartsAt() {
        return startsAt;
    }

    Instant getEndsAt() {
        return endsAt;
    }

    String getSummary() {
        return summary;
    }

    String getLocation() {
        return location;
    }

    boolean isCancelled() {
        return cancelled;
    }
}
