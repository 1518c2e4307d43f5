package org.classreg.model;

import java.util.List;

/** What begins, and ends once. The id tells apart what is alike, and is higher the later it began. */
sealed interface Fact {

    int id();

    String student();

    /** A registration. @param place in line, for a waitlist; @param since the minute; @param lapses the minute, for an offer; else 0 */
    record Row(int id, String student, Section section, String type, int place, int since, int lapses) implements Fact {

        static final String ENROLLED = "Enrolled";
        static final String OFFERED = "Offered";
        static final String INTERESTED = "Interested";
        static final String WAITLIST = "Waitlist";
        static final String ATTENDED = "Attended";
        static final String PRIORITY = "Priority/";
        static final List<String> WISHES = List.of(INTERESTED, PRIORITY + 1, PRIORITY + 2);

        boolean is(String other) {
            return type.equals(other);
        }

        boolean takesSeat() {
            return is(ENROLLED) || is(OFFERED);
        }

        boolean isWish() {
            return WISHES.contains(type);
        }

        @Override
        public String toString() {
            return student + " " + type + " in " + section.code();
        }
    }

    /** That a student is at the program. */
    record Visit(int id, String student, int since) implements Fact {
    }

    /** Interest in a class, in whichever section. */
    record Interest(int id, String student, String course) implements Fact {
    }
}
