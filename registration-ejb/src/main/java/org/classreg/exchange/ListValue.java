package org.classreg.exchange;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lists as OneRoster has them in one value of CSV: separated by commas, and what has a comma or a quote in it within double quotes. */
final class ListValue {

    private static final Pattern ELEMENT = Pattern.compile("\\s*(?:\"((?:[^\"]|\"\")*)\"|([^,]*))\\s*(?:,|$)");

    private ListValue() {
    }

    /** The values, without empty ones. */
    static List<String> read(String text) {
        return ELEMENT.matcher(text).results()
                .map(element -> element.group(1) == null ? element.group(2).strip() : element.group(1).replace("\"\"", "\"").strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    static String write(List<String> values) {
        return values.stream().map(ListValue::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String value) {
        return value.contains(",") || value.startsWith("\"") ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
    }
}
