package org.classreg.exchange;

import java.util.Optional;
import java.util.function.Predicate;
import org.classreg.catalog.ClassSection;
import org.classreg.errors.Reason;
import org.classreg.people.Person;
import org.classreg.rules.Addition;
import org.classreg.rules.Rules;

/**
 * Finds what a row refers to.
 *
 * @param program the code of the only one whose classes may be referred to; empty for any
 * @param listsUser whether the files bring a user: if it is not there, its own row is to blame
 * @param listsClass the same for a class
 */
record References(Directory directory, Optional<String> program, Predicate<String> listsUser, Predicate<String> listsClass) {

    static final String USER = "userSourcedId";
    static final String SECTION = "classSourcedId";

    static References of(OneRosterSet set, Directory directory) {
        return new References(directory, Optional.empty(), set.users()::lists, set.classes()::lists);
    }

    /** To what the office has, and to the classes of one program alone. */
    static References in(String program, Directory directory) {
        return new References(directory, Optional.of(program), user -> false, section -> false);
    }

    /** The person of the row's user; null, with an error, when nobody has this sourcedId. */
    Person person(Row row, String id) {
        var person = directory.person(id);
        if (person == null && !listsUser.test(id)) {
            row.error(USER, "There is no user \"%s\", neither in the files nor in the office.".formatted(id));
        }
        return person;
    }

    /** The section of the row's class; null, with an error, when none has this sourcedId. */
    ClassSection section(Row row, String id) {
        var section = directory.section(id);
        if (section == null && !listsClass.test(id)) {
            row.error(SECTION, "There is no class \"%s\", neither in the files nor in the office.".formatted(id));
        }
        if (section != null && program.filter(code -> !section.getProgram().getCode().equals(code)).isPresent()) {
            row.error(SECTION, "The class \"%s\" is one of the program %s.".formatted(id, section.getProgram().getCode()));
        }
        return section;
    }

    /** Whether the rules allow the row's user to be added to its class; if not, each reason is an error. */
    static boolean allow(Rules rules, Addition addition, Row row) {
        var objections = rules.objections(addition);
        objections.forEach(objection -> row.error(columnOf(objection), objection.message()));
        return objections.isEmpty();
    }

    private static String columnOf(Reason objection) {
        return objection.code().equals("NOT_A_STUDENT") ? USER : SECTION;
    }
}
