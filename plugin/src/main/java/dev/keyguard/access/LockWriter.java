package dev.keyguard.access;

import dev.keyguard.access.AccessAnswer.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes what was found out into the lock file. */
final class LockWriter {
    private final Path file;
    private final List<LockEntry> before;
    private final String toolVersion;

    LockWriter(Path file, List<LockEntry> before, String toolVersion) {
        this.file = file;
        this.before = before;
        this.toolVersion = toolVersion;
    }

    List<String> write(Collection<Answered> answers) throws IOException {
        SortedMap<String, LockEntry> entries = new TreeMap<>();
        before.forEach(entry -> entries.put(name(entry.key(), entry.baseUrl()), entry));
        List<String> sentences = new ArrayList<>();
        boolean any = false;
        for (Answered answered : sorted(answers)) {
            AccessAnswer answer = answered.answer();
            boolean list = answer.state() == AccessAnswer.State.LISTED
                    && (answer.source() == Source.LIVE || answer.source() == Source.CACHE);
            if (list && answered.profile().listed() && answered.profile().exhaustive()) {
                entries.put(name(answer.key(), answer.baseUrl()), entry(answered));
                sentences.add(answer.key() + " at " + answer.baseUrl() + ": "
                        + answer.models().size() + " models");
                answer.notes().forEach(sentences::add);
                any = true;
            } else {
                String where = answer.baseUrl().isEmpty() ? answer.service() : answer.baseUrl();
                sentences.add(answer.key() + " at " + where + ": not locked, " + answer.detail());
            }
        }
        if (any) {
            new LockFile(file).write(List.copyOf(entries.values()), toolVersion);
        }
        return List.copyOf(sentences);
    }

    private static List<Answered> sorted(Collection<Answered> answers) {
        return answers.stream()
                .sorted(Comparator.comparing((Answered a) -> a.answer().key())
                        .thenComparing(a -> a.answer().baseUrl()))
                .toList();
    }

    private static LockEntry entry(Answered answered) {
        AccessAnswer answer = answered.answer();
        return new LockEntry(
                answer.key(),
                answer.service(),
                answer.baseUrl(),
                answered.profile().id(),
                answer.checkedAt().orElseThrow(),
                answer.models());
    }

    private static String name(String key, String baseUrl) {
        return key + "\n" + baseUrl;
    }
}
