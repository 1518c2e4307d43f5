package org.classreg.lottery.engine;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A result in one line of JSON. */
final class Report {

    private Report() {
    }

    static String json(Options options, Result result) {
        var metrics = result.metrics();
        var members = new LinkedHashMap<String, Object>();
        members.put("mode", "\"" + options.mode().name().toLowerCase(Locale.ROOT).replace('_', '-') + "\"");
        members.put("seed", options.seed());
        members.put("value", number(result.value()));
        members.put("bound", number(result.bound()));
        members.put("gap", number(result.gap()));
        members.put("P1seats", metrics.firstChoiceSeats());
        members.put("prioSeats", metrics.prioritySeats());
        members.put("seats", metrics.seats());
        members.put("U", number(metrics.utility()));
        members.put("p5", number(metrics.fifthPercentile()));
        members.put("nothing", metrics.nothing());
        members.put("seconds", number(result.seconds()));
        members.put("threads", options.threads());
        members.put("stopped", result.stopped());
        return members.entrySet().stream().map(Report::member).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String member(Map.Entry<String, Object> member) {
        return "\"" + member.getKey() + "\": " + member.getValue();
    }

    /** JSON knows no NaN. */
    private static String number(double value) {
        return Double.isNaN(value) ? "null" : String.format(Locale.ROOT, "%.6f", value);
    }
}
