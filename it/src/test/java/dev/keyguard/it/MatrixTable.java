package dev.keyguard.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Prints which suite passed on which Maven with which JDK; also as {@code target/it/matrix.md}. */
public final class MatrixTable implements TestExecutionListener {
    private static final Pattern MAVEN = Pattern.compile("Maven (\\S+) on (JDK \\d+)");
    private static final String ANY = "one Maven";

    private final Map<String, Map<String, Cell>> suites = new ConcurrentSkipListMap<>();

    private record Cell(AtomicInteger passed, AtomicInteger failed, AtomicInteger skipped) {
        Cell() {
            this(new AtomicInteger(), new AtomicInteger(), new AtomicInteger());
        }

        @Override
        public String toString() {
            return passed + " passed" + (failed.get() > 0 ? ", " + failed + " FAILED" : "")
                    + (skipped.get() > 0 ? ", " + skipped + " skipped" : "");
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean failed = result.getStatus() == TestExecutionResult.Status.FAILED;
        if (test.isTest() || failed) {
            Cell cell = cell(test);
            switch (result.getStatus()) {
                case SUCCESSFUL -> cell.passed().incrementAndGet();
                case FAILED -> cell.failed().incrementAndGet();
                case ABORTED -> cell.skipped().incrementAndGet();
            }
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        cell(test).skipped().incrementAndGet();
    }

    private Cell cell(TestIdentifier test) {
        String suite = test.getSource()
                .map(source -> source instanceof MethodSource method
                        ? method.getClassName()
                        : source instanceof ClassSource type ? type.getClassName() : "others")
                .orElse("others");
        Matcher maven = MAVEN.matcher(test.getDisplayName());
        String column = maven.find() ? maven.group(2) + ", " + maven.group(1) : ANY;
        return suites.computeIfAbsent(
                        suite.substring(suite.lastIndexOf('.') + 1), name -> new ConcurrentSkipListMap<>())
                .computeIfAbsent(column, name -> new Cell());
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (suites.isEmpty()) {
            return;
        }
        SortedSet<String> columns = new TreeSet<>();
        suites.values().forEach(row -> columns.addAll(row.keySet()));
        List<String> lines = new ArrayList<>();
        lines.add("| suite | " + String.join(" | ", columns) + " |");
        lines.add("| --- |" + " --- |".repeat(columns.size()));
        new TreeMap<>(suites).forEach((suite, row) -> {
            StringBuilder line = new StringBuilder("| " + suite + " |");
            columns.forEach(column -> line.append(' ')
                    .append(row.containsKey(column) ? row.get(column) : "")
                    .append(" |"));
            lines.add(line.toString());
        });
        lines.forEach(System.out::println);
        try {
            Path file = Setup.folder("work").resolve("matrix.md");
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
