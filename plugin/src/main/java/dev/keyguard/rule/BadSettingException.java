package dev.keyguard.rule;

/** What the user gave (a severity, a suppression file, a baseline) cannot be understood; the message says how to mend it. */
public final class BadSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadSettingException(String message) {
        super(message);
    }

    public BadSettingException(String message, Throwable cause) {
        super(message, cause);
    }
}
