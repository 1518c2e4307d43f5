package org.classreg.console.program;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.classreg.catalog.ProgramSettings;
import org.classreg.catalog.ProgramSettings.Cap;
import org.classreg.catalog.ProgramSettings.Window;
import org.classreg.catalog.WindowKind;
import org.classreg.console.LocalTimes;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.InvalidInput.Fault;

/** The settings of a program as staff type them. */
public class SettingsForm implements Serializable {

    private static final Comparator<Window> BY_KIND_AND_TIME = Comparator.comparing(Window::kind)
            .thenComparing(Window::opens, Comparator.nullsFirst(Comparator.naturalOrder()));

    private List<WindowRow> windows;
    private String maxSections;
    private String maxTimeslots;
    private String capacityMultiplier;
    private String capacityOffset;
    private String priorityLimit;
    private String offerMinutes;
    private List<CapRow> caps;

    static SettingsForm of(ProgramSettings settings, ZoneId zone) {
        var form = new SettingsForm();
        form.windows = settings.windows().stream().sorted(BY_KIND_AND_TIME).map(window -> WindowRow.of(window, zone))
                .collect(Collectors.toCollection(ArrayList::new));
        form.maxSections = text(settings.maxSections());
        form.maxTimeslots = text(settings.maxTimeslots());
        form.capacityMultiplier = settings.capacityMultiplier().toPlainString();
        form.capacityOffset = text(settings.capacityOffset());
        form.priorityLimit = text(settings.priorityLimit());
        form.offerMinutes = text(settings.offerMinutes());
        form.caps = settings.caps().stream().map(CapRow::of).collect(Collectors.toCollection(ArrayList::new));
        return form;
    }

    static String text(Integer number) {
        return number == null ? "" : number.toString();
    }

    /**
     * Reads what was typed.
     *
     * @throws InvalidInput with every field that cannot be read or is out of its range
     */
    ProgramSettings read(ZoneId zone) {
        var faults = new ArrayList<Fault>();
        var settings = new ProgramSettings(readWindows(zone, faults), number("maxSections", maxSections, faults),
                number("maxTimeslots", maxTimeslots, faults), decimal(faults), readOffset(faults), readCaps(faults),
                number("priorityLimit", priorityLimit, faults), number("offerMinutes", offerMinutes, faults));
        var unreadable = faults.stream().map(Fault::field).toList();
        try {
            settings.requireValid();
        } catch (InvalidInput e) {
            e.faults().stream().filter(fault -> !unreadable.contains(fault.field())).forEach(faults::add);
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return settings;
    }

    private List<Window> readWindows(ZoneId zone, List<Fault> faults) {
        return IntStream.range(0, windows.size()).mapToObj(i -> new Window(windows.get(i).getKind(),
                moment("windows[" + i + "].opens", windows.get(i).getOpens(), zone, faults),
                moment("windows[" + i + "].closes", windows.get(i).getCloses(), zone, faults))).toList();
    }

    private List<Cap> readCaps(List<Fault> faults) {
        return IntStream.range(0, caps.size()).mapToObj(i -> readCap("caps[" + i + "].", caps.get(i), faults)).toList();
    }

    private static Cap readCap(String field, CapRow cap, List<Fault> faults) {
        if (isBlank(cap.getMaxStudents())) {
            faults.add(new Fault(field + "maxStudents", "How many students is needed."));
        }
        var most = number(field + "maxStudents", cap.getMaxStudents(), faults);
        return new Cap(number(field + "gradeMin", cap.getGradeMin(), faults), number(field + "gradeMax", cap.getGradeMax(), faults),
                most == null ? 0 : most);
    }

    private int readOffset(List<Fault> faults) {
        if (isBlank(capacityOffset)) {
            faults.add(new Fault("capacityOffset", "A number of seats is needed; 0 changes nothing."));
        }
        var offset = number("capacityOffset", capacityOffset, faults);
        return offset == null ? 0 : offset;
    }

    private static Instant moment(String field, String text, ZoneId zone, List<Fault> faults) {
        try {
            return LocalTimes.parse(text, zone);
        } catch (InvalidInput e) {
            faults.add(new Fault(field, e.faults().get(0).message()));
            return null;
        }
    }

    private static Integer number(String field, String text, List<Fault> faults) {
        return readable(field, text, "a whole number", () -> Integer.valueOf(text.strip()), faults);
    }

    private BigDecimal decimal(List<Fault> faults) {
        return readable("capacityMultiplier", capacityMultiplier, "a number such as 1.25",
                () -> new BigDecimal(capacityMultiplier.strip()), faults);
    }

    private static <T> T readable(String field, String text, String wanted, Supplier<T> reading, List<Fault> faults) {
        try {
            return isBlank(text) ? null : reading.get();
        } catch (NumberFormatException e) {
            faults.add(new Fault(field, "\"" + text + "\" is not " + wanted + "."));
            return null;
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    void addWindow() {
        windows.add(new WindowRow(WindowKind.ENROLLMENT, "", ""));
    }

    void removeWindow(WindowRow window) {
        windows.remove(window);
    }

    void addCap() {
        caps.add(new CapRow("", "", ""));
    }

    void removeCap(CapRow cap) {
        caps.remove(cap);
    }

    public List<CapRow> getCaps() {
        return caps;
    }

    public List<WindowRow> getWindows() {
        return windows;
    }

    public String getMaxSections() {
        return maxSections;
    }

    public void setMaxSections(String maxSections) {
        this.maxSections = maxSections;
    }

    public String getMaxTimeslots() {
        return maxTimeslots;
    }

    public void setMaxTimeslots(String maxTimeslots) {
        this.maxTimeslots = maxTimeslots;
    }

    public String getCapacityMultiplier() {
        return capacityMultiplier;
    }

    public void setCapacityMultiplier(String capacityMultiplier) {
        this.capacityMultiplier = capacityMultiplier;
    }

    public String getCapacityOffset() {
        return capacityOffset;
    }

    public void setCapacityOffset(String capacityOffset) {
        this.capacityOffset = capacityOffset;
    }

    public String getPriorityLimit() {
        return priorityLimit;
    }

    public void setPriorityLimit(String priorityLimit) {
        this.priorityLimit = priorityLimit;
    }

    public String getOfferMinutes() {
        return offerMinutes;
    }

    public void setOfferMinutes(String offerMinutes) {
        this.offerMinutes = offerMinutes;
    }
}
