package org.classreg.catalog;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.QueryHint;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A class as it is held: at its meetings, with seats. */
@Entity
@Table(name = "class_section")
@SequenceGenerator(name = "class_section", sequenceName = "class_section_seq", allocationSize = 50)
@NamedQuery(name = ClassSection.OF_PROGRAM, query = """
        select s from ClassSection s join fetch s.subject u join fetch u.category join fetch s.program
        where s.program.code = :program order by s.code""",
        hints = {
            @QueryHint(name = "eclipselink.batch.type", value = "IN"),
            @QueryHint(name = "eclipselink.batch", value = "s.meetings"),
            @QueryHint(name = "eclipselink.batch", value = "s.meetings.timeslot"),
            @QueryHint(name = "eclipselink.batch", value = "s.meetings.rooms")})
@NamedQuery(name = ClassSection.BY_CODE, query = """
        select s from ClassSection s join fetch s.subject join fetch s.program
        where s.program.code = :program and s.code = :code""",
        hints = {
            @QueryHint(name = "eclipselink.batch.type", value = "IN"),
            @QueryHint(name = "eclipselink.batch", value = "s.meetings"),
            @QueryHint(name = "eclipselink.batch", value = "s.meetings.timeslot")})
@NamedQuery(name = ClassSection.BY_SOURCED_IDS,
        query = "select s from ClassSection s join fetch s.program where s.sourcedId in :ids")
@NamedQuery(name = ClassSection.AFRESH, query = "select s from ClassSection s where s.id in :ids",
        hints = {
            @QueryHint(name = "eclipselink.refresh", value = "true"),
            @QueryHint(name = "eclipselink.batch.type", value = "IN"),
            @QueryHint(name = "eclipselink.batch", value = "s.meetings"),
            @QueryHint(name = "eclipselink.batch", value = "s.meetings.timeslot")})
public class ClassSection {

    public static final String OF_PROGRAM = "ClassSection.ofProgram";
    public static final String BY_CODE = "ClassSection.byCode";
    public static final String BY_SOURCED_IDS = "ClassSection.bySourcedIds";

    /** Of these keys, read again even if they have been read. */
    public static final String AFRESH = "ClassSection.afresh";

    private static final Comparator<Meeting> BY_TIME = Comparator.comparing((Meeting meeting) -> meeting.getTimeslot().getStartsAt())
            .thenComparing(meeting -> meeting.getTimeslot().getEndsAt());

    @Id
    @GeneratedValue(generator = "class_section")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "program_id")
    private Program program;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "subject_id")
    private ClassSubject subject;

    private String code;

    @Column(name = "sourced_id")
    private String sourcedId;

    @Column(name = "max_students")
    private Integer maxStudents;

    private int capacity;

    private int enrolled;

    private int overbooked;

    @Column(name = "last_place")
    private int lastPlace;

    @Column(name = "first_place")
    private int firstPlace = 1;

    @Enumerated(EnumType.STRING)
    private ClassStatus status = ClassStatus.ACCEPTED;

    @Column(name = "registration_open")
    private boolean registrationOpen = true;

    @OneToMany(mappedBy = "section", cascade = CascadeType.PERSIST, orphanRemoval = true)
    private List<Meeting> meetings = new ArrayList<>();

    @Column(name = "seats_version")
    private int seatsVersion;

    /** What this transaction has changed of the seats; null for nothing. */
    @Transient
    private SeatChange seatChange;

    protected ClassSection() {
    }

    public ClassSection(ClassSubject subject, String code) {
        this.subject = subject;
        this.program = subject.getProgram();
        this.code = code;
        tellSeats();
    }

    /** Meets in exactly these timeslots and rooms from now on; meetings whose timeslot stays are kept. */
    public void meet(Map<Timeslot, Set<Room>> wanted) {
        meetings.removeIf(meeting -> !wanted.containsKey(meeting.getTimeslot()));
        meetings.forEach(meeting -> meeting.use(wanted.get(meeting.getTimeslot())));
        var kept = meetings.stream().map(Meeting::getTimeslot).toList();
        wanted.forEach((timeslot, rooms) -> {
            if (!kept.contains(timeslot)) {
                meetings.add(new Meeting(this, timeslot, rooms));
            }
        });
        resize();
    }

    /** Lets students stay who lose their lunch at its times or pass a limit. */
    public void keepStudents() {
        meetings.forEach(Meeting::keepStudents);
    }

    /** Sets the section's own maximum of students, from 0; null leaves it to the class and the rooms. */
    public void limitStudents(Integer most) {
        maxStudents = most;
        resize();
    }

    /**
     * Works the capacity out again, after the class, a room or the program has changed. Who is enrolled stays: the section is overbooked
     * by those who are too many.
     */
    public void resize() {
        var before = capacity;
        capacity = Capacity.of(this);
        overbooked = Math.max(0, enrolled - capacity);
        if (capacity != before) {
            tellSeats();
        }
    }

    /** Gives out one seat. Call it with the section's row locked. The database refuses it when the section is full. */
    public void takeSeat() {
        enrolled++;
        tellSeats();
    }

    /** Makes room for one student more than the capacity, if the section is full. Call it with the section's row locked. */
    public void overbookByOne() {
        overbooked = Math.max(0, enrolled + 1 - capacity);
    }

    /** Takes one seat back. Call it with the section's row locked. */
    public void freeSeat() {
        enrolled--;
        overbooked = Math.max(0, enrolled - capacity);
        tellSeats();
    }

    /** Lets those know who follow the seats ({@link SeatLog}) that they, or whether they can be had, have changed. Behind the section's lock. */
    public void tellSeats() {
        if (seatChange == null) {
            seatsVersion++;
            seatChange = new SeatChange(this, seatsVersion);
        }
    }

    /** What this transaction has changed of the seats; null for nothing. */
    SeatChange seatChange() {
        return seatChange;
    }

    /** How often the seats have changed, by transactions. */
    int seatsVersion() {
        return seatsVersion;
    }

    /** The next place in its waitlist, never given before. Call it with the section's row locked. */
    public int nextPlace() {
        lastPlace++;
        return lastPlace;
    }

    /** The first of so many places in front of all that were ever given, which follow each other. Call it with the section's row locked. */
    public int placesInFront(int count) {
        firstPlace -= count;
        return firstPlace;
    }

    /** Whether anybody ever stood in line for it. */
    public boolean hasHadWaitlist() {
        return lastPlace > 0 || firstPlace <= 0;
    }

    /** How many more students the section takes, from 0. */
    public int seatsLeft() {
        return Math.max(0, capacity - enrolled);
    }

    public boolean isFull() {
        return enrolled >= capacity;
    }

    /** Whether this and the other section meet at the same time, be it for a minute. */
    public boolean overlaps(ClassSection other) {
        for (var mine : meetings) {
            for (var theirs : other.meetings) {
                if (mine.getTimeslot().overlaps(theirs.getTimeslot())) {
                    return true;
                }
            }
        }
        return false;
    }

    public boolean isCancelled() {
        return status == ClassStatus.CANCELLED || subject.getStatus() == ClassStatus.CANCELLED;
    }

    /** Whether both the section and its class have been accepted; a cancelled one once was. */
    public boolean isAccepted() {
        return isDecided(status) && isDecided(subject.getStatus());
    }

    private static boolean isDecided(ClassStatus status) {
        return status == ClassStatus.ACCEPTED || status == ClassStatus.CANCELLED;
    }

    /** The status for people: the section's own, unless its class is not accepted. */
    public ClassStatus effectiveStatus() {
        return subject.getStatus() == ClassStatus.ACCEPTED ? status : subject.getStatus();
    }

    /** Whether it has a time at all. */
    public boolean isScheduled() {
        return !meetings.isEmpty();
    }

    /** The meetings in time order. */
    public List<Meeting> meetings() {
        var inOrder = new ArrayList<>(meetings);
        inOrder.sort(BY_TIME);
        return inOrder;
    }

    /** The timeslots of the meetings, in time order. */
    public List<Timeslot> timeslots() {
        var timeslots = new ArrayList<Timeslot>();
        for (var meeting : meetings()) {
            timeslots.add(meeting.getTimeslot());
        }
        return timeslots;
    }

    /** The names of all rooms, each once, in order. */
    public List<String> roomNames() {
        return meetings.stream().flatMap(meeting -> meeting.getRooms().stream()).map(Room::getName).distinct().sorted().toList();
    }

    /** The room of all meetings; empty when there is none, or more than one. */
    public Optional<Room> onlyRoom() {
        var rooms = meetings.stream().map(Meeting::getRooms).distinct().toList();
        return rooms.size() == 1 && rooms.get(0).size() == 1 ? rooms.get(0).stream().findFirst() : Optional.empty();
    }

    /** The section's own maximum; empty when the class and the rooms decide. */
    public OptionalInt maxStudents() {
        return maxStudents == null ? OptionalInt.empty() : OptionalInt.of(maxStudents);
    }

    public Long getId() {
        return id;
    }

    public Program getProgram() {
        return program;
    }

    public ClassSubject getSubject() {
        return subject;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    /** The title of the class. */
    public String getTitle() {
        return subject.getTitle();
    }

    public String getSourcedId() {
        return sourcedId;
    }

    public void setSourcedId(String sourcedId) {
        this.sourcedId = sourcedId;
    }

    public int getCapacity() {
        return capacity;
    }

    public int getEnrolled() {
        return enrolled;
    }

    public ClassStatus getStatus() {
        return status;
    }

    public void setStatus(ClassStatus status) {
        if (this.status != status) {
            this.status = status;
            tellSeats();
        }
    }

    public boolean isRegistrationOpen() {
        return registrationOpen;
    }

    public void setRegistrationOpen(boolean open) {
        if (registrationOpen != open) {
            registrationOpen = open;
            tellSeats();
        }
    }
}
