package dev.keyguard.report;

import dev.keyguard.rule.Finding;
import dev.keyguard.value.Hop;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The way of a value in words: written here, looked up here, used here. */
final class TrailText {
    private static final int SHOWN = 6;

    private TrailText() {}

    /** One line a step; empty where it is written and used in the same line. */
    static List<String> lines(Finding finding) {
        List<Hop> hops = List.copyOf(new LinkedHashSet<>(finding.trail()));
        boolean oneLine = hops.stream()
                .allMatch(h -> h.place().file().equals(finding.place().file())
                        && h.place().line() == finding.place().line());
        if (oneLine) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (Hop hop : hops.subList(0, Math.min(SHOWN, hops.size()))) {
            lines.add(step(hop));
        }
        if (hops.size() > SHOWN) {
            lines.add("… and " + (hops.size() - SHOWN) + " more places");
        }
        return lines;
    }

    /** One step: «used in src/A.java:12 (model)». */
    static String step(Hop hop) {
        String name = hop.name().map(n -> " (" + Inert.of(n) + ")").orElse("");
        return verb(hop.kind()) + " " + Inert.of(hop.place().file()) + ":"
                + hop.place().line() + name;
    }

    static String verb(Hop.Kind kind) {
        return switch (kind) {
            case WRITTEN -> "written in";
            case LOOKED_UP, RETURNED -> "looked up in";
            case CONFIGURED -> "configured in";
            case USED -> "used in";
        };
    }
}
