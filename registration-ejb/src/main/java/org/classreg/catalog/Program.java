package org.classreg.catalog;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.classreg.lists.Listing;

/** A run of classes that students register for: a weekend, a summer school, a college term. */
@Entity
@SequenceGenerator(name = "program", sequenceName = "program_seq", allocationSize = 50)
@NamedQuery(name = Program.BY_CODE, query = "select p from Program p where p.code = :code")
@NamedQuery(name = Program.ALL, query = "select p from Program p order by p.startsOn desc, p.code")
public class Program {

    public static final String BY_CODE = "Program.byCode";
    public static final String ALL = "Program.all";

    /** The orders in which programs can be asked for. */
    public static final Listing<Program> LISTING = Listing.byText("p.code", Program::getCode)
            .text("code", "p.code", Program::getCode)
            .text("title", "p.title", Program::getTitle)
            .dayIfAny("startsOn", "p.startsOn", Program::getStartsOn)
            .inOrderOf("-startsOn", "code");

    @Id
    @GeneratedValue(generator = "program")
    private Long id;

    private String code;

    private String title;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Column(name = "capacity_multiplier")
    private BigDecimal capacityMultiplier = BigDecimal.ONE;

    @Column(name = "capacity_offset")
    private int capacityOffset;

    @Column(name = "max_sections")
    private Integer maxSections;

    @Column(name = "max_timeslots")
    private Integer maxTimeslots;

    @Column(name = "priority_limit")
    private Integer priorityLimit;

    @Column(name = "offer_minutes")
    private Integer offerMinutes;

    @Column(name = "settings_version")
    private int settingsVersion;

    @OneToMany(mappedBy = "program", cascade = CascadeType.PERSIST, orphanRemoval = true)
    private List<ProgramCap> caps = new ArrayList<>();

    @OneToMany(mappedBy = "program", cascade = CascadeType.PERSIST, orphanRemoval = true)
    private List<RegistrationWindow> windows = new ArrayList<>();

    @OneToMany(mappedBy = "program")
    private List<Timeslot> timeslots = new ArrayList<>();

    protected Program() {
    }

    public Program(String code, String title, ZoneId timeZone) {
        this.code = code;
        this.title = title;
        this.timeZone = timeZone.getId();
    }

    /** Takes place from the first to the last day, both included; either may be null when unknown. */
    public void schedule(LocalDate firstDay, LocalDate lastDay, ZoneId zone) {
        startsOn = firstDay;
        endsOn = lastDay;
        timeZone = zone.getId();
    }

    /** Scales the capacity of every section: times the multiplier (from 0), plus the offset (in seats). */
    public void scaleCapacity(BigDecimal multiplier, int offset) {
        capacityMultiplier = multiplier;
        capacityOffset = offset;
    }

    /** Takes over settings that are valid; the sections are to be resized after. */
    public void configure(ProgramSettings settings) {
        maxSections = settings.maxSections();
        maxTimeslots = settings.maxTimeslots();
        scaleCapacity(settings.capacityMultiplier(), settings.capacityOffset());
        priorityLimit = settings.priorityLimit();
        offerMinutes = settings.offerMinutes();
        caps.clear();
        settings.caps().forEach(cap -> caps.add(new ProgramCap(this, cap)));
        windows.clear();
        settings.windows().forEach(window -> windows.add(new RegistrationWindow(this, window)));
        settingsVersion++;
    }

    /** What is set, in a stable order. */
    public ProgramSettings settings() {
        return new ProgramSettings(inOrder(windows, RegistrationWindow::getId).map(RegistrationWindow::toSetting).toList(), maxSections, maxTimeslots,
                new BigDecimal(capacityMultiplier.stripTrailingZeros().toPlainString()), capacityOffset,
                caps().stream().map(ProgramCap::toSetting).toList(), priorityLimit, offerMinutes);
    }

    /** How many students it takes: all of these hold. */
    public List<ProgramCap> caps() {
        return caps.isEmpty() ? List.of() : inOrder(caps, ProgramCap::getId).toList();
    }

    /** In the order in which they were added; what was added just now has no key yet. */
    private static <T> Stream<T> inOrder(List<T> all, Function<T, Long> key) {
        return all.stream().sorted(Comparator.comparing(key, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    /** The windows for something, in the order in which they open; none means always. */
    public List<RegistrationWindow> windows(WindowKind kind) {
        return windows.stream().filter(window -> window.isFor(kind))
                .sorted(Comparator.comparing(RegistrationWindow::getOpensAt, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    /** Whether a window for something is open; without one it always is. */
    public boolean isOpen(WindowKind kind, Instant at) {
        var ofKind = windows(kind);
        return ofKind.isEmpty() || ofKind.stream().anyMatch(window -> window.isOpenAt(at));
    }

    /** Adds a timeslot, which has been made for this program. */
    public void add(Timeslot timeslot) {
        timeslots.add(timeslot);
    }

    /** Removes a timeslot, which is to be deleted. */
    public void remove(Timeslot timeslot) {
        timeslots.remove(timeslot);
    }

    /** The timeslots of all days in which lunch may be taken, in time order. */
    public List<Timeslot> lunches() {
        var lunches = new ArrayList<Timeslot>();
        for (var timeslot : timeslots) {
            if (timeslot.isLunch()) {
                lunches.add(timeslot);
            }
        }
        lunches.sort(Comparator.comparing(Timeslot::getStartsAt));
        return lunches;
    }

    /** The local day on which a timeslot begins. */
    public LocalDate dayOf(Timeslot timeslot) {
        return timeslot.getStartsAt().atZone(zone()).toLocalDate();
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    public Long getId() {
        return id;
    }

    public String getCode() {
        return code;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public LocalDate getStartsOn() {
        return startsOn;
    }

    public LocalDate getEndsOn() {
        return endsOn;
    }

    /** How many sections a student may have; null for no limit. */
    public Integer getMaxSections() {
        return maxSections;
    }

    /** How many timeslots a student's sections may meet in together; null for no limit. */
    public Integer getMaxTimeslots() {
        return maxTimeslots;
    }

    /** How many sections of one timeslot a student may rank by priority, and the highest rank; null for no limit. */
    public Integer getPriorityLimit() {
        return priorityLimit;
    }

    /** For how long a freed seat is kept for who waits first; empty when they get it at once. */
    public Optional<Duration> offerTime() {
        return Optional.ofNullable(offerMinutes).map(Duration::ofMinutes);
    }

    /** How often it has been configured. */
    int getSettingsVersion() {
        return settingsVersion;
    }

    public BigDecimal getCapacityMultiplier() {
        return capacityMultiplier;
    }

    public int getCapacityOffset() {
        return capacityOffset;
    }
}
