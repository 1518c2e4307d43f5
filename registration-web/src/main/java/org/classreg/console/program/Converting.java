package org.classreg.console.program;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.classreg.console.Background;
import org.classreg.console.Messages;
import org.classreg.console.Work;
import org.classreg.errors.Reason;
import org.classreg.lottery.Conversion;
import org.classreg.lottery.Lotteries;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.RegistrationTypes;

/** Turns the preferences of all students of a program into enrollments, in the background. */
@Named
@ViewScoped
public class Converting implements Serializable {

    @Inject
    Lotteries lotteries;

    @Inject
    RegistrationTypes types;

    @Inject
    Background background;

    @Inject
    SectionsPage page;

    private List<Choice> choices = List.of();
    private transient Work<Outcome> work;
    private Outcome outcome;

    /** A type of preference, which may be converted. */
    public static class Choice implements Serializable {

        private final String type;
        private boolean chosen;

        Choice(String type) {
            this.type = type;
            chosen = RegistrationType.INTERESTED.equals(type);
        }

        public String getType() {
            return type;
        }

        public boolean isChosen() {
            return chosen;
        }

        public void setChosen(boolean chosen) {
            this.chosen = chosen;
        }
    }

    /** What came of it, in numbers. */
    public record Outcome(int converted, int notConverted, List<ReasonCount> reasons) implements Serializable {

        static Outcome of(Conversion conversion) {
            var counts = conversion.notConverted().stream().flatMap(not -> not.reasons().stream()).map(Reason::code)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            var reasons = counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                    .map(entry -> new ReasonCount(entry.getKey(), entry.getValue()))
                    .toList();
            return new Outcome(conversion.converted().size(), conversion.notConverted().size(), reasons);
        }
    }

    /** How many preferences a reason stood against. */
    public record ReasonCount(String code, long count) implements Serializable {

        /** The code as words: "Section full" for SECTION_FULL. */
        public String words() {
            return code.charAt(0) + code.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT);
        }
    }

    /** Begins with Interested chosen, after all priorities in their order; while a conversion runs, shows that one. */
    public void begin() {
        if (!isRunning()) {
            outcome = null;
            choices = types.all().stream().filter(RegistrationType::isPreference).map(RegistrationType::getName)
                    .sorted(Comparator.comparing(RegistrationType.INTERESTED::equals))
                    .map(Choice::new)
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }

    /** Lets a type be converted before the one that stands above it. */
    public void moveUp(Choice choice) {
        var place = choices.indexOf(choice);
        if (place > 0) {
            Collections.swap(choices, place, place - 1);
        }
    }

    public void convert() {
        var program = page.getCode();
        var typeNames = choices.stream().filter(Choice::isChosen).map(Choice::getType).toList();
        if (typeNames.isEmpty()) {
            Messages.error("Choose at least one type of preference.");
        } else {
            work = background.start(() -> Outcome.of(lotteries.convert(program, Optional.empty(), typeNames)));
        }
    }

    /** Sees whether it is done. */
    public void check() {
        if (work != null && work.isDone()) {
            var done = work;
            work = null;
            outcome = done.result();
        }
    }

    public boolean isRunning() {
        return work != null;
    }

    /** Null until it is done. */
    public Outcome getOutcome() {
        return outcome;
    }

    /** All types of preference, in the order in which they would be converted. */
    public List<Choice> getChoices() {
        return choices;
    }
}
