package dev.keyguard.sdk;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version range in Maven's notation: {@code [1.0,2.0)}, {@code (,1.0]}, several joined with commas, {@code [1.0]}, or a
 * bare version, which means that one only. Compares as Maven does: numbers as numbers, qualifiers in the order alpha,
 * beta, milestone, rc, snapshot, release, sp.
 */
public record VersionRange(List<Bounds> bounds) {
    private static final Pattern INTERVAL = Pattern.compile("([\\[(])([^,\\])]*)(,?)([^\\])]*)([\\])])");
    private static final Pattern PIECE = Pattern.compile("\\d+|[A-Za-z]+");
    private static final List<String> QUALIFIERS = List.of("alpha", "beta", "milestone", "rc", "snapshot", "", "sp");

    /** One interval; an absent end is open. */
    public record Bounds(Optional<String> low, boolean lowIncluded, Optional<String> high, boolean highIncluded) {
        private boolean contains(String version) {
            int low = low().map(end -> compare(version, end)).orElse(1);
            int high = high().map(end -> compare(version, end)).orElse(-1);
            return (low > 0 || (low == 0 && lowIncluded)) && (high < 0 || (high == 0 && highIncluded));
        }
    }

    /** The range of that notation; an unreadable one is empty. */
    public static VersionRange of(String notation) {
        List<Bounds> bounds = new ArrayList<>();
        Matcher matcher = INTERVAL.matcher(notation);
        while (matcher.find()) {
            String low = matcher.group(2).strip();
            String high = matcher.group(3).isEmpty() ? low : matcher.group(4).strip();
            bounds.add(new Bounds(
                    Optional.of(low).filter(end -> !end.isEmpty()),
                    matcher.group(1).equals("["),
                    Optional.of(high).filter(end -> !end.isEmpty()),
                    matcher.group(5).equals("]")));
        }
        if (bounds.isEmpty() && !notation.isBlank() && !notation.matches(".*[\\[\\](),].*")) {
            bounds.add(new Bounds(Optional.of(notation.strip()), true, Optional.of(notation.strip()), true));
        }
        return new VersionRange(List.copyOf(bounds));
    }

    /** Whether that version is inside. */
    public boolean contains(String version) {
        return bounds.stream().anyMatch(interval -> interval.contains(version));
    }

    private static int compare(String a, String b) {
        List<String> left = pieces(a);
        List<String> right = pieces(b);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            int order = piece(i < left.size() ? left.get(i) : "", i < right.size() ? right.get(i) : "");
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int piece(String a, String b) {
        boolean numberA = !a.isEmpty() && Character.isDigit(a.charAt(0));
        boolean numberB = !b.isEmpty() && Character.isDigit(b.charAt(0));
        if (numberA || numberB) {
            BigInteger left = numberA ? new BigInteger(a) : a.isEmpty() ? BigInteger.ZERO : BigInteger.ONE.negate();
            BigInteger right = numberB ? new BigInteger(b) : b.isEmpty() ? BigInteger.ZERO : BigInteger.ONE.negate();
            return left.compareTo(right);
        }
        return Integer.compare(rank(a), rank(b));
    }

    private static int rank(String qualifier) {
        String name = switch (qualifier.toLowerCase(Locale.ROOT)) {
            case "a" -> "alpha";
            case "b" -> "beta";
            case "m" -> "milestone";
            case "cr" -> "rc";
            case "final", "ga", "release" -> "";
            default -> qualifier.toLowerCase(Locale.ROOT);
        };
        int rank = QUALIFIERS.indexOf(name);
        return rank < 0 ? QUALIFIERS.size() : rank;
    }

    private static List<String> pieces(String version) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(version);
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        return pieces;
    }
}
