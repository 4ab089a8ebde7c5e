package dev.keyguard.usage;

import dev.keyguard.source.Place;
import dev.keyguard.source.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Steps of a scan, each on its own: one that fails for a fault of keyguard's costs what it would have found, and is said.
 * Nobody's pull request should be able to hide other files' findings behind such a fault.
 */
final class Mishaps {
    private final List<Problem> problems = new ArrayList<>();

    /** Runs a step about that file. */
    void run(String file, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | StackOverflowError fault) {
            problems.add(new Problem(
                    new Place(file, 1, 1),
                    "keyguard failed here (" + kind(fault)
                            + ") and may have missed models and keys. Please report it."));
        }
    }

    /** What a step about that file finds; nothing if it fails. */
    <T> List<T> found(String file, Supplier<List<T>> step) {
        List<T> all = new ArrayList<>();
        run(file, () -> all.addAll(step.get()));
        return all;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Never the fault's own words, which may quote the code. */
    private static String kind(Throwable fault) {
        String where = Arrays.stream(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.keyguard."))
                .findFirst()
                .map(frame -> " in " + frame.getClassName().replaceAll(".*\\.", "") + ":" + frame.getLineNumber())
                .orElse("");
        return fault.getClass().getSimpleName() + where;
    }
}
