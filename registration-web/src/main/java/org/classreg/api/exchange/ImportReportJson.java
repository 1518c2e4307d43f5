package org.classreg.api.exchange;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.classreg.exchange.ImportReport;

/** What an import did, as the API tells it. */
public record ImportReportJson(List<LineJson> lines) {

    /** What it did to one kind of things. */
    @JsonbPropertyOrder({"kind", "added", "changed", "unchanged", "ended"})
    public record LineJson(String kind, int added, int changed, int unchanged, int ended) {

        static LineJson of(ImportReport.Line line) {
            return new LineJson(line.kind(), line.added(), line.changed(), line.unchanged(), line.ended());
        }
    }

    static ImportReportJson of(ImportReport report) {
        return new ImportReportJson(report.lines().stream().map(LineJson::of).toList());
    }
}
