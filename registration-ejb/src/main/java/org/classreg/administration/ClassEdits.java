package org.classreg.administration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassCategory;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.ClassStatus;
import org.classreg.catalog.ClassSubject;
import org.classreg.catalog.Locks;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.errors.Taken;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/** Creates, changes and deletes the classes of a program. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class ClassEdits {

    private static final int LONGEST_TITLE = 500;
    private static final int FIRST_GRADE = -2;
    private static final int LAST_GRADE = 30;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    @Inject
    Catalog catalog;

    @Inject
    Caller caller;

    @Inject
    Locks locks;

    @Inject
    SeatsAnew seats;

    @Inject
    Writing writing;

    /**
     * A class as it is wanted.
     *
     * @param code the symbol of its category and a number, such as E1234; null for the next number. It stays
     * @param title from 1 to 500 characters
     * @param category by its symbol
     * @param gradeMin the first grade that is admitted, from -2 to 30; null for no lower end
     * @param gradeMax the last grade that is admitted, from -2 to 30; null for no upper end
     * @param maxStudents of a section, from 0 to 100,000; null if the rooms alone decide
     * @param status unreviewed, accepted, rejected or cancelled; a new class is accepted if it is null
     */
    public record Wanted(String code, String title, String category, Integer gradeMin, Integer gradeMax, Integer maxStudents, String status) {

        public static Wanted of(ClassSubject subject) {
            var most = subject.maxStudents();
            return new Wanted(subject.getCode(), subject.getTitle(), subject.getCategory().getSymbol(), subject.getGradeMin(),
                    subject.getGradeMax(), most.isPresent() ? most.getAsInt() : null, Faults.word(subject.getStatus()));
        }
    }

    /**
     * @throws NotFound if there is no such program
     * @throws InvalidInput with every field at fault
     * @throws Taken if a class of the program has this code
     */
    public ClassSubject create(String programCode, Wanted wanted) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        locks.program(program);
        var faults = new Faults();
        var category = check(programCode, wanted, faults);
        var status = faults.status("status", wanted.status(), ClassStatus.ACCEPTED);
        if (status == ClassStatus.CANCELLED) {
            faults.add("status", "A new class is not cancelled.");
        }
        var code = category == null || wanted.code() == null ? null : wanted.code().strip();
        if (code != null && !isCode(code, category)) {
            faults.add("code", "The code is " + category.getSymbol() + " and a number, such as " + category.getSymbol() + "1234.");
        }
        faults.throwIfAny();
        var others = catalog.subjects(programCode);
        if (others.stream().anyMatch(other -> other.getCode().equals(code))) {
            throw new Taken("code", "There is a class \"" + code + "\" in the program already.");
        }
        var subject = new ClassSubject(category, program, code == null ? next(category, others) : code, wanted.title().strip());
        write(wanted, category, status, subject);
        writing.add(subject);
        writing.note("createClass", program, subject.getCode());
        return subject;
    }

    /**
     * Changes a class. The capacities of its sections are worked out again; who is enrolled stays, and seats that become free go to who waits.
     *
     * @param expected is given the present class, which nobody else changes meanwhile, and throws if it is not as the caller had in mind
     * @throws NotFound if there is no such program, or no such class in it
     * @throws InvalidInput with every field at fault
     * @throws Refused with SECTIONS_NOT_CANCELLED if it is to be cancelled before its sections are
     */
    public ClassSubject change(String programCode, String code, Wanted wanted, Consumer<ClassSubject> expected) {
        var subject = catalog.getSubject(programCode, code);
        caller.requireStaff(subject.getProgram());
        var faults = new Faults();
        faults.same("code", wanted.code(), code);
        check(programCode, wanted, faults);
        faults.needed("status", wanted.status());
        var status = faults.status("status", wanted.status(), null);
        faults.throwIfAny();
        var locked = seats.lock(subject.getProgram());
        expected.accept(subject);
        var checked = new Wanted(code, wanted.title().strip(), wanted.category(), wanted.gradeMin(), wanted.gradeMax(),
                wanted.maxStudents(), wanted.status());
        if (status == ClassStatus.CANCELLED && subject.getStatus() != ClassStatus.CANCELLED) {
            requireCancelled(subject, locked.sections());
        }
        var difference = Difference.between(Wanted.of(subject), checked);
        if (!difference.isEmpty()) {
            write(checked, catalog.getCategory(programCode, checked.category()), status, subject);
            seats.settle(locked, writing.note("changeClass", subject.getProgram(), code + ": " + difference));
        }
        return subject;
    }

    private static void requireCancelled(ClassSubject subject, List<ClassSection> sections) {
        var held = sections.stream().filter(section -> section.getSubject().equals(subject) && section.getStatus() != ClassStatus.CANCELLED)
                .map(ClassSection::getCode).toList();
        if (!held.isEmpty()) {
            throw new Refused("SECTIONS_NOT_CANCELLED", "Cancel its sections first: " + String.join(", ", held) + ".");
        }
    }

    /**
     * @param expected as for a change
     * @throws NotFound if there is no such program, or no such class in it
     * @throws Refused with IN_USE for each kind of what refers to it
     */
    public void delete(String programCode, String code, Consumer<ClassSubject> expected) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        locks.program(program);
        var subject = catalog.getSubject(programCode, code);
        locks.subject(subject);
        expected.accept(subject);
        writing.requireUnused(code, subject.getId(), Reference.TO_CLASS);
        writing.delete(subject, code);
        writing.note("deleteClass", program, code);
    }

    /** @return the category; null if it is at fault */
    private ClassCategory check(String programCode, Wanted wanted, Faults faults) {
        faults.text("title", wanted.title(), LONGEST_TITLE);
        faults.range("gradeMin", wanted.gradeMin(), FIRST_GRADE, LAST_GRADE);
        faults.range("gradeMax", wanted.gradeMax(), FIRST_GRADE, LAST_GRADE);
        if (wanted.gradeMin() != null && wanted.gradeMax() != null && wanted.gradeMax() < wanted.gradeMin()) {
            faults.add("gradeMax", "The last grade is not below the first.");
        }
        faults.students("maxStudents", wanted.maxStudents());
        var category = catalog.categories(programCode).stream().filter(one -> one.getSymbol().equals(wanted.category())).findFirst();
        if (category.isEmpty()) {
            faults.add("category", wanted.category() == null ? "This is needed."
                    : "There is no category \"" + wanted.category() + "\" in the program.");
        }
        return category.orElse(null);
    }

    private static boolean isCode(String code, ClassCategory category) {
        return code.startsWith(category.getSymbol()) && NUMBER.matcher(code.substring(category.getSymbol().length())).matches();
    }

    /** One more than the highest number of all classes, in whichever category: a number alone names a class, too. */
    private static String next(ClassCategory category, List<ClassSubject> others) {
        var highest = others.stream().map(other -> other.getCode().replaceFirst("^[A-Za-z]+", ""))
                .filter(number -> NUMBER.matcher(number).matches()).mapToInt(Integer::parseInt).max().orElse(0);
        return category.getSymbol() + (highest + 1);
    }

    private static void write(Wanted checked, ClassCategory category, ClassStatus status, ClassSubject subject) {
        subject.setTitle(checked.title().strip());
        subject.setCategory(category);
        subject.admitGrades(checked.gradeMin(), checked.gradeMax());
        subject.limitStudents(checked.maxStudents());
        subject.setStatus(status);
    }
}
