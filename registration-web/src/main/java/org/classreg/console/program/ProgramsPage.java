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

/** All programs, each with how full it is. */
@Named
@RequestScoped
public class ProgramsPage {

    @Inject
    Catalog catalog;

    private List<Card> cards;

    /** A program at a glance. */
    public record Card(ProgramView program, int sections, Fill fill) {
    }

    @PostConstruct
    void load() {
        cards = catalog.programs().stream().map(this::card).toList();
    }

    private Card card(Program program) {
        var sections = catalog.sections(program.getCode());
        return new Card(ProgramView.of(program), sections.size(), Fill.sum(sections.stream().map(Fill::of)));
    }

    public List<Card> getCards() {
        return cards;
    }
}
