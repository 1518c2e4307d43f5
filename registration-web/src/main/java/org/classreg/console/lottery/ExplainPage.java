package org.classreg.console.lottery;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassSection;
import org.classreg.console.ProgramView;
import org.classreg.errors.Reason;
import org.classreg.lottery.Explanation;
import org.classreg.lottery.LotteryRuns;
import org.classreg.registration.RegistrationType;

/** What a run gives one student, and why not the rest. */
@Named
@ViewScoped
public class ExplainPage implements Serializable {

    @Inject
    Catalog catalog;

    @Inject
    LotteryRuns runs;

    private String code;
    private long id;
    private String student;
    private ProgramView program;
    private String name;
    private String place;
    private int number;
    private String kept;
    private List<WishRow> wishes;

    /** A section that the student asked for. */
    public record WishRow(String section, String title, String type, boolean given, int asked, int seats, List<String> reasons)
            implements Serializable {

        static WishRow of(Explanation.Wish wish) {
            return new WishRow(wish.section().getCode(), wish.section().getTitle(),
                    wish.rank() > 0 ? RegistrationType.priority(wish.rank()) : RegistrationType.INTERESTED, wish.given(),
                    wish.demand().asked().values().stream().mapToInt(Integer::intValue).sum(), wish.demand().seats(),
                    wish.reasons().stream().map(Reason::message).toList());
        }
    }

    public void load() {
        program = ProgramView.of(catalog.getProgram(code));
        var explanation = runs.explain(code, id, student);
        name = explanation.student().name();
        place = "%,d of %,d".formatted(explanation.place(), explanation.students());
        number = explanation.number();
        kept = explanation.kept().stream().map(ClassSection::getCode).collect(Collectors.joining(", "));
        wishes = explanation.wishes().stream().map(WishRow::of).toList();
    }

    public ProgramView getProgram() {
        return program;
    }

    public String getName() {
        return name;
    }

    /** In the draw, such as "12 of 2,500". */
    public String getPlace() {
        return place;
    }

    /** Of the student in the anonymous input. */
    public int getNumber() {
        return number;
    }

    /** What stood before the draw; empty if nothing. */
    public String getKept() {
        return kept;
    }

    public List<WishRow> getWishes() {
        return wishes;
    }

    public long getGiven() {
        return wishes.stream().filter(WishRow::given).count();
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

    public String getStudent() {
        return student;
    }

    public void setStudent(String student) {
        this.student = student;
    }
}
