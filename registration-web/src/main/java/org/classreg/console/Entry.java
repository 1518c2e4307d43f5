package org.classreg.console;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.classreg.errors.InvalidInput;
import org.classreg.errors.InvalidInput.Fault;
import org.classreg.errors.Reason;
import org.classreg.errors.Refused;
import org.classreg.errors.Taken;

/** What somebody types into the fields of a form, and what is wrong with each. Fields have the names that the boundaries give them. */
public class Entry implements Serializable {

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> faults = new HashMap<>();
    private String key;

    /** Empties the fields, for something new. */
    public void begin() {
        values.clear();
        faults.clear();
        key = null;
    }

    /** Fills the fields, for something that is there. */
    public void begin(String whose, Map<String, ?> present) {
        begin();
        key = whose;
        present.forEach((field, value) -> values.put(field, value == null ? "" : value.toString()));
    }

    /**
     * Does something with what was typed, or says at each field what is wrong with it. What the form does not have a field for is told above.
     *
     * @param act tells in a sentence what it did
     */
    public boolean submit(Supplier<String> act) {
        faults.clear();
        try {
            var sentence = act.get();
            if (faults.isEmpty()) {
                Messages.success(sentence);
                return true;
            }
        } catch (InvalidInput e) {
            e.faults().stream().filter(fault -> !faults.containsKey(fault.field())).forEach(this::add);
        } catch (Taken e) {
            add(e.fault());
        } catch (Refused e) {
            e.reasons().stream().map(Reason::message).forEach(Messages::error);
            return false;
        }
        Messages.error("Nothing was saved. What needs a correction says why.");
        return false;
    }

    private void add(Fault fault) {
        faults.merge(fault.field(), fault.message(), (one, more) -> one + " " + more);
    }

    /** Null when it is blank. */
    public String text(String field) {
        var text = values.get(field);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Null when it is blank, or no number: that is then at fault. */
    public Integer number(String field) {
        return read(field, Integer::valueOf, "a whole number");
    }

    /** Null when it is blank, or no day. */
    public LocalDate day(String field) {
        return read(field, LocalDate::parse, "a day");
    }

    /** Null when it is blank, or no time of day. */
    public LocalTime time(String field) {
        return read(field, LocalTime::parse, "a time");
    }

    private <T> T read(String field, Function<String, T> reading, String wanted) {
        var text = text(field);
        try {
            return text == null ? null : reading.apply(text);
        } catch (NumberFormatException | DateTimeException e) {
            faults.put(field, "\"" + text + "\" is not " + wanted + ".");
            return null;
        }
    }

    /** Refuses to go on if something could not be read. */
    public void requireReadable() {
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults.entrySet().stream().map(fault -> new Fault(fault.getKey(), fault.getValue())).toList());
        }
    }

    public Map<String, String> getValues() {
        return values;
    }

    public Map<String, String> getFaults() {
        return faults;
    }

    /** Of what is changed; null for something new. */
    public String getKey() {
        return key;
    }
}
