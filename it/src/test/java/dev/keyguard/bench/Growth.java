package dev.keyguard.bench;

import dev.keyguard.source.tree.FactsCache;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints what hostile sources cost at some size, at twice and at four times it: processor time in milliseconds. */
public final class Growth {
    private Growth() {}

    public static void main(String[] arguments) throws IOException {
        int n = arguments.length == 0 ? 5_000 : Integer.parseInt(arguments[0]);
        cost(Hostile.all(100).get(0));
        List<List<Hostile>> sizes = List.of(Hostile.all(n), Hostile.all(2 * n), Hostile.all(4 * n));
        System.out.printf(Locale.ROOT, "%-34s %8d %8d %8d%n", "repetitions", n, 2 * n, 4 * n);
        for (int i = 0; i < sizes.get(0).size(); i++) {
            System.out.printf(Locale.ROOT, "%-34s", sizes.get(0).get(i).name());
            for (List<Hostile> size : sizes) {
                System.out.printf(Locale.ROOT, " %8d", cost(size.get(i)));
            }
            System.out.println();
        }
    }

    private static long cost(Hostile hostile) throws IOException {
        Path root = Files.createTempDirectory("keyguard-growth");
        HostileIT.write(root, hostile);
        long before = cpu();
        new Scan(root).with(FactsCache.none());
        return (cpu() - before) / 1_000_000;
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
