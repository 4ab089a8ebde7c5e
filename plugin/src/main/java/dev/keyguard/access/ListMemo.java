package dev.keyguard.access;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Answers of this Maven session, so that the modules of a reactor ask once for each key and endpoint, also with {@code
 * -T}. One for a session; safe to share between threads. Holds no key, only digests.
 */
public final class ListMemo {
    private final Fingerprints prints = Fingerprints.passing();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final Map<String, CompletableFuture<ListAnswer>> answers = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<PermissionsAnswer>> permissions = new ConcurrentHashMap<>();

    /** Whether nobody of this session has said so before: for what is to be done once. */
    boolean first() {
        return begun.compareAndSet(false, true);
    }

    /** A name for the question that does not reveal the key; holds within this session. */
    String name(ListQuestion question) {
        return prints.of(question);
    }

    /** The answer to that question; the first who asks runs {@code ask}, the others wait for it. */
    ListAnswer once(String question, Supplier<ListAnswer> ask) {
        return once(answers, question, ask, new ListAnswer.Unreachable("asking was interrupted"));
    }

    /** Likewise for a project's own list. */
    PermissionsAnswer onceOfProject(String question, Supplier<PermissionsAnswer> ask) {
        return once(permissions, question, ask, PermissionsAnswer.failed("asking was interrupted"));
    }

    private static <T> T once(Map<String, CompletableFuture<T>> known, String question, Supplier<T> ask, T otherwise) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> first = known.putIfAbsent(question, mine);
        if (first != null) {
            return first.join();
        }
        T answer = otherwise;
        try {
            answer = ask.get();
        } finally {
            mine.complete(answer);
        }
        return answer;
    }
}
