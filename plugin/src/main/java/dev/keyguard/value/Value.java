package dev.keyguard.value;

import java.util.List;
import java.util.Optional;

/** One of the values an expression or a property can have. */
public sealed interface Value {
    Trail trail();

    /** This value with one more step on its way. */
    Value then(Hop hop);

    /**
     * What the value is put together from, in order: the operands of a concatenation, the pieces of a format and its
     * arguments. The value itself where it is written in one piece.
     */
    default List<Value> parts() {
        return List.of(this);
    }

    /** The text with {@code %s} for each part that is not known: {@code https://%s.openai.azure.com}. */
    default String template() {
        StringBuilder text = new StringBuilder();
        for (Value part : parts()) {
            text.append(part instanceof Known known ? known.text() : "%s");
        }
        return text.toString();
    }

    /** A text that is known; {@code pieces} is empty where it is written in one piece. */
    record Known(String text, Origin origin, Trail trail, List<Value> pieces) implements Value {
        /** A text written in one piece. */
        public Known(String text, Origin origin, Trail trail) {
            this(text, origin, trail, List.of());
        }

        @Override
        public List<Value> parts() {
            return pieces.isEmpty() ? List.of(this) : pieces;
        }

        @Override
        public Known then(Hop hop) {
            return new Known(text, origin, trail.then(hop), pieces);
        }
    }

    /** The value of a configuration property that no file of the project sets. */
    record FromConfiguration(String property, Trail trail) implements Value {
        @Override
        public FromConfiguration then(Hop hop) {
            return new FromConfiguration(property, trail.then(hop));
        }
    }

    /** The value of an environment variable or, with {@code systemProperty}, a system property. */
    record FromEnvironment(String name, boolean systemProperty, Trail trail) implements Value {
        @Override
        public FromEnvironment then(Hop hop) {
            return new FromEnvironment(name, systemProperty, trail.then(hop));
        }
    }

    /** A model nobody wrote: the library asks for it when none is named; {@code model} absent if it sends none. */
    record LibraryDefault(String library, String version, String operation, Optional<String> model, Trail trail)
            implements Value {
        @Override
        public LibraryDefault then(Hop hop) {
            return new LibraryDefault(library, version, operation, model, trail.then(hop));
        }
    }

    /**
     * Cannot be known from the code; {@code reason} says where it comes from, in a few words for people. A text of which
     * some parts are known has them in {@code pieces}; see {@link #template()}.
     */
    record Dynamic(String reason, Trail trail, List<Value> pieces) implements Value {
        /** Nothing of it is known. */
        public Dynamic(String reason, Trail trail) {
            this(reason, trail, List.of());
        }

        @Override
        public List<Value> parts() {
            return pieces.isEmpty() ? List.of(this) : pieces;
        }

        @Override
        public Dynamic then(Hop hop) {
            return new Dynamic(reason, trail.then(hop), pieces);
        }
    }
}
