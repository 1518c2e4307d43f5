package org.classreg.administration;

import static org.classreg.people.Role.ADMIN_ROLE;
import static org.classreg.people.Role.STAFF_ROLE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

import java.io.Serializable;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.classreg.catalog.Catalog;
import org.classreg.catalog.ClassCategory;
import org.classreg.catalog.Locks;
import org.classreg.catalog.Program;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.NotFound;
import org.classreg.errors.Refused;
import org.classreg.errors.Taken;
import org.classreg.security.Caller;
import org.classreg.transactions.Retried;

/** Creates, changes and deletes the categories of a program's classes. */
@Stateless
@Retried
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({ADMIN_ROLE, STAFF_ROLE})
public class CategoryEdits {

    private static final int LONGEST_SYMBOL = 10;
    private static final int LONGEST_TITLE = 200;
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z]+");

    @Inject
    Catalog catalog;

    @Inject
    Caller caller;

    @Inject
    Locks locks;

    @Inject
    Writing writing;

    /**
     * A category as it is wanted.
     *
     * @param symbol with which the codes of its classes begin: 1 to 10 letters; it stays
     * @param title from 1 to 200 characters
     */
    public record Wanted(String symbol, String title) implements Serializable {

        public static Wanted of(ClassCategory category) {
            return new Wanted(category.getSymbol(), category.getTitle());
        }
    }

    /**
     * @throws NotFound if there is no such program
     * @throws InvalidInput with every field at fault
     * @throws Taken if a category of the program has this symbol
     */
    public ClassCategory create(String programCode, Wanted wanted) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        var faults = new Faults();
        var symbol = faults.name("symbol", wanted.symbol(), LONGEST_SYMBOL, SYMBOL, "a symbol of letters");
        var title = faults.text("title", wanted.title(), LONGEST_TITLE);
        faults.throwIfAny();
        if (catalog.categories(programCode).stream().anyMatch(other -> other.getSymbol().equals(symbol))) {
            throw new Taken("symbol", "There is a category \"" + symbol + "\" in the program already.");
        }
        var category = new ClassCategory(program, symbol, title);
        writing.add(category);
        writing.note("createCategory", program, symbol);
        return category;
    }

    /**
     * @param expected is given the present category, which nobody else changes meanwhile, and throws if it is not as the caller had in mind
     * @throws NotFound if there is no such program, or no such category in it
     * @throws InvalidInput with every field at fault
     */
    public ClassCategory change(String programCode, String symbol, Wanted wanted, Consumer<ClassCategory> expected) {
        var category = lock(programCode, symbol);
        var faults = new Faults();
        faults.same("symbol", wanted.symbol(), symbol);
        var checked = new Wanted(symbol, faults.text("title", wanted.title(), LONGEST_TITLE));
        faults.throwIfAny();
        expected.accept(category);
        if (!checked.equals(Wanted.of(category))) {
            category.setTitle(checked.title());
            writing.note("changeCategory", category.getProgram(), symbol);
        }
        return category;
    }

    /**
     * @param expected as for a change
     * @throws NotFound if there is no such program, or no such category in it
     * @throws Refused with IN_USE if it has classes
     */
    public void delete(String programCode, String symbol, Consumer<ClassCategory> expected) {
        var category = lock(programCode, symbol);
        expected.accept(category);
        writing.requireUnused(symbol, category.getId(), Reference.TO_CATEGORY);
        writing.delete(category, symbol);
        writing.note("deleteCategory", category.getProgram(), symbol);
    }

    private ClassCategory lock(String programCode, String symbol) {
        var program = catalog.getProgram(programCode);
        caller.requireStaff(program);
        locks.program(program);
        return catalog.getCategory(programCode, symbol);
    }
}
