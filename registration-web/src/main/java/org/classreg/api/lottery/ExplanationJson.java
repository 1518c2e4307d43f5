package org.classreg.api.lottery;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.classreg.catalog.ClassSection;
import org.classreg.errors.Reason;
import org.classreg.lottery.Explanation;
import org.classreg.registration.RegistrationType;

/** What a run gave one student, and why not the rest. */
@JsonbPropertyOrder({"run", "student", "name", "number", "place", "students", "kept", "wishes"})
public record ExplanationJson(Long run, String student, String name, int number, int place, int students, List<String> kept,
        List<WishJson> wishes) {

    /** A section that was asked for. */
    @JsonbPropertyOrder({"section", "title", "type", "given", "seats", "standing", "askedBy", "givenTo", "reasons"})
    public record WishJson(String section, String title, String type, boolean given, int seats, int standing, Map<String, Integer> askedBy,
            Map<String, Integer> givenTo, List<Reason> reasons) {

        static WishJson of(Explanation.Wish wish) {
            var demand = wish.demand();
            return new WishJson(wish.section().getCode(), wish.section().getTitle(), typeName(wish.rank()), wish.given(), demand.seats(),
                    demand.standing(), byType(demand.asked()), byType(demand.given()), wish.reasons());
        }

        private static Map<String, Integer> byType(SortedMap<Integer, Integer> byRank) {
            var counts = new LinkedHashMap<String, Integer>();
            byRank.forEach((rank, count) -> counts.put(typeName(rank), count));
            return counts;
        }

        private static String typeName(int rank) {
            return rank > 0 ? RegistrationType.priority(rank) : RegistrationType.INTERESTED;
        }
    }

    static ExplanationJson of(Explanation explanation) {
        return new ExplanationJson(explanation.run().getId(), explanation.student().getUsername(), explanation.student().name(),
                explanation.number(), explanation.place(), explanation.students(),
                explanation.kept().stream().map(ClassSection::getCode).toList(), explanation.wishes().stream().map(WishJson::of).toList());
    }
}
