package dev.keyguard.usage;

import dev.keyguard.sdk.EntryPoint;
import dev.keyguard.sdk.Role;
import dev.keyguard.source.code.Body;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.Statement;
import dev.keyguard.source.code.TypeRef;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Linker.Located;
import dev.keyguard.value.Site;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds requests whose refusal nobody handles: neither the method that sends it nor those that call it, up to a few
 * steps, catch what the client throws or say what to do about an error. A method that overrides another one is called in
 * ways that cannot be seen; of it nothing is said.
 */
final class PermissionHandling {
    private static final int STEPS = 3;
    private static final int CALLERS = 8;
    private static final Set<String> OVERRIDES = Set.of("Override");

    private final Linker linker;
    private final EntryHits hits;
    private final RefusalWords words;

    PermissionHandling(Linker linker, EntryHits hits, RefusalWords words) {
        this.linker = linker;
        this.hits = hits;
        this.words = words;
    }

    /** One note for each method that sends requests whose refusal is unhandled, at the first of them. */
    List<ConfigurationNote> notes() {
        List<ConfigurationNote> notes = new ArrayList<>();
        Set<String> methods = new HashSet<>();
        for (Hit hit : hits.with(Role.REQUEST)) {
            List<String> refusals = hit.library().exceptions();
            if (!refusals.isEmpty()
                    && sends(hit.entry())
                    && hit.site().method().isPresent()
                    && methods.add(
                            hit.site().file().path() + hit.site().method().get().place())
                    && !handled(hit.site(), refusals, new HashSet<>(), 0)) {
                notes.add(new ConfigurationNote(
                        ConfigurationNote.Kind.UNHANDLED_PERMISSION_DENIED,
                        refusals.get(0).substring(refusals.get(0).lastIndexOf('.') + 1),
                        hit.library().client(),
                        hit.place(),
                        hit.site().scope(),
                        hit.site().module().name()));
            }
        }
        return notes;
    }

    private boolean sends(EntryPoint entry) {
        return entry.operation().isPresent()
                && !words.prepares().contains(entry.method())
                && !words.callbacks().contains(entry.className());
    }

    private boolean handled(Site site, List<String> refusals, Set<MethodFacts> seen, int step) {
        if (site.method().isEmpty()
                || caught(site, refusals)
                || lookedAfter(site.method().get())) {
            return true;
        }
        if (step >= STEPS || !seen.add(site.method().get())) {
            return false;
        }
        List<Located> callers = linker.callersOf(site);
        return annotated(site.method().get(), OVERRIDES)
                || !callers.isEmpty()
                        && callers.stream()
                                .limit(CALLERS)
                                .allMatch(caller -> handled(caller.site(), refusals, seen, step + 1));
    }

    private boolean caught(Site site, List<String> refusals) {
        Body body = site.method().orElseThrow().body();
        return body.statements().stream()
                .filter(Statement.Catch.class::isInstance)
                .map(Statement.Catch.class::cast)
                .filter(clause -> body.encloses(clause.tryBlock(), site.block()))
                .flatMap(clause -> clause.types().stream())
                .map(TypeRef::name)
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .anyMatch(name -> words.caught().contains(name)
                        || refusals.stream().anyMatch(refusal -> refusal.endsWith("." + name)));
    }

    /** Whether a future or a stream of the method has a say about errors, or an annotation does. */
    private boolean lookedAfter(MethodFacts method) {
        return annotated(method, words.annotations())
                || method.body().statements().stream()
                        .flatMap(PermissionHandling::expressions)
                        .anyMatch(expression -> expression instanceof Expr.Call call
                                && words.handlers().contains(call.name()));
    }

    private static boolean annotated(MethodFacts method, Set<String> names) {
        return method.annotations().stream().anyMatch(a -> names.contains(a.simpleName()));
    }

    /** All expressions of a statement. */
    private static Stream<Expr> expressions(Statement statement) {
        List<Expr> all = new ArrayList<>();
        Deque<Expr> open = new ArrayDeque<>(roots(statement));
        while (!open.isEmpty()) {
            Expr next = open.poll();
            all.add(next);
            open.addAll(Parts.of(next));
        }
        return all.stream();
    }

    private static List<Expr> roots(Statement statement) {
        if (statement instanceof Statement.Local local) {
            return local.initializer().map(List::of).orElse(List.of());
        }
        if (statement instanceof Statement.Assignment assignment) {
            return List.of(assignment.value());
        }
        if (statement instanceof Statement.Return returned) {
            return List.of(returned.value());
        }
        return statement instanceof Statement.Effect effect ? List.of(effect.expression()) : List.of();
    }
}
