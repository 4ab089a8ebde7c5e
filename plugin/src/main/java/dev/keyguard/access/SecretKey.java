package dev.keyguard.access;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Optional;

/**
 * An API key's value. Never printed: {@link #toString()} does not show it, there is no {@code equals} that could be used
 * to guess it, it cannot be serialised. Only the code that builds a request reads it.
 */
public final class SecretKey {
    private final String value;

    private SecretKey(String value) {
        this.value = value;
    }

    /** Wraps a value as it was found. */
    public static SecretKey of(String value) {
        return new SecretKey(value);
    }

    /** The value. Only for the authentication header, for fingerprints and for scrubbing. */
    String reveal() {
        return value;
    }

    /** The same without blanks and line ends around it, which no key has and no header may carry. */
    SecretKey trimmed() {
        return new SecretKey(value.strip());
    }

    /** Whether there are blanks or line ends around it. */
    boolean padded() {
        return !value.strip().equals(value);
    }

    /** Why it cannot be sent in a header at all; says nothing of the value. */
    Optional<String> defect() {
        if (value.isBlank()) {
            return Optional.of("is empty");
        }
        boolean printable = value.strip().chars().allMatch(c -> c > ' ' && c < 0x7f);
        return printable
                ? Optional.empty()
                : Optional.of("holds characters that no key has (blanks, line ends, control or non-ASCII characters)");
    }

    @Override
    public String toString() {
        return "SecretKey(…)";
    }

    @java.io.Serial
    private void writeObject(ObjectOutputStream out) throws IOException {
        throw new NotSerializableException(SecretKey.class.getName());
    }
}
