package dev.keyguard.bench;

import dev.keyguard.source.tree.FactsCache;
import dev.keyguard.usage.Inventory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Scans a generated project in this process and prints what it cost, and whether all that was planted was found.
 *
 * <p>Arguments: lines of code, modules (1,000), part of the files that use a model (0.01).
 */
public final class Scale {
    private Scale() {}

    public static void main(String[] arguments) throws IOException {
        long lines = Long.parseLong(arguments[0]);
        int modules = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        double share = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 0.01;
        int files = (int) Math.max(1, lines / modules / Reactor.LINES);
        Path root = Files.createTempDirectory("keyguard-scale");
        Set<Reactor.Planted> planted = new Reactor(modules, files, share, 1).write(root);
        long before = cpu();
        long start = System.nanoTime();
        Inventory inventory = new Scan(root).with(FactsCache.none());
        double seconds = (System.nanoTime() - start) / 1e9;
        Set<Reactor.Planted> missed = new TreeSet<>(planted);
        Set<Reactor.Planted> found = ExactnessIT.found(inventory);
        missed.removeAll(found);
        found.removeAll(planted);
        System.out.printf(
                Locale.ROOT,
                "%,d lines, %d modules, %d files: %.1f s, %.1f s of processor time, heap peak %d MB, after collection %d MB;"
                        + " planted %d, missed %d, else found %d%n",
                (long) modules * files * Reactor.LINES,
                modules,
                inventory.filesSeen(),
                seconds,
                (cpu() - before) / 1e9,
                peak(),
                afterCollection(),
                planted.size(),
                missed.size(),
                found.size());
        System.exit(missed.isEmpty() && found.isEmpty() ? 0 : 1);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(MemoryUsage::getUsed)
                        .sum()
                >> 20;
    }

    private static long afterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
