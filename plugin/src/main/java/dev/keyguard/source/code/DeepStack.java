package dev.keyguard.source.code;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Runs something that overflowed the stack once more on a thread with a big one. */
public final class DeepStack<T> {
    /** Bytes; enough for 20,000 nested parentheses, and little enough to be filled in a second or two. */
    private static final long STACK = 64L << 20;

    private final Supplier<T> work;

    /** For that piece of work. */
    public DeepStack(Supplier<T> work) {
        this.work = work;
    }

    /** The result, or nothing if this stack overflows too, the work fails or the caller is interrupted. */
    public Optional<T> run() {
        AtomicReference<T> result = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        result.set(work.get());
                    } catch (StackOverflowError | RuntimeException fault) {
                        result.set(null);
                    }
                },
                "keyguard-deep",
                STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.ofNullable(result.get());
    }
}
