package org.classreg.console.exchange;

import jakarta.annotation.PreDestroy;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.console.Background;
import org.classreg.console.Failures;
import org.classreg.console.Messages;
import org.classreg.console.ProgramView;
import org.classreg.console.Viewer;
import org.classreg.console.Work;
import org.classreg.console.Work.WorkFailed;
import org.classreg.errors.Forbidden;
import org.classreg.exchange.ImportError;
import org.classreg.exchange.ImportRefused;
import org.classreg.exchange.ImportReport;
import org.classreg.exchange.Imports;
import org.classreg.exchange.Progress;

/** Takes files in: first shows what they would change, or all that is wrong with them; then, when asked to, does it. */
@Named
@ViewScoped
public class ImportPage implements Serializable {

    @Inject
    Viewer viewer;

    @Inject
    Catalog catalog;

    @Inject
    Imports imports;

    @Inject
    Background background;

    private List<ProgramView> programs;
    private String programCode;
    private transient Part file;
    private Upload upload;
    private String fileName;
    private Step step = Step.CHOOSE;
    private transient Progress progress;
    private transient Work<ImportReport> work;
    private List<ReportRow> report = List.of();
    private List<ErrorRow> errors = List.of();
    private long errorCount;

    /** How far the page is. */
    public enum Step {
        CHOOSE, CHECKING, CHECKED, REFUSED, IMPORTING, IMPORTED
    }

    /** What changes of one kind, in numbers. */
    public record ReportRow(String kind, int added, int changed, int unchanged, int ended) implements Serializable {

        static ReportRow of(ImportReport.Line line) {
            return new ReportRow(line.kind(), line.added(), line.changed(), line.unchanged(), line.ended());
        }
    }

    /** A place in a file at which something is wrong. */
    public record ErrorRow(String file, long line, String column, String reason) implements Serializable {

        static ErrorRow of(ImportError error) {
            return new ErrorRow(error.file(), error.line(), error.column(), error.reason());
        }
    }

    /** Reads the page, for those who may import. */
    public void load() {
        if (!viewer.isAdmin()) {
            throw new Forbidden("Imports are for administrators.");
        }
        readPrograms();
    }

    private void readPrograms() {
        programs = catalog.programs().stream().map(ProgramView::of).toList();
    }

    /** Keeps a ZIP of OneRoster files and begins to look at what it would change. */
    public void checkOneRoster() throws IOException {
        check(null);
    }

    /** Keeps a file of preferences and begins to look at what it would change. */
    public void checkPreferences() throws IOException {
        check(programCode);
    }

    private void check(String program) throws IOException {
        if (file == null || file.getSize() == 0) {
            Messages.error("Choose a file that is not empty.");
            return;
        }
        discard();
        upload = Upload.keep(file, program);
        fileName = upload.name();
        step = Step.CHECKING;
        run(true);
    }

    /** Begins to do what was shown. */
    public void importIt() {
        step = Step.IMPORTING;
        run(false);
    }

    private void run(boolean preview) {
        var task = new ImportTask(imports, upload, preview, new Progress());
        progress = task.progress();
        work = background.start(task);
    }

    /** Sees how far it is. */
    public void poll() {
        if (work != null && work.isDone()) {
            var done = work;
            work = null;
            finish(done);
        }
    }

    private void finish(Work<ImportReport> done) {
        var preview = step == Step.CHECKING;
        step = Step.CHOOSE;
        try {
            report = done.result().lines().stream().map(ReportRow::of).toList();
            step = preview ? Step.CHECKED : Step.IMPORTED;
            readPrograms();
        } catch (WorkFailed e) {
            var refused = Failures.find(e, ImportRefused.class).orElseThrow(() -> e);
            errors = refused.errors().stream().map(ErrorRow::of).toList();
            errorCount = refused.count();
            step = Step.REFUSED;
        } finally {
            if (step != Step.CHECKED) {
                discard();
            }
        }
    }

    /** Back to the beginning. */
    public void restart() {
        discard();
        step = Step.CHOOSE;
    }

    @PreDestroy
    void discard() {
        if (upload != null) {
            upload.delete();
            upload = null;
        }
    }

    public boolean isRunning() {
        return step == Step.CHECKING || step == Step.IMPORTING;
    }

    public Step getStep() {
        return step;
    }

    public List<ProgramView> getPrograms() {
        return programs;
    }

    /** What is being worked on; null when nothing is. */
    public Progress getProgress() {
        return progress;
    }

    public String getFileName() {
        return fileName;
    }

    public List<ReportRow> getReport() {
        return report;
    }

    public List<ErrorRow> getErrors() {
        return errors;
    }

    /** How many there are, of which the page may show the first only. */
    public long getErrorCount() {
        return errorCount;
    }

    public String getProgramCode() {
        return programCode;
    }

    public void setProgramCode(String programCode) {
        this.programCode = programCode;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
