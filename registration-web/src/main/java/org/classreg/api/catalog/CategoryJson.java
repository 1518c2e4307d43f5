package org.classreg.api.catalog;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.classreg.administration.CategoryEdits;
import org.classreg.catalog.ClassCategory;

/** A category as the API tells and takes it. */
@JsonbPropertyOrder({"symbol", "title"})
public record CategoryJson(String symbol, String title) {

    static CategoryJson of(ClassCategory category) {
        return new CategoryJson(category.getSymbol(), category.getTitle());
    }

    CategoryEdits.Wanted toWanted() {
        return new CategoryEdits.Wanted(symbol, title);
    }
}
