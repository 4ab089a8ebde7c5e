package dev.keyguard.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds names that were probably meant: optimal string alignment distance, separators counting as one. */
final class EditDistance {
    private static final int MAX_LENGTH = 100;

    private EditDistance() {}

    /**
     * Names near enough to be a misspelling of {@code written}, nearest first; empty if none is. Several with the same
     * distance and length as the first mean that nobody can tell.
     */
    static List<String> near(String written, Collection<String> names) {
        if (written.length() > MAX_LENGTH) {
            return List.of();
        }
        String asked = normal(written);
        int limit = Math.max(1, Math.min(3, asked.length() / 4));
        record Candidate(String name, int distance, int difference) {}
        return names.stream()
                .filter(name -> Math.abs(name.length() - written.length()) <= limit + 1)
                .map(name -> new Candidate(
                        name, between(asked, normal(name), limit), Math.abs(name.length() - written.length())))
                .filter(candidate -> candidate.distance() <= limit)
                .sorted(Comparator.comparingInt(Candidate::distance)
                        .thenComparingInt(Candidate::difference)
                        .thenComparing(Candidate::name))
                .map(Candidate::name)
                .toList();
    }

    /** Whether the first of {@link #near} is clearly nearer than the second. */
    static boolean clear(String written, List<String> near) {
        if (near.size() < 2) {
            return near.size() == 1;
        }
        String asked = normal(written);
        String first = near.get(0);
        String second = near.get(1);
        int one = between(asked, normal(first), MAX_LENGTH);
        int two = between(asked, normal(second), MAX_LENGTH);
        return one < two || Math.abs(first.length() - written.length()) < Math.abs(second.length() - written.length());
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    private static int between(String a, String b, int limit) {
        int[] before = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            int best = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int value = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                current[j] = swapped ? Math.min(value, before[j - 2] + 1) : value;
                best = Math.min(best, current[j]);
            }
            if (best > limit) {
                return limit + 1;
            }
            int[] spare = before;
            before = previous;
            previous = current;
            current = spare;
        }
        return previous[b.length()];
    }
}
