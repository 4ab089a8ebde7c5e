package dev.keyguard.value;

import java.util.Optional;

/** One of the values an expression or a property can have. */
public sealed interface Value {
    Trail trail();

    /** This value with one more step on its way. */
    Value then(Hop hop);

    /** A text that is known. */
    record Known(String text, Origin origin, Trail trail) implements Value {
        @Override
        public Known then(Hop hop) {
            return new Known(text, origin, trail.then(hop));
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

    /** Cannot be known from the code; {@code reason} says where it comes from, in a few words for people. */
    record Dynamic(String reason, Trail trail) implements Value {
        @Override
        public Dynamic then(Hop hop) {
            return new Dynamic(reason, trail.then(hop));
        }
    }
}
