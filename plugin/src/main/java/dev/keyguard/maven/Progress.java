package dev.keyguard.maven;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says what takes so long, if it does and somebody sits there. */
final class Progress implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 3;

    private final ScheduledExecutorService timer;

    private Progress(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** Begins a step; closing ends it. Says nothing where Maven is not interactive or its output is no terminal. */
    static Progress begin(MavenContext context, String step) {
        boolean watched = context.session().getRequest() != null
                && context.session().getRequest().isInteractiveMode()
                && System.console() != null
                && context.log().isInfoEnabled();
        if (!watched) {
            return new Progress(null);
        }
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(runnable -> {
            Thread thread = new Thread(runnable, "keyguard-progress");
            thread.setDaemon(true);
            return thread;
        });
        long begin = System.nanoTime();
        timer.scheduleWithFixedDelay(
                () -> context.log()
                        .info("keyguard: " + step + " … " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)
                                + " s"),
                PATIENCE_SECONDS,
                PATIENCE_SECONDS,
                TimeUnit.SECONDS);
        return new Progress(timer);
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.shutdownNow();
        }
    }
}
