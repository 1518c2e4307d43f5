package org.classreg.rules;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.classreg.catalog.Program;
import org.classreg.catalog.RegistrationWindow;
import org.classreg.catalog.WindowKind;
import org.classreg.errors.Reason;

/** Students act while a registration window of the program is open; a program without a window of the kind is always open. */
public class WithinWindow implements Rule {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private final WindowKind kind;

    public WithinWindow(WindowKind kind) {
        this.kind = kind;
    }

    @Override
    public Optional<Reason> objection(Addition addition) {
        return objection(addition.section().getProgram(), addition.at());
    }

    /** The same without a section, for what needs none. */
    public Optional<Reason> objection(Program program, Instant at) {
        return program.isOpen(kind, at) ? Optional.empty() : Optional.of(new Reason("OUTSIDE_WINDOW",
                "%s in %s %s.".formatted(kind.label(), program.getTitle(), when(program.windows(kind), program, at))));
    }

    private static String when(List<RegistrationWindow> windows, Program program, Instant at) {
        return windows.stream().map(RegistrationWindow::getOpensAt)
                .filter(opens -> opens != null && opens.isAfter(at))
                .findFirst()
                .map(opens -> "opens on " + moment(opens, program))
                .orElseGet(() -> windows.stream().map(RegistrationWindow::getClosesAt).filter(Objects::nonNull)
                        .max(Instant::compareTo).map(closed -> "closed on " + moment(closed, program)).orElseThrow());
    }

    private static String moment(Instant instant, Program program) {
        return MOMENT.format(instant.atZone(program.zone())) + " (" + program.zone().getId() + ")";
    }
}
