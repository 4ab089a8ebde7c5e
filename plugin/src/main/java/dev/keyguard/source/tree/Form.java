package dev.keyguard.source.tree;

import java.lang.reflect.Type;
import java.util.function.Consumer;
import java.util.function.Function;

/** How values of one type are written and read. */
abstract class Form {
    /** Deeper values are refused: the way back is as deep. Counts every optional, list and record on the way. */
    private static final int MAX_DEPTH = 4000;

    abstract void write(Object value, Encoder encoder, int depth);

    /** @throws BinaryInput.Broken or {@link TooDeep} if the bytes are not those of a value */
    abstract Object read(BinaryInput in, int depth);

    /** What a changed declaration would change. */
    abstract String describe();

    /** Finds the forms inside, when this one is known already and may be one of them. */
    void resolve(Function<Type, Form> forms) {}

    static int deeper(int depth) {
        if (depth >= MAX_DEPTH) {
            throw new TooDeep();
        }
        return depth + 1;
    }

    /** Reads the number of an alternative. */
    static int choice(BinaryInput in, int alternatives) {
        long choice = in.number();
        if (choice < 0 || choice >= alternatives) {
            throw new BinaryInput.Broken();
        }
        return (int) choice;
    }

    /**
     * Where values go.
     *
     * @param visitor told of every record and text
     */
    record Encoder(BinaryOutput out, Consumer<Object> visitor) {
        void text(String text) {
            visitor.accept(text);
            out.text(text);
        }
    }

    /** A value is nested deeper than is safe. */
    static final class TooDeep extends RuntimeException {
        TooDeep() {
            super("nested too deep", null, false, false);
        }
    }
}
