package org.classreg.console.student;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.classreg.catalog.ClassSection;
import org.classreg.console.Counts;
import org.classreg.console.Fill;

/** A class in a list to choose from, by its code. */
public record ClassChoice(String code, String label) implements Serializable {

    /** The classes of sections that are held, by code. */
    static List<ClassChoice> of(List<ClassSection> sections) {
        return sections.stream().filter(section -> section.isAccepted() && !section.isCancelled())
                .collect(Collectors.groupingBy(section -> section.getSubject().getCode())).entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(ClassChoice::code)).toList();
    }

    private static ClassChoice of(String code, List<ClassSection> sections) {
        var left = sections.stream().map(Fill::of).mapToInt(fill -> Math.max(0, fill.left())).sum();
        return new ClassChoice(code, "%s · %s, %s left".formatted(sections.get(0).getTitle(), Counts.of(sections.size(), "section"),
                left == 0 ? "no seats" : Counts.of(left, "seat")));
    }
}
