package dev.keyguard.access;

import java.time.LocalDate;
import java.util.Optional;

/** What a key may do with a model. {@link Unknown} never counts as available and never, by default, fails a build. */
public sealed interface Access {
    /** One sentence for people: why. Never a key's value. */
    String reason();

    /**
     * The key may use it.
     *
     * @param until last day before the shutdown, as far as announced
     */
    record Available(Optional<LocalDate> until, String reason) implements Access {}

    /**
     * A request would be refused.
     *
     * @param cause    why
     * @param evidence what shows it: the list's source and age, the provider's answer, the table's date
     * @param since    the shutdown's day, for {@link Cause#SHUT_DOWN}
     */
    record Unavailable(Cause cause, String evidence, Optional<LocalDate> since) implements Access {
        @Override
        public String reason() {
            return evidence;
        }
    }

    /** Nobody could tell. */
    record Unknown(String reason) implements Access {}

    /** Why a model is unavailable. */
    enum Cause {
        /** The provider knows it, the key may not use it. */
        NOT_ACCESSIBLE,
        /** Neither the key's list nor the model table knows the id. */
        NOT_KNOWN,
        /** Its shutdown day is past. */
        SHUT_DOWN,
        /** The key itself is refused. */
        KEY_REFUSED,
        /** The model does not answer what the code asks of it. */
        WRONG_OPERATION
    }
}
