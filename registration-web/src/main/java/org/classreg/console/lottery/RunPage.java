package org.classreg.console.lottery;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.console.Messages;
import org.classreg.console.ProgramView;
import org.classreg.console.Viewer;
import org.classreg.errors.Forbidden;
import org.classreg.lottery.LotteryRuns;
import org.classreg.lottery.PlannedSeat;
import org.classreg.lottery.RunMetrics;
import org.classreg.lottery.Unlucky;
import org.classreg.registration.RegistrationType;

/** One run of the lottery: how good its plan is. */
@Named
@ViewScoped
public class RunPage implements Serializable {

    @Inject
    Viewer viewer;

    @Inject
    Catalog catalog;

    @Inject
    LotteryRuns runs;

    private String code;
    private long id;
    private ProgramView program;
    private RunRow row;
    private CourseChart course;
    private List<RunRow> others = List.of();
    private List<Bar> ranks = List.of();
    private List<Bar> hours = List.of();
    private List<GradeRow> grades = List.of();
    private List<UnluckyRow> worstOff = List.of();

    /** How a grade fares. */
    public record GradeRow(String grade, int students, String seats, String firstChoices, String share) implements Serializable {

        static GradeRow of(RunMetrics.Grade grade) {
            return new GradeRow(grade.grade() == null ? "unknown" : String.valueOf(grade.grade()), grade.students(),
                    RunRow.decimal((double) grade.seats() / grade.students()), RunRow.decimal((double) grade.firstChoices() / grade.students()),
                    RunRow.percent(grade.share()));
        }
    }

    /** A student who has little of what was possible. */
    public record UnluckyRow(String username, String name, int wishes, int seats, String share) implements Serializable {

        static UnluckyRow of(Unlucky unlucky) {
            var figures = unlucky.figures();
            return new UnluckyRow(unlucky.student().getUsername(), unlucky.student().name(), figures.wishes(), figures.seats(),
                    RunRow.percent(figures.share()));
        }
    }

    /** Reads the run, for those who may. */
    public void load() {
        if (!viewer.runs(code)) {
            throw new Forbidden("The lottery is for the staff of the program.");
        }
        program = ProgramView.of(catalog.getProgram(code));
        refresh();
    }

    public void refresh() {
        var details = runs.get(code, id);
        row = RunRow.of(details);
        course = CourseChart.of(details.run().getCourse());
        if (row.planned()) {
            var metrics = details.metrics();
            var byRank = new ArrayList<>(metrics.seatsByRank().subList(1, metrics.seatsByRank().size()));
            byRank.add(metrics.seatsByRank().get(0));
            ranks = Bar.chart(byRank, rank -> rank + 1 < byRank.size() ? RegistrationType.priority(rank + 1) : RegistrationType.INTERESTED);
            hours = Bar.chart(metrics.hours(), hour -> hour == 1 ? "1 hour" : hour + " hours");
            grades = metrics.grades().stream().map(GradeRow::of).toList();
            worstOff = runs.worstOff(code, id).stream().map(UnluckyRow::of).toList();
            others = runs.of(code).stream().map(RunRow::of).filter(other -> other.planned() && other.id() != id).toList();
        }
    }

    public void stop() {
        runs.stop(code, id);
        refresh();
    }

    public void publish() {
        runs.publish(code, id);
        Messages.success("Run " + id + " is published: seed, anonymous input and plan can be read, and each student's own explanation.");
        refresh();
    }

    /** Sends the seats of the plan as CSV. */
    public void downloadAssignments() throws IOException {
        var csv = PlannedSeat.csv(runs.assignments(code, id));
        send("lottery-run-" + id + ".csv", "text/csv; charset=UTF-8", csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the anonymous input and the plan. */
    public void downloadReplay() throws IOException {
        send("lottery-run-" + id + ".zip", "application/zip", runs.replay(code, id));
    }

    private static void send(String name, String type, byte[] content) throws IOException {
        var faces = FacesContext.getCurrentInstance();
        var response = faces.getExternalContext();
        response.setResponseContentType(type);
        response.setResponseContentLength(content.length);
        response.setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.getResponseOutputStream().write(content);
        faces.responseComplete();
    }

    public ProgramView getProgram() {
        return program;
    }

    public RunRow getRow() {
        return row;
    }

    /** Null while there is nothing to draw. */
    public CourseChart getCourse() {
        return course;
    }

    /** The other runs of the program that have a plan. */
    public List<RunRow> getOthers() {
        return others;
    }

    public List<Bar> getRanks() {
        return ranks;
    }

    public List<Bar> getHours() {
        return hours;
    }

    public List<GradeRow> getGrades() {
        return grades;
    }

    public List<UnluckyRow> getWorstOff() {
        return worstOff;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }
}
