package org.classreg.lottery;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classreg.catalog.ClassSection;
import org.classreg.catalog.Program;
import org.classreg.errors.Reason;
import org.classreg.lottery.engine.ProgramCap;
import org.classreg.people.Person;

/** The rules that speak against one more section beside what a plan gives a student; the seats are none of their business. */
final class Objections {

    private final Draft draft;
    private final int number;
    private final Person student;
    private final Program program;
    private final List<ClassSection> sections;

    /**
     * @param number of the student
     * @param sections by number
     */
    Objections(Draft draft, int number, Person student, Program program, List<ClassSection> sections) {
        this.draft = draft;
        this.number = number;
        this.student = student;
        this.program = program;
        this.sections = sections;
    }

    /** @return all reasons; empty if no rule is in the way */
    List<Reason> to(int section) {
        return Stream.of(closed(section).stream(), grade(section).stream(),
                draft.against(number, section).map(other -> conflict(section, other)),
                draft.lostLunches(number, section).stream().map(day -> lunch(section, day)),
                limits(section), cap().stream()).flatMap(reasons -> reasons).toList();
    }

    private Optional<Reason> closed(int section) {
        var code = draft.input().sections().get(section).closed();
        return code.isEmpty() ? Optional.empty() : Optional.of(new Reason(code, closedWords(code).formatted(code(section))));
    }

    private static String closedWords(String code) {
        return switch (code) {
            case "SECTION_CANCELLED" -> "%s had been cancelled.";
            case "CLASS_NOT_ACCEPTED" -> "%s had not been accepted by the program.";
            default -> "Registration for %s was closed.";
        };
    }

    private Optional<Reason> grade(int section) {
        if (!draft.isOutOfGrade(number, section)) {
            return Optional.empty();
        }
        var of = draft.input().sections().get(section);
        return Optional.of(new Reason("GRADE_OUT_OF_RANGE", "%s is for %s; %s is %s.".formatted(code(section),
                grades(of.gradeMin(), of.gradeMax()), student.name(),
                student.grade().map(grade -> "in grade " + grade).orElse("of unknown grade"))));
    }

    private static String grades(int lowest, int highest) {
        if (highest == DrawInputs.HIGHEST_GRADE) {
            return "grade %d and up".formatted(lowest);
        }
        return lowest <= DrawInputs.LOWEST_GRADE ? "up to grade %d".formatted(highest) : "grades %d to %d".formatted(lowest, highest);
    }

    private Reason conflict(int section, int other) {
        var held = code(other);
        var rank = draft.input().students().get(number).rank(other);
        var how = draft.isGiven(number, other) ? "was given by " + Explaining.typeName(rank) : "stood before the draw";
        return draft.isOfOneClass(section, other)
                ? new Reason("ALREADY_IN_CLASS", "%s is of the same class as %s, which %s.".formatted(code(section), held, how))
                : new Reason("SCHEDULE_CONFLICT", "%s meets at the same time as %s, which %s.".formatted(code(section), held, how));
    }

    private Reason lunch(int section, int[] day) {
        var slots = Arrays.stream(day).mapToObj(draft.input().slots()::get).toList();
        var holding = draft.schedule(number).stream().filter(other -> draft.input().meetsIn(other, day)).map(this::code).toList();
        return new Reason("LUNCH_NEEDED", "With %s there would be no time for lunch on %s: one of %s stays free%s.".formatted(code(section),
                Instant.ofEpochMilli(slots.get(0)[0]).atZone(program.zone()).toLocalDate(),
                slots.stream().map(this::times).collect(Collectors.joining(", ")),
                holding.isEmpty() ? "" : ", and %s has %s".formatted(student.name(), String.join(", ", holding))));
    }

    private String times(long[] slot) {
        return time(slot[0], program.zone()) + "–" + time(slot[1], program.zone());
    }

    private static LocalTime time(long millis, ZoneId zone) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalTime();
    }

    private Stream<Reason> limits(int section) {
        var reasons = new ArrayList<String>();
        var taken = draft.schedule(number).size();
        var own = draft.input().students().get(number).maxSections();
        if (own != 0 && taken >= own) {
            reasons.add("%s wants no more than %d and has %d.".formatted(student.name(), Math.max(0, own), taken));
        }
        var most = draft.input().maxSections();
        if (most != 0 && taken >= most) {
            reasons.add("%s allows %d sections a student, and %s has %d.".formatted(program.getTitle(), Math.max(0, most), student.name(), taken));
        }
        if (draft.isOverTimeslots(number, section)) {
            reasons.add("%s allows %d timeslots a student; with %s, %s would have %d.".formatted(program.getTitle(),
                    Math.max(0, draft.input().maxTimeslots()), code(section), student.name(), draft.timeslotsWith(number, section)));
        }
        return reasons.stream().map(words -> new Reason("TOO_MANY_SECTIONS", words));
    }

    private Optional<Reason> cap() {
        return draft.fullCap(number).map(cap -> new Reason("PROGRAM_FULL",
                "%s takes %s%s; %s of them asked for something, %d had a seat before the draw. %s has place %,d of %,d in the draw and none was left."
                        .formatted(program.getTitle(), Explaining.students(cap.students()), of(cap), Explaining.students(draft.asking(cap)),
                                draft.entered(cap, false), student.name(), draft.place(number), draft.students())));
    }

    private static String of(ProgramCap cap) {
        return cap.minGrade() <= DrawInputs.LOWEST_GRADE && cap.maxGrade() == DrawInputs.HIGHEST_GRADE ? ""
                : " of " + grades(cap.minGrade(), cap.maxGrade());
    }

    private String code(int section) {
        return sections.get(section).getCode();
    }
}
