package dev.keyguard.value;

import dev.keyguard.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats and what is put into them. */
final class Formats {
    /** {@code %s}, {@code %2$s}, {@code %-10d}, {@code %%}, {@code %n}. */
    private static final Pattern PERCENT = Pattern.compile("%(?:(\\d{1,3})\\$)?[-#+ 0,(<]*\\d*(?:\\.\\d+)?([a-zA-Z%])");

    /** {@code {0}}, {@code {1,number}}. */
    private static final Pattern BRACES = Pattern.compile("\\{(\\d{1,3})(?:,[^{}]*)?}");

    private final Engine engine;

    Formats(Engine engine) {
        this.engine = engine;
    }

    /** {@code String.format}. */
    List<Value> percent(At format, List<At> arguments, Place place) {
        return fill(format, arguments, place, PERCENT);
    }

    /** {@code MessageFormat.format}. */
    List<Value> braces(At format, List<At> arguments, Place place) {
        return fill(format, arguments, place, BRACES);
    }

    private List<Value> fill(At format, List<At> arguments, Place place, Pattern pattern) {
        List<Value> found = new ArrayList<>();
        for (Value value : engine.values(format)) {
            List<List<Value>> parts = new ArrayList<>();
            int[] next = new int[1];
            for (Value part : value.parts()) {
                if (part instanceof Value.Known known) {
                    pieces(known, pattern, arguments, next, parts, place);
                } else {
                    parts.add(List.of(part));
                }
            }
            found.addAll(Texts.product(parts, place));
        }
        return found;
    }

    private void pieces(
            Value.Known known, Pattern pattern, List<At> arguments, int[] next, List<List<Value>> parts, Place place) {
        Matcher matcher = pattern.matcher(known.text());
        int from = 0;
        while (matcher.find()) {
            literal(known, from, matcher.start(), parts);
            from = matcher.end();
            String kind = pattern == BRACES ? "s" : matcher.group(2);
            if (kind.equals("%") || kind.equals("n")) {
                parts.add(List.of(new Value.Known(kind.equals("n") ? "\n" : "%", known.origin(), known.trail())));
                continue;
            }
            String position = matcher.group(1);
            int index = pattern == BRACES
                    ? Integer.parseInt(position)
                    : position != null ? Integer.parseInt(position) - 1 : next[0]++;
            parts.add(
                    index >= 0 && index < arguments.size()
                            ? engine.values(arguments.get(index))
                            : List.of(new Value.Dynamic("a missing argument of a format", Trail.written(place))));
        }
        literal(known, from, known.text().length(), parts);
    }

    private static void literal(Value.Known known, int from, int to, List<List<Value>> parts) {
        if (from < to) {
            parts.add(List.of(new Value.Known(known.text().substring(from, to), known.origin(), known.trail())));
        }
    }
}
