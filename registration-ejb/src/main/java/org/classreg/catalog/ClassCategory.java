package org.classreg.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.classreg.lists.Listing;

/** A field of study of a program; its symbol begins the e-mail codes of its classes (the E of E1234s1). */
@Entity
@SequenceGenerator(name = "class_category", sequenceName = "class_category_seq", allocationSize = 50)
@Table(name = "class_category")
@NamedQuery(name = ClassCategory.OF_PROGRAM, query = "select c from ClassCategory c where c.program = :program order by c.symbol")
public class ClassCategory {

    public static final String OF_PROGRAM = "ClassCategory.ofProgram";

    /** The orders in which categories can be asked for. */
    public static final Listing<ClassCategory> LISTING = Listing.byText("c.symbol", ClassCategory::getSymbol)
            .text("symbol", "c.symbol", ClassCategory::getSymbol)
            .text("title", "c.title", ClassCategory::getTitle)
            .inOrderOf("symbol");

    @Id
    @GeneratedValue(generator = "class_category")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "program_id")
    private Program program;

    private String symbol;

    private String title;

    protected ClassCategory() {
    }

    public ClassCategory(Program program, String symbol, String title) {
        this.program = program;
        this.symbol = symbol;
        this.title = title;
    }

    public Program getProgram() {
        return program;
    }

    public Long getId() {
        return id;
    }

    public String getSymbol() {
        return symbol;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }
}
