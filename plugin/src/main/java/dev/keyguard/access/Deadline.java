package dev.keyguard.access;

import java.time.Duration;

/** When patience ends. */
final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean past() {
        return System.nanoTime() - end >= 0;
    }

    /** What is left, at least a millisecond. */
    Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }

    /** Sleeps, unless that would miss the deadline or somebody interrupts; tells whether it did. */
    boolean sleep(Duration time) {
        if (System.nanoTime() + time.toNanos() - end >= 0) {
            return false;
        }
        try {
            Thread.sleep(time.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
