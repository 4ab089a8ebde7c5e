package dev.keyguard.source.config;

import dev.keyguard.source.Problem;
import dev.keyguard.source.SuppressionComment;
import dev.keyguard.source.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects what a reader finds in one file. Entries of a document wait until it ends, because only then its profiles are
 * known. Keeps at most {@link #MAX_ENTRIES} entries and only the first problem.
 */
final class Entries {
    /** Far beyond any file written by hand. */
    static final int MAX_ENTRIES = 200_000;

    /** Bytes; larger files are data, not configuration. */
    static final int MAX_SIZE = 10 << 20;

    /** Characters; a longer key is an attack, and would be copied into every entry below it. */
    static final int MAX_KEY = 2_000;

    private static final int MAX_KEYS_TOTAL = 32 << 20;

    /** Profiles multiply entries; nobody lists this many. */
    private static final int MAX_PROFILES = 32;

    private record Draft(String key, String value, int valueOffset, int keyOffset) {}

    private final Text text;
    private final Optional<String> fileProfile;
    private final List<ConfigEntry> entries = new ArrayList<>();
    private final List<Draft> document = new ArrayList<>();
    private final List<String> documentProfiles = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int documents;
    private int keysTotal;

    Entries(Text text) {
        this.text = text;
        this.fileProfile = Profiles.ofFile(text.path());
    }

    /** The facts of a file that is too large to be read as configuration; absent if it is not. */
    static Optional<ConfigFacts> tooLarge(String path, ConfigFacts.Format format, byte[] content, int limit) {
        if (content.length <= limit) {
            return Optional.empty();
        }
        Problem problem = new Problem(
                new Text(path, "").place(0),
                "The file is larger than " + (limit >> 20) + " MiB and was not read; exclude it if it is data.");
        return Optional.of(new ConfigFacts(path, format, List.of(), List.of(), List.of(problem)));
    }

    /**
     * Adds a scalar.
     *
     * @param valueOffset where its value is written; ignored for an empty value
     * @return whether there is room for more
     */
    boolean add(String key, String value, int valueOffset, int keyOffset) {
        if (key.length() > MAX_KEY) {
            problem(keyOffset, "A key of more than " + MAX_KEY + " characters was not read.");
            return true;
        }
        keysTotal += key.length();
        if (entries.size() + document.size() >= MAX_ENTRIES || keysTotal > MAX_KEYS_TOTAL) {
            problem(keyOffset, "The file has too many entries; the rest was not read. Exclude it if it is data.");
            return false;
        }
        if (Profiles.activates(key)) {
            documentProfiles.addAll(Profiles.alternatives(value));
        }
        document.add(new Draft(key, value, value.isEmpty() ? keyOffset : valueOffset, keyOffset));
        return true;
    }

    /** Ends the current document; what is added from now on belongs to the next one. */
    void endDocument() {
        List<String> atDocument = documentProfiles.stream().limit(MAX_PROFILES).toList();
        for (Draft draft : document) {
            ProfiledKey key = ProfiledKey.of(draft.key());
            List<String> profiles = Profiles.joined(fileProfile, atDocument, key.profiles());
            if (profiles.isEmpty()) {
                entries.add(entry(draft, key.key(), Optional.empty()));
            }
            profiles.stream()
                    .limit(Math.min(MAX_PROFILES, MAX_ENTRIES - Math.min(MAX_ENTRIES, entries.size())))
                    .forEach(profile -> entries.add(entry(draft, key.key(), Optional.of(profile))));
        }
        document.clear();
        documentProfiles.clear();
        documents++;
    }

    /** Notes what could not be understood; only the first problem of a file is kept. */
    void problem(int offset, String message) {
        if (problems.isEmpty()) {
            problems.add(new Problem(text.place(offset), message));
        }
    }

    /** Ends the last document and gives everything that was found. */
    ConfigFacts facts(ConfigFacts.Format format, List<SuppressionComment> suppressions) {
        endDocument();
        return new ConfigFacts(
                text.path(), format, List.copyOf(entries), List.copyOf(suppressions), List.copyOf(problems));
    }

    private ConfigEntry entry(Draft draft, String key, Optional<String> profile) {
        return new ConfigEntry(
                key, draft.value(), text.place(draft.valueOffset()), text.place(draft.keyOffset()), profile, documents);
    }
}
