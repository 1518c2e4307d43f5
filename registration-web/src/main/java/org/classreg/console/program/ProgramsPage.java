package org.classreg.console.program;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.Program;
import org.classreg.console.Fill;
import org.classreg.console.ProgramView;
import org.classreg.console.Viewer;

/** The programs in which the viewer has something to do, each with how full it is. */
@Named
@RequestScoped
public class ProgramsPage {

    @Inject
    Catalog catalog;

    @Inject
    Viewer viewer;

    private List<Card> cards;

    /**
     * A program at a glance.
     *
     * @param page where the viewer begins in it
     */
    public record Card(ProgramView program, int sections, Fill fill, String page) {
    }

    @PostConstruct
    void load() {
        cards = catalog.programs().stream().filter(this::concerns).map(this::card).toList();
    }

    private boolean concerns(Program program) {
        return viewer.checksIn(program.getCode()) || viewer.teachesIn(program.getCode());
    }

    private Card card(Program program) {
        var sections = catalog.sections(program.getCode());
        return new Card(ProgramView.of(program), sections.size(), Fill.sum(sections.stream().map(Fill::of)),
                viewer.runs(program.getCode()) || viewer.teachesIn(program.getCode()) ? "sections" : "checkin");
    }

    public List<Card> getCards() {
        return cards;
    }
}
