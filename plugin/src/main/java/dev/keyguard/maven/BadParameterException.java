package dev.keyguard.maven;

/** A parameter cannot be used as given; the message says which, why and what to write instead. */
final class BadParameterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadParameterException(String message) {
        super(message);
    }
}
