package dev.keyguard.rule;

import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.Reference;
import java.util.Map;
import java.util.stream.Collectors;

/** What stays the same about a finding when code moves: no line number, no date, no message. */
public final class Fingerprints {
    private static final int MAX_TEXT = 200;

    private final Map<String, String> keys;
    private final SourceText text;

    public Fingerprints(Inventory inventory, SourceText text) {
        this.keys = inventory.references().stream()
                .filter(r -> r.key().name().isPresent())
                .collect(Collectors.toMap(Reference::id, r -> r.key().name().orElseThrow(), (a, b) -> a));
        this.text = text;
    }

    /**
     * What a finding is recognised by.
     *
     * @param model empty if it is about none
     * @param key   name of the key, or of what else is flagged
     * @param text  hash of the line, white space left out
     */
    public record Fingerprint(String rule, String file, String model, String key, String text)
            implements Comparable<Fingerprint> {
        @Override
        public int compareTo(Fingerprint other) {
            return joined().compareTo(other.joined());
        }

        /** All parts in one text. */
        public String joined() {
            return String.join("\u0000", file, rule, model, key, text);
        }

        Fingerprint withoutText() {
            return new Fingerprint(rule, file, model, key, "");
        }

        Fingerprint withoutFile() {
            return new Fingerprint(rule, "", model, key, text);
        }
    }

    /** The finding's fingerprint; two findings on lines of the same text can share one. */
    public Fingerprint of(Finding finding) {
        String key = finding.reference().map(id -> keys.getOrDefault(id, "")).orElseGet(() -> name(finding));
        return new Fingerprint(
                finding.rule(),
                finding.place().file(),
                finding.model().orElse(""),
                key,
                Digest.of(
                        normal(text.line(finding.place().file(), finding.place().line()))));
    }

    private static String name(Finding finding) {
        return finding.trail().stream()
                .flatMap(hop -> hop.name().stream())
                .findFirst()
                .orElse("");
    }

    /** The hash alone is kept: a line can hold a key. */
    private static String normal(String line) {
        String plain = line.replaceAll("\\s+", "");
        return plain.length() > MAX_TEXT ? plain.substring(0, MAX_TEXT) : plain;
    }
}
