package dev.keyguard.value;

import dev.keyguard.source.Place;
import java.util.ArrayList;
import java.util.List;

/** Texts put together from parts: every combination of the parts' values, within the limit. */
final class Texts {
    private static final int MAX_LENGTH = 1 << 20;
    private static final int MAX_PARTS = 100;

    private final Engine engine;

    Texts(Engine engine) {
        this.engine = engine;
    }

    /** The parts in a row. */
    List<Value> joined(List<At> parts, At at) {
        List<List<Value>> values = new ArrayList<>();
        for (At part : parts) {
            values.add(engine.values(part));
        }
        return product(values, at.expr().place());
    }

    /** One value of each part after the other, for all combinations. */
    static List<Value> product(List<List<Value>> parts, Place place) {
        List<List<Value>> rows = new ArrayList<>();
        rows.add(List.of());
        for (List<Value> alternatives : parts) {
            List<Value> choices =
                    alternatives.isEmpty() ? List.of(new Value.Dynamic("null", Trail.written(place))) : alternatives;
            List<List<Value>> longer = new ArrayList<>();
            for (List<Value> row : rows) {
                for (Value choice : choices) {
                    if (longer.size() < Engine.MAX_VALUES) {
                        List<Value> next = new ArrayList<>(row);
                        next.addAll(choice.parts());
                        longer.add(next);
                    }
                }
            }
            rows = longer;
        }
        return rows.stream().map(row -> composed(row, place)).toList();
    }

    /** One text made of these parts. */
    static Value composed(List<Value> parts, Place place) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        StringBuilder text = new StringBuilder();
        Value main = null;
        Value open = null;
        int longest = -1;
        for (Value part : parts) {
            if (part instanceof Value.Known known) {
                text.append(known.text(), 0, Math.min(known.text().length(), MAX_LENGTH));
                if (known.text().length() > longest) {
                    longest = known.text().length();
                    main = part;
                }
            } else if (open == null) {
                open = part;
            }
        }
        if (open == null && main != null && text.length() < MAX_LENGTH) {
            Origin origin = ((Value.Known) main).origin();
            return new Value.Known(text.toString(), origin, main.trail(), kept(parts));
        }
        Trail trail = main != null ? main.trail() : Trail.written(place);
        return new Value.Dynamic("a text that holds " + describe(open), trail, kept(parts));
    }

    /** A text of very many parts is one that grows in a loop; its parts are of no use to anyone. */
    private static List<Value> kept(List<Value> parts) {
        return parts.size() > MAX_PARTS ? List.of() : List.copyOf(parts);
    }

    /** What a value that is not known is, in a few words. */
    static String describe(Value value) {
        if (value instanceof Value.FromEnvironment variable) {
            return (variable.systemProperty() ? "system property " : "environment variable ") + variable.name();
        } else if (value instanceof Value.FromConfiguration property) {
            return "property " + property.property();
        } else if (value instanceof Value.Dynamic dynamic) {
            return dynamic.reason();
        }
        return "more than can be followed";
    }
}
