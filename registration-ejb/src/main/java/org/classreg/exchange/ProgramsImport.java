package org.classreg.exchange;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.classreg.catalog.Program;

/** Makes programs of academic sessions: of those that classes refer to, and of those that are no other session's parent. */
final class ProgramsImport {

    private final OneRosterSet set;
    private final Directory directory;
    private final Changes changes;
    private final Tally<Program> tally = new Tally<>("Programs", ProgramsImport::state);

    ProgramsImport(OneRosterSet set, Directory directory, Changes changes) {
        this.set = set;
        this.directory = directory;
        this.changes = changes;
    }

    private static List<Object> state(Program program) {
        return Arrays.asList(program.getTitle(), program.getStartsOn(), program.getEndsOn(), program.zone(),
                program.getCapacityMultiplier().stripTrailingZeros(), program.getCapacityOffset());
    }

    Tally<Program> run() {
        var parents = set.sessions().active().stream().map(SessionRow::parent).collect(Collectors.toSet());
        var terms = set.classes().active().stream().flatMap(row -> row.terms().stream()).collect(Collectors.toSet());
        set.sessions().active().stream()
                .filter(session -> terms.contains(session.id()) || !parents.contains(session.id()) && !isLoneYear(session))
                .forEach(this::take);
        return tally;
    }

    /** In changes alone, a school year comes without the sessions that divide it. */
    private boolean isLoneYear(SessionRow session) {
        return set.sessionsAreDelta() && session.isYear() && directory.program(session.id()) == null;
    }

    private void take(SessionRow session) {
        var known = directory.program(session.id());
        var program = known == null ? add(session) : tally.watch(known.program());
        program.setTitle(session.title());
        program.schedule(session.startDate(), session.endDate().minusDays(1), zone(session, program));
        scale(session, directory.program(session.id()));
    }

    private void scale(SessionRow session, ProgramContents contents) {
        var program = contents.program();
        if (set.sessions().has(SessionRow.MULTIPLIER)) {
            program.scaleCapacity(session.multiplier() == null ? BigDecimal.ONE : session.multiplier(), program.getCapacityOffset());
        }
        if (set.sessions().has(SessionRow.OFFSET)) {
            program.scaleCapacity(program.getCapacityMultiplier(), session.offset() == null ? 0 : session.offset());
        }
        contents.resize();
    }

    private Program add(SessionRow session) {
        var program = tally.watchNew(changes.add(new Program(session.id(), session.title(), ZoneOffset.UTC)));
        directory.enter(new ProgramContents(program, changes));
        return program;
    }

    private ZoneId zone(SessionRow session, Program program) {
        if (!set.sessions().has(SessionRow.TIME_ZONE)) {
            return program.zone();
        }
        return session.timeZone() == null ? ZoneOffset.UTC : session.timeZone();
    }
}
