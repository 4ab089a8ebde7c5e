package dev.keyguard.access;

/** A lock file that cannot be used; the message says why and what to do. */
public final class LockFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LockFileException(String message) {
        super(message);
    }
}
