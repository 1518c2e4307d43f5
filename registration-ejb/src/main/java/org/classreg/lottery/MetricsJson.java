package org.classreg.lottery;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/** Metrics as they are stored. */
final class MetricsJson {

    private static final Jsonb JSON = JsonbBuilder.create();

    private MetricsJson() {
    }

    static String write(RunMetrics metrics) {
        return JSON.toJson(metrics);
    }

    /** @return null for null */
    static RunMetrics read(String text) {
        return text == null ? null : JSON.fromJson(text, RunMetrics.class);
    }
}
