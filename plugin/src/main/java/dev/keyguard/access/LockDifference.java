package dev.keyguard.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What has changed for the worse between a lock file and a live list, as sentences. */
final class LockDifference {
    private static final int SHOWN = 10;

    private final SortedMap<String, ModelEntry> locked;
    private final SortedMap<String, ModelEntry> live;

    LockDifference(SortedMap<String, ModelEntry> locked, SortedMap<String, ModelEntry> live) {
        this.locked = locked;
        this.live = live;
    }

    List<String> sentences() {
        List<String> lost =
                locked.keySet().stream().filter(id -> !live.containsKey(id)).toList();
        List<String> dated = new ArrayList<>();
        for (ModelEntry before : locked.values()) {
            Optional<LocalDate> now = Optional.ofNullable(live.get(before.id())).flatMap(ModelEntry::shutdown);
            if (now.isPresent() && !now.equals(before.shutdown())) {
                dated.add(before.id() + " (" + now.get() + ")");
            }
        }
        List<String> sentences = new ArrayList<>();
        if (!lost.isEmpty()) {
            sentences.add("lost since the lock file was written: " + listed(lost));
        }
        if (!dated.isEmpty()) {
            sentences.add("new shutdown dates since the lock file was written: " + listed(dated));
        }
        return List.copyOf(sentences);
    }

    private static String listed(List<String> names) {
        String text = String.join(", ", names.stream().limit(SHOWN).toList());
        return names.size() > SHOWN ? text + " and " + (names.size() - SHOWN) + " more" : text;
    }
}
