package dev.keyguard.report;

import dev.keyguard.rule.SourceText;
import dev.keyguard.source.Place;
import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.KeyUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of source around a place. A line that holds a key, or looks like it, is not shown. */
final class Excerpts {
    private static final int AROUND = 1;
    private static final int MAX_LENGTH = 160;
    private static final Pattern KEY_LIKE = Pattern.compile("sk-[A-Za-z0-9_-]{8,}|[A-Za-z0-9+/_-]{32,}");

    private final SourceText text;
    private final Set<Place> secret;

    Excerpts(SourceText text, Inventory inventory) {
        this.text = text;
        this.secret = inventory.keys().stream()
                .filter(key -> key.masked().isPresent() || key.via() == KeyUse.Via.LITERAL)
                .flatMap(key -> Stream.concat(Stream.of(key.place()), key.uses().stream()))
                .map(place -> new Place(place.file(), place.line(), 1))
                .collect(Collectors.toSet());
    }

    /** A line with its number; {@code here} where the place is. */
    record Line(int number, String text, boolean here) {}

    /** The place's line with its neighbours; empty where the file is not at hand. */
    List<Line> around(Place place) {
        List<String> lines = text.lines(place.file());
        List<Line> shown = new ArrayList<>();
        int last = Math.min(lines.size(), place.line() + AROUND);
        for (int n = Math.max(1, place.line() - AROUND); n <= last; n++) {
            boolean hidden = secret.contains(new Place(place.file(), n, 1));
            String line = hidden ? "(a line with a key is not shown)" : shown(lines.get(n - 1));
            shown.add(new Line(n, line, n == place.line()));
        }
        return shown;
    }

    private static String shown(String line) {
        String masked = KEY_LIKE.matcher(line)
                .replaceAll(match -> match.group().chars().anyMatch(Character::isDigit)
                                || match.group().startsWith("sk-")
                        ? "…"
                        : java.util.regex.Matcher.quoteReplacement(match.group()));
        String inert = Inert.of(masked);
        return inert.length() > MAX_LENGTH ? inert.substring(0, MAX_LENGTH) + " …" : inert;
    }
}
