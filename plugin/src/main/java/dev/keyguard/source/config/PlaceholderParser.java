package dev.keyguard.source.config;

import dev.keyguard.source.config.Placeholder.Kind;
import dev.keyguard.source.config.Placeholder.Literal;
import dev.keyguard.source.config.Placeholder.Malformed;
import dev.keyguard.source.config.Placeholder.Opaque;
import dev.keyguard.source.config.Placeholder.Part;
import dev.keyguard.source.config.Placeholder.Reference;
import dev.keyguard.source.config.Placeholder.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One pass over a value; recursion only as deep as {@link #MAX_DEPTH} nested references. */
final class PlaceholderParser {
    private static final int MAX_DEPTH = 20;

    private final String chars;
    private final Style style;
    private int pos;
    private boolean unclosed;

    /** A search for the end of a template or command found none; it is not repeated, so that time stays linear. */
    private boolean neverCloses;

    PlaceholderParser(String chars, Style style) {
        this.chars = chars;
        this.style = style;
    }

    List<Part> parse() {
        return parts("", 0);
    }

    /** Reads until one of the characters of {@code stops}, outside nested braces, without consuming it. */
    private List<Part> parts(String stops, int depth) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int literalStart = pos;
        int braces = 0;
        while (pos < chars.length()) {
            char c = chars.charAt(pos);
            if (braces == 0 && stops.indexOf(c) >= 0) {
                break;
            }
            int start = pos;
            Optional<Part> part = special(depth);
            if (part.isPresent()) {
                addLiteral(parts, literal, literalStart);
                parts.add(part.get());
                literalStart = pos;
                if (unclosed) {
                    break;
                }
            } else {
                pos = start;
                braces += !stops.isEmpty() && c == '{' ? 1 : c == '}' && braces > 0 ? -1 : 0;
                literal.append(unescaped());
            }
        }
        addLiteral(parts, literal, literalStart);
        return List.copyOf(parts);
    }

    private static void addLiteral(List<Part> parts, StringBuilder literal, int start) {
        if (literal.length() > 0) {
            parts.add(new Literal(literal.toString(), start));
            literal.setLength(0);
        }
    }

    /** The character here, escapes undone; moves on. */
    private char unescaped() {
        boolean escapedJava = style == Style.JAVA && (at("\\${") || at("\\#{"));
        boolean escapedDollar = style != Style.JAVA && at("$$");
        pos += escapedJava || escapedDollar ? 2 : 1;
        return chars.charAt(pos - 1);
    }

    /** What is no literal, if something of the kind begins here; moves behind it. */
    private Optional<Part> special(int depth) {
        if (at("${{")) {
            return delimited("}}", 3);
        }
        if (at("{{")) {
            return delimited("}}", 2);
        }
        if (at("${")) {
            return style == Style.KUBERNETES ? Optional.empty() : Optional.of(reference(depth));
        }
        if (at("$(")) {
            return parenthesised();
        }
        if (at("#{") && style == Style.JAVA) {
            return Optional.of(expression(depth));
        }
        if (at("@") && style == Style.JAVA) {
            return filtered();
        }
        return at("$") && style == Style.SHELL && !at("$$") ? shellName() : Optional.empty();
    }

    private Part reference(int depth) {
        int start = pos;
        if (depth >= MAX_DEPTH) {
            return unclosed(start, "nest fewer references");
        }
        pos += 2;
        List<Part> name = parts(style == Style.SHELL ? ":-=?+}" : ":}", depth + 1);
        if (unclosed || pos >= chars.length()) {
            return unclosed(start, "close it with }");
        }
        if (style == Style.JAVA && at("::") && chars.indexOf('}', pos) >= 0) {
            // SmallRye's secret handlers: ${handler::encrypted value}
            pos = chars.indexOf('}', pos) + 1;
            return new Opaque(chars.substring(start, pos), List.of(), start);
        }
        String operator = operator();
        pos += operator.length();
        Optional<List<Part>> after = operator.isEmpty() ? Optional.empty() : Optional.of(parts("}", depth + 1));
        if (unclosed || pos >= chars.length()) {
            return unclosed(start, "close it with }");
        }
        pos++;
        if (operator.endsWith("+")) {
            return new Opaque(chars.substring(start, pos), after.orElse(List.of()), start);
        }
        Kind kind = style == Style.SHELL ? Kind.ENVIRONMENT : Kind.PROPERTY;
        return new Reference(kind, optionalMark(name), operator.endsWith("?") ? Optional.empty() : after, start);
    }

    /** What separates name and default: nothing at the closing brace. */
    private String operator() {
        if (at("}")) {
            return "";
        }
        boolean two = style == Style.SHELL
                && at(":")
                && pos + 1 < chars.length()
                && "-=?+".indexOf(chars.charAt(pos + 1)) >= 0;
        return chars.substring(pos, pos + (two ? 2 : 1));
    }

    /** HOCON writes <code>${?NAME}</code> for a reference that may be missing. */
    private static List<Part> optionalMark(List<Part> name) {
        if (name.size() == 1
                && name.get(0) instanceof Literal literal
                && literal.text().startsWith("?")) {
            return List.of(new Literal(literal.text().substring(1), literal.offset() + 1));
        }
        return name;
    }

    /** Everything from here to the end is one malformed part. */
    private Part unclosed(int start, String remedy) {
        unclosed = true;
        pos = chars.length();
        String text = chars.substring(start);
        int nameEnd = 2;
        while (nameEnd < text.length() && isNameCharacter(text.charAt(nameEnd))) {
            nameEnd++;
        }
        Optional<String> name = nameEnd > 2 ? Optional.of(text.substring(2, nameEnd)) : Optional.empty();
        return new Malformed(text, name, remedy, start);
    }

    private Part expression(int depth) {
        int start = pos;
        if (depth >= MAX_DEPTH) {
            return unclosed(start, "nest fewer references");
        }
        pos += 2;
        List<Part> inside = parts("}", depth + 1);
        if (unclosed || pos >= chars.length()) {
            return unclosed(start, "close it with }");
        }
        pos++;
        return new Opaque(chars.substring(start, pos), inside, start);
    }

    private Optional<Part> delimited(String close, int from) {
        int end = neverCloses ? -1 : chars.indexOf(close, pos + from);
        if (end < 0) {
            neverCloses = true;
            return Optional.empty();
        }
        int start = pos;
        pos = end + close.length();
        return Optional.of(new Opaque(chars.substring(start, pos), List.of(), start));
    }

    private Optional<Part> parenthesised() {
        int start = pos;
        int end = nameEnd(pos + 2);
        boolean name = end > pos + 2 && end < chars.length() && chars.charAt(end) == ')';
        if (style == Style.SHELL) {
            return delimited(")", 2);
        }
        if (!name) {
            return Optional.empty();
        }
        String called = chars.substring(pos + 2, end);
        pos = end + 1;
        return Optional.of(
                style == Style.KUBERNETES
                        ? new Reference(
                                Kind.ENVIRONMENT, List.of(new Literal(called, start + 2)), Optional.empty(), start)
                        : new Malformed(
                                chars.substring(start, pos),
                                Optional.of(called),
                                "write ${" + called + "} with braces",
                                start));
    }

    private Optional<Part> filtered() {
        int start = pos;
        int end = nameEnd(pos + 1);
        if (end == pos + 1 || end >= chars.length() || chars.charAt(end) != '@') {
            return Optional.empty();
        }
        pos = end + 1;
        List<Part> name = List.of(new Literal(chars.substring(start + 1, end), start + 1));
        return Optional.of(new Reference(Kind.BUILD, name, Optional.empty(), start));
    }

    private Optional<Part> shellName() {
        int start = pos;
        int end = pos + 1;
        while (end < chars.length() && (Character.isLetterOrDigit(chars.charAt(end)) || chars.charAt(end) == '_')) {
            end++;
        }
        if (end == start + 1 || Character.isDigit(chars.charAt(start + 1))) {
            return Optional.empty();
        }
        pos = end;
        List<Part> name = List.of(new Literal(chars.substring(start + 1, end), start + 1));
        return Optional.of(new Reference(Kind.ENVIRONMENT, name, Optional.empty(), start));
    }

    private int nameEnd(int from) {
        int end = from;
        while (end < chars.length() && isNameCharacter(chars.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
    }

    private boolean at(String expected) {
        return chars.startsWith(expected, pos);
    }
}
