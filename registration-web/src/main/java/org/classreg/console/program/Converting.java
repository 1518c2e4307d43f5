package org.classreg.console.program;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.classreg.console.Background;
import org.classreg.console.Work;
import org.classreg.errors.Reason;
import org.classreg.lottery.Conversion;
import org.classreg.lottery.Lotteries;
import org.classreg.registration.RegistrationType;
import org.classreg.registration.RegistrationTypes;
import org.primefaces.model.DualListModel;

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

    private DualListModel<String> order = new DualListModel<>();
    private transient Work<Outcome> work;
    private Outcome outcome;

    /** What came of it, in numbers. */
    public record Outcome(int converted, int notConverted, List<ReasonCount> reasons) implements Serializable {

        static Outcome of(Conversion conversion) {
            var counts = conversion.notConverted().stream().flatMap(not -> not.reasons().stream()).map(Reason::code)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            var reasons = counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                    .map(entry -> new ReasonCount(entry.getKey(), entry.getValue()))
                    .toList();
            return new Outcome(conversion.converted().size(), conversion.notConverted().size(), new ArrayList<>(reasons));
        }
    }

    /** How many preferences a reason stood against. */
    public record ReasonCount(String code, long count) implements Serializable {

        /** The code as words: "Section full" for SECTION_FULL. */
        public String words() {
            return code.charAt(0) + code.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT);
        }
    }

    /** Begins with Interested alone, unless a conversion runs. */
    public void begin() {
        if (!isRunning()) {
            outcome = null;
            var rest = types.all().stream().filter(RegistrationType::isPreference).map(RegistrationType::getName)
                    .filter(name -> !name.equals(RegistrationType.INTERESTED)).collect(Collectors.toCollection(ArrayList::new));
            order = new DualListModel<>(rest, new ArrayList<>(List.of(RegistrationType.INTERESTED)));
        }
    }

    public void convert() {
        var program = page.getCode();
        var typeNames = List.copyOf(order.getTarget());
        work = background.start(() -> Outcome.of(lotteries.convert(program, Optional.empty(), typeNames)));
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

    public DualListModel<String> getOrder() {
        return order;
    }

    public void setOrder(DualListModel<String> order) {
        this.order = order;
    }
}
