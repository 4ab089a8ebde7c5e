package dev.keyguard.rule;

import dev.keyguard.source.Place;
import dev.keyguard.source.SuppressionComment;
import dev.keyguard.source.tree.Glob;
import dev.keyguard.usage.Inventory.SuppressedRegion;
import dev.keyguard.value.Hop;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All suppressions of a run: comments, annotations, file entries. Remembers which were of use. */
final class Suppressions {
    private static final Pattern RULE_LIKE = Pattern.compile("(model|key|configuration|endpoint)-[a-z-]+");

    private final List<Suppression> all;
    private final Collection<String> knownRules;
    private final Set<Suppression> used = new HashSet<>();

    Suppressions(RuleContext context, List<FileSuppression> file, Collection<String> knownRules) {
        this.knownRules = knownRules;
        Set<Place> alone = context.inventory().suppressions().stream()
                .filter(SuppressionComment::alone)
                .map(c -> new Place(c.place().file(), c.place().line(), 1))
                .collect(Collectors.toSet());
        this.all = Stream.of(
                        context.inventory().suppressions().stream().map(c -> comment(c, alone)),
                        context.inventory().annotations().stream().map(this::annotation),
                        file.stream().map(Suppressions::entry))
                .flatMap(s -> s)
                .toList();
    }

    /** The finding, marked if something suppresses it. */
    Finding apply(Finding finding, LocalDate today) {
        List<Suppression> holding = all.stream()
                .filter(s -> !s.expired(today) && s.holdsFor(finding))
                .toList();
        used.addAll(holding);
        return holding.isEmpty() ? finding : finding.suppressedBy(holding.get(0).why());
    }

    /**
     * What is expired, misspelt or was of no use.
     *
     * @param idle whether that a suppression found nothing tells something: not where its rules depend on answers that
     *             nobody gave
     */
    List<Finding> unused(SuppressionUnused rule, LocalDate today, BiPredicate<Set<String>, Place> idle) {
        return all.stream()
                .flatMap(s -> problem(s, today, idle).stream().map(text -> rule.at(s.place(), text, remedy(s, today))))
                .toList();
    }

    private Optional<String> problem(Suppression s, LocalDate today, BiPredicate<Set<String>, Place> idle) {
        if (s.expired(today)) {
            return Optional.of("This suppression expired on " + s.until().orElseThrow() + ".");
        }
        Optional<String> strange =
                s.rules().stream().filter(id -> !knownRules.contains(id)).findFirst();
        if (strange.isPresent()) {
            List<String> near = EditDistance.near(strange.get(), knownRules);
            return Optional.of("There is no rule " + strange.get()
                    + (near.isEmpty() ? "." : "; did you mean " + near.get(0) + "?"));
        }
        return used.contains(s) || !idle.test(s.rules(), s.place())
                ? Optional.empty()
                : Optional.of("This suppression suppresses nothing.");
    }

    private static String remedy(Suppression s, LocalDate today) {
        return s.expired(today) ? "Remove it, or give it a later date with a fresh reason." : "Remove or correct it.";
    }

    private Suppression comment(SuppressionComment comment, Set<Place> alone) {
        String text = withoutEnd(comment.text());
        String first = text.split("[\\s:]+", 2)[0];
        Set<String> rules = new LinkedHashSet<>(Arrays.asList(first.split(",")));
        boolean named = rules.stream()
                .allMatch(id -> knownRules.contains(id) || RULE_LIKE.matcher(id).matches());
        String reason = named ? text.substring(first.length()).replaceFirst("^[\\s:\\-\u2013]+", "") : text;
        String file = comment.place().file();
        int line = comment.alone()
                ? below(file, comment.place().line(), alone)
                : comment.place().line();
        return new Suppression(
                "comment",
                comment.place(),
                named ? rules : Set.of(),
                reason,
                Optional.empty(),
                finding -> touches(finding, file, line, line));
    }

    /** A comment's text without what closes it. No regular expression: a line may be as long as a file. */
    private static String withoutEnd(String comment) {
        String text = comment.strip();
        for (String end : List.of("*/", "-->")) {
            if (text.endsWith(end)) {
                return text.substring(0, text.length() - end.length()).strip();
            }
        }
        return text;
    }

    /** The line a comment on its own speaks for: the next that is not itself such a comment. */
    private static int below(String file, int line, Set<Place> alone) {
        int next = line + 1;
        while (alone.contains(new Place(file, next, 1))) {
            next++;
        }
        return next;
    }

    private Suppression annotation(SuppressedRegion region) {
        Set<String> rules = region.rule().isBlank()
                ? Set.of()
                : Set.of(region.rule().replaceFirst("^keyguard:", "").strip());
        return new Suppression(
                "annotation",
                new Place(region.file(), Math.max(1, region.annotationLine()), 1),
                rules.contains("all") ? Set.of() : rules,
                region.reason(),
                Optional.empty(),
                finding -> touches(finding, region.file(), region.firstLine(), region.lastLine()));
    }

    private static Suppression entry(FileSuppression entry) {
        Optional<Glob> path = entry.path().map(FileSuppression::glob);
        Optional<Glob> model = entry.model().map(FileSuppression::glob);
        return new Suppression(
                "file",
                entry.place(),
                entry.rule().map(Set::of).orElse(Set.of()),
                entry.reason(),
                entry.until(),
                finding -> model.map(m -> finding.model().filter(m::matches).isPresent())
                                .orElse(true)
                        && path.map(p -> places(finding).anyMatch(place -> p.matches(place.file())))
                                .orElse(true));
    }

    private static boolean touches(Finding finding, String file, int first, int last) {
        return places(finding).anyMatch(p -> p.file().equals(file) && p.line() >= first && p.line() <= last);
    }

    /** The place and every hop; of a finding about a whole key not the many uses, or one would silence all. */
    private static Stream<Place> places(Finding finding) {
        return Stream.concat(
                Stream.of(finding.place()),
                finding.trail().stream()
                        .filter(hop -> finding.reference().isPresent() || hop.kind() != Hop.Kind.USED)
                        .map(Hop::place));
    }
}
