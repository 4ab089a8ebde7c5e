package dev.keyguard.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The command lines of every process that comes from this one, looked at all the time until {@link #close}. */
final class ProcessArguments implements AutoCloseable {
    private static final long EVERY_MILLIS = 50;

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "process-arguments");
        daemon.setDaemon(true);
        return daemon;
    });

    private ProcessArguments() {}

    static ProcessArguments watch() {
        ProcessArguments watcher = new ProcessArguments();
        watcher.thread.scheduleWithFixedDelay(watcher::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return watcher;
    }

    /** All that was seen so far. */
    String all() {
        return String.join("\n", seen);
    }

    private void look() {
        ProcessHandle.current().descendants().forEach(process -> {
            process.info().commandLine().ifPresent(seen::add);
            whole(process).ifPresent(seen::add);
        });
    }

    /** Linux has the whole of it, however long. */
    private static Optional<String> whole(ProcessHandle process) {
        try {
            Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
            return Files.isReadable(file)
                    ? Optional.of(
                            Files.readString(file, StandardCharsets.ISO_8859_1).replace('\0', ' '))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // it has ended
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
