package org.classreg.console.lists;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.classreg.errors.Reason;
import org.classreg.registration.LineResult;

/**
 * What became of a line.
 *
 * @param result a sentence
 * @param operation what did it; null if nothing was done
 */
public record LineOutcome(ListLine line, String result, Long operation) implements Serializable {

    /** @param results of the lines, in the same order */
    static List<LineOutcome> of(List<ListLine> lines, List<LineResult> results) {
        return IntStream.range(0, lines.size()).mapToObj(i -> of(lines.get(i), results.get(i))).toList();
    }

    private static LineOutcome of(ListLine line, LineResult result) {
        return result.registration() == null
                ? new LineOutcome(line, result.reasons().stream().map(Reason::message).collect(Collectors.joining(" ")), null)
                : new LineOutcome(line, result.registration() + ".", result.registration().getStartedBy().getId());
    }

    /** These, with the lines that could not even be read, in the order of the list. */
    static List<LineOutcome> inOrder(List<LineOutcome> outcomes, List<ListLine> lines, String sectionOfPage) {
        var unreadable = lines.stream().filter(line -> line.fault(sectionOfPage) != null)
                .map(line -> new LineOutcome(line, line.fault(sectionOfPage), null));
        return Stream.concat(outcomes.stream(), unreadable).sorted(Comparator.comparing(outcome -> outcome.line().number())).toList();
    }

    public boolean done() {
        return operation != null;
    }
}
