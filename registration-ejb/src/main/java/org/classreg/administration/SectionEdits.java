package org.classreg.administration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassStatus;
import org.classreg.catalog.ClassSubject;
import org.classreg.catalog.Locks;
import org.classreg.catalog.SectionId;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.errors.Taken;
import org.classreg.registration.Meetings;
import org.classreg.registration.Seating;
import org.classreg.registration.SectionChanges.WantedMeeting;
import org.classreg.registration.SectionChanges;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/** Creates and deletes sections, and opens and closes them. Their times, rooms and size are changed by {@link SectionChanges}. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class SectionEdits {

    private static final Pattern INDEX = Pattern.compile("[1-9][0-9]{0,3}");

    @Inject
    EntityManager em;

    @Inject
    Catalog catalog;

    @Inject
    Caller caller;

    @Inject
    Locks locks;

    @Inject
    Seating seating;

    @Inject
    SeatsAnew seats;

    @Inject
    Writing writing;

    /**
     * A section as it is wanted.
     *
     * @param subject the code of its class
     * @param code that of its class, "s" and an index, such as E1234s1; null for the next index. It stays
     * @param maxStudents its own maximum, from 0 to 100,000; null if the class and the rooms decide
     * @param meetings in timeslots and rooms of the program
     */
    public record Wanted(String subject, String code, Integer maxStudents, State state, List<WantedMeeting> meetings) {
    }

    /**
     * How far a section has come.
     *
     * @param status unreviewed, accepted or rejected; cancelled stays so, too. A new section is accepted if it is null
     * @param registrationOpen whether students may register in it; a new section is open if it is null
     */
    public record State(String status, Boolean registrationOpen) {

        public static State of(ClassSection section) {
            return new State(Faults.word(section.getStatus()), section.isRegistrationOpen());
        }
    }

    /**
     * @throws NotFound if there is no such program
     * @throws InvalidInput with every field at fault
     * @throws Taken if a section of the program has this code
     */
    public ClassSection create(String programCode, Wanted wanted) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        locks.program(program);
        var faults = new Faults();
        var subject = catalog.subjects(programCode).stream().filter(one -> one.getCode().equals(wanted.subject())).findFirst().orElse(null);
        if (subject == null) {
            faults.add("class", wanted.subject() == null ? "This is needed." : "There is no class \"" + wanted.subject() + "\" in the program.");
        } else if (wanted.code() != null && !isCode(wanted.code(), subject)) {
            faults.add("code", "The code is " + subject.getCode() + "s and an index, such as " + subject.getCode() + "s1.");
        }
        faults.students("maxStudents", wanted.maxStudents());
        var status = faults.status("status", wanted.state().status(), ClassStatus.ACCEPTED);
        if (status == ClassStatus.CANCELLED) {
            faults.add("status", "A new section is not cancelled.");
        }
        var meetings = Meetings.resolve(em, program, wanted.meetings(), faults.all());
        faults.throwIfAny();
        var section = new ClassSection(subject, code(programCode, subject, wanted.code()));
        section.setStatus(status);
        section.setRegistrationOpen(!Boolean.FALSE.equals(wanted.state().registrationOpen()));
        section.meet(meetings);
        section.limitStudents(wanted.maxStudents());
        writing.add(section);
        writing.note("createSection", program, section.getCode());
        return section;
    }

    private static boolean isCode(String code, ClassSubject subject) {
        return code.startsWith(subject.getCode() + "s") && INDEX.matcher(code.substring(subject.getCode().length() + 1)).matches();
    }

    private String code(String programCode, ClassSubject subject, String wanted) {
        var others = catalog.sections(programCode).stream().map(ClassSection::getCode).toList();
        if (others.contains(wanted)) {
            throw new Taken("code", "There is a section \"" + wanted + "\" in the program already.");
        }
        return wanted != null ? wanted : subject.getCode() + "s" + (1 + others.stream().filter(other -> isCode(other, subject))
                .mapToInt(other -> Integer.parseInt(other.substring(subject.getCode().length() + 1))).max().orElse(0));
    }

    /**
     * Accepts, rejects, opens or closes a section. Who is enrolled stays; who waits may get a seat by it.
     *
     * @param expected is given the present section, which nobody else changes meanwhile, and throws if it is not as the caller had in mind
     * @throws NotFound if there is no such section
     * @throws InvalidInput with every field at fault; a section is cancelled by {@link SectionChanges#cancel}
     */
    public ClassSection change(SectionId id, State wanted, Consumer<ClassSection> expected) {
        var section = catalog.getSection(id);
        caller.requireStaff(section.getProgram());
        var faults = new Faults();
        faults.needed("status", wanted.status());
        faults.needed("registrationOpen", wanted.registrationOpen());
        var status = faults.status("status", wanted.status(), null);
        faults.throwIfAny();
        var lines = seating.lock(List.of(), List.of(section));
        expected.accept(section);
        if (status == ClassStatus.CANCELLED && section.getStatus() != ClassStatus.CANCELLED) {
            throw new InvalidInput("status", "To cancel a section ends what is registered in it: there is a path of its own for that.");
        }
        var difference = Difference.between(State.of(section), wanted);
        if (!difference.isEmpty()) {
            section.setStatus(status);
            section.setRegistrationOpen(wanted.registrationOpen());
            seats.fill(lines, writing.note("openSection", section.getProgram(), section.getCode() + ": " + difference));
        }
        return section;
    }

    /**
     * Deletes a section in which nobody ever was registered.
     *
     * @param expected as for a change
     * @throws NotFound if there is no such section
     * @throws Refused with IN_USE for each kind of what refers to it
     */
    public void delete(SectionId id, Consumer<ClassSection> expected) {
        var section = catalog.getSection(id);
        caller.requireStaff(section.getProgram());
        locks.sections(List.of(section));
        locks.program(section.getProgram());
        expected.accept(section);
        writing.requireUnused(section.getCode(), section.getId(), Reference.TO_SECTION);
        writing.clear(section.getId(), "delete from section_change where section_id = ?1", "delete from section_teacher where section_id = ?1");
        writing.delete(section, section.getCode());
        writing.note("deleteSection", section.getProgram(), section.getCode());
    }
}
