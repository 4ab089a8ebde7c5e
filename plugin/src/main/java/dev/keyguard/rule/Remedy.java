package dev.keyguard.rule;

import java.util.Optional;

/** What ends a finding, in words, with the id to write instead and the command that does it. */
record Remedy(String text, Optional<String> replacement, Optional<String> command) {
    /** The command that edits the sources. */
    static final String FIX = "mvn keyguard:fix";

    /** The command that lists what each key may use. */
    static final String MODELS = "mvn keyguard:models";

    static Remedy replace(String text, String replacement) {
        return new Remedy(text, Optional.of(replacement), Optional.of(FIX));
    }

    static Remedy hint(String text, String command) {
        return new Remedy(text, Optional.empty(), Optional.of(command));
    }
}
