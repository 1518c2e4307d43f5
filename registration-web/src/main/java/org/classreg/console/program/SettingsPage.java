package org.classreg.console.program;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ProgramSettings;
import org.classreg.catalog.WindowKind;
import org.classreg.console.Messages;
import org.classreg.console.Present;
import org.classreg.console.ProgramView;
import org.classreg.errors.ChangedMeanwhile;
import org.classreg.errors.InvalidInput;
import org.classreg.registration.Programs;
import org.primefaces.PrimeFaces;

/** What staff set for a program: when students may do what, how much each may have, and how many seats there are. */
@Named
@ViewScoped
public class SettingsPage implements Serializable {

    @Inject
    Present present;

    @Inject
    Catalog catalog;

    @Inject
    Programs programs;

    private String code;
    private ProgramView program;
    private ProgramSettings shown;
    private SettingsForm form;
    private List<WindowState> states;
    private final Map<String, String> faults = new HashMap<>();

    /** Reads the page, for those who may set something; without such a program there is none. */
    public void load() {
        var settings = programs.settings(code);
        program = ProgramView.of(catalog.getProgram(code));
        show(settings);
    }

    private void show(ProgramSettings settings) {
        shown = settings;
        form = SettingsForm.of(settings, program.zone());
        states = Stream.of(WindowKind.values())
                .map(kind -> WindowState.of(kind, settings.windows(), present.now(), program.zone())).toList();
    }

    /** Takes all settings over, or says at each field what is wrong with it. */
    public void save() {
        faults.clear();
        try {
            show(programs.configure(code, form.read(program.zone()), this::requireShown));
            Messages.success("The settings of " + program.title() + " are saved.");
        } catch (ChangedMeanwhile e) {
            Messages.error("Nothing was saved: somebody else has changed the settings since this page was opened. Load it again to see them.");
        } catch (InvalidInput e) {
            e.faults().forEach(fault -> faults.merge(fault.field(), fault.message(), (one, more) -> one + " " + more));
            Messages.error(faults.size() == 1
                    ? "Nothing was saved. One field needs a correction; it says why."
                    : "Nothing was saved. " + faults.size() + " fields need a correction; each says why.");
        }
    }

    /** What nobody has seen is not replaced. */
    private void requireShown(ProgramSettings present) {
        if (!present.equals(shown)) {
            throw new ChangedMeanwhile();
        }
    }

    public void addWindow() {
        faults.clear();
        form.addWindow();
        focus("window", form.getWindows().size(), "kind");
    }

    public void removeWindow(WindowRow window) {
        faults.clear();
        form.removeWindow(window);
        PrimeFaces.current().focus("add-window");
    }

    public void addCap() {
        faults.clear();
        form.addCap();
        focus("cap", form.getCaps().size(), "grade-min");
    }

    public void removeCap(CapRow cap) {
        faults.clear();
        form.removeCap(cap);
        PrimeFaces.current().focus("add-cap");
    }

    /** In a row that PrimeFaces does not find before it is drawn. */
    private static void focus(String list, int rows, String field) {
        PrimeFaces.current().executeScript("PrimeFaces.focus('%s:%d:%s')".formatted(list, rows - 1, field));
    }

    /** What is wrong with a field of a cap, which is counted from 0; null when nothing is. */
    public String capFault(int cap, String field) {
        return fault("caps[" + cap + "]." + field);
    }

    /** What is wrong with a field; null when nothing is. */
    public String fault(String field) {
        return faults.get(field);
    }

    /** What is wrong with a field of a window, which is counted from 0; null when nothing is. */
    public String windowFault(int window, String field) {
        return fault("windows[" + window + "]." + field);
    }

    public WindowKind[] getKinds() {
        return WindowKind.values();
    }

    public ProgramView getProgram() {
        return program;
    }

    public SettingsForm getForm() {
        return form;
    }

    /** What is open and closed now, by what is saved. */
    public List<WindowState> getStates() {
        return states;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
