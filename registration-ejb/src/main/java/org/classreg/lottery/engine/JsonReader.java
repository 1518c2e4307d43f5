package org.classreg.lottery.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON into maps, lists, strings, doubles, booleans and nulls: as much as an instance needs, so that the engine needs no library. */
final class JsonReader {

    private final String name;
    private final String text;
    private int at;

    /** @param name of the text, for messages */
    JsonReader(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** @throws InvalidInstance with the line, if this is not JSON */
    Object read() {
        var value = value();
        if (peek() != 0) {
            throw wrong("the end was expected");
        }
        return value;
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            default -> literal();
        };
    }

    private Map<String, Object> object() {
        var members = new LinkedHashMap<String, Object>();
        take('{');
        while (peek() != '}') {
            var key = string();
            take(':');
            members.put(key, value());
            separate('}');
        }
        take('}');
        return members;
    }

    private List<Object> list() {
        var items = new ArrayList<>();
        take('[');
        while (peek() != ']') {
            items.add(value());
            separate(']');
        }
        take(']');
        return items;
    }

    private void separate(char end) {
        if (peek() != end) {
            take(',');
            if (peek() == end) {
                throw wrong("a value was expected");
            }
        }
    }

    /** Escapes stay as they are: no name that matters here has one. */
    private String string() {
        take('"');
        var start = at;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw wrong("a string does not end");
        }
        return text.substring(start, at++);
    }

    private Object literal() {
        var start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        var literal = text.substring(start, at);
        return switch (literal) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> number(literal);
        };
    }

    private Double number(String literal) {
        try {
            return Double.valueOf(literal);
        } catch (NumberFormatException e) {
            throw wrong("a value was expected");
        }
    }

    private void take(char expected) {
        if (peek() != expected) {
            throw wrong("\"" + expected + "\" was expected");
        }
        at++;
    }

    /** The next character that is not space; 0 at the end. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private InvalidInstance wrong(String message) {
        var line = text.substring(0, Math.min(at, text.length())).lines().count();
        return new InvalidInstance(name + ", line " + Math.max(1, line) + ": " + message);
    }
}
