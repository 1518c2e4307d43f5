package org.classreg.exchange;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Program;
import org.classreg.people.Person;

/**
 * A student's schedule in a program, as a calendar to subscribe to. It remembers what it has said of each meeting, so that a change
 * is told as one. It survives the addresses under which it is read.
 */
@Entity
@Table(name = "calendar_feed")
@SequenceGenerator(name = "calendar_feed", sequenceName = "calendar_feed_seq", allocationSize = 50)
@NamedQuery(name = CalendarFeed.OF_STUDENT, query = "select f from CalendarFeed f where f.student = :student and f.program = :program")
@NamedQuery(name = CalendarFeed.BY_TOKEN, query = "select f from CalendarFeed f join fetch f.student join fetch f.program"
        + " where f.tokenHash = :hash")
public class CalendarFeed {

    public static final String OF_STUDENT = "CalendarFeed.ofStudent";
    public static final String BY_TOKEN = "CalendarFeed.byToken";

    @Id
    @GeneratedValue(generator = "calendar_feed")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "student_id")
    private Person student;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "program_id")
    private Program program;

    @Column(name = "token_hash")
    private String tokenHash;

    @OneToMany(mappedBy = "feed", cascade = CascadeType.PERSIST)
    private List<CalendarEvent> events = new ArrayList<>();

    protected CalendarFeed() {
    }

    CalendarFeed(Person student, Program program) {
        this.student = student;
        this.program = program;
    }

    /** From now on only the address with this token leads here; none does for null. */
    void open(CalendarToken token) {
        tokenHash = token == null ? null : token.hash();
    }

    /** Says what the student has now: meetings that are new, that have changed, and that are no more. */
    void update(List<ClassSection> schedule, Instant at) {
        var held = new ArrayList<CalendarEvent>();
        for (var section : schedule) {
            var meetings = section.meetings();
            for (int number = 1; number <= meetings.size(); number++) {
                var event = event(section, number);
                event.hold(meetings.get(number - 1), at);
                held.add(event);
            }
        }
        events.stream().filter(event -> !held.contains(event)).forEach(event -> event.cancel(at));
    }

    private CalendarEvent event(ClassSection section, int number) {
        return events.stream().filter(event -> event.isOf(section, number)).findFirst().orElseGet(() -> {
            var added = new CalendarEvent(this, section, number);
            events.add(added);
            return added;
        });
    }

    /** In time order. */
    List<CalendarEvent> events() {
        return events.stream().sorted(Comparator.comparing(CalendarEvent::getStartsAt).thenComparing(CalendarEvent::getUid)).toList();
    }

    Long getId() {
        return id;
    }

    Person getStudent() {
        return student;
    }

    Program getProgram() {
        return program;
    }
}
