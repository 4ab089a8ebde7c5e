package dev.keyguard.usage;

import dev.keyguard.sdk.Role;
import dev.keyguard.source.code.Body;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.Statement;
import dev.keyguard.source.code.TypeRef;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Linker.Located;
import dev.keyguard.value.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds requests whose refusal nobody handles: neither the method that sends it nor those that call it, up to a few
 * steps, catch what the client throws.
 */
final class PermissionHandling {
    private static final int STEPS = 3;
    private static final int CALLERS = 8;
    private static final Set<String> GENERAL = Set.of("Exception", "RuntimeException", "Throwable");

    private final Linker linker;
    private final EntryHits hits;

    PermissionHandling(Linker linker, EntryHits hits) {
        this.linker = linker;
        this.hits = hits;
    }

    /** One note for each request that is unhandled, at the request. */
    List<ConfigurationNote> notes() {
        List<ConfigurationNote> notes = new ArrayList<>();
        Set<String> methods = new HashSet<>();
        for (Hit hit : hits.with(Role.REQUEST)) {
            List<String> refusals = hit.library().exceptions();
            boolean sends = hit.entry().operation().isPresent();
            if (!refusals.isEmpty()
                    && sends
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

    private boolean handled(Site site, List<String> refusals, Set<MethodFacts> seen, int step) {
        if (site.method().isEmpty() || caught(site, refusals)) {
            return true;
        }
        if (step >= STEPS || !seen.add(site.method().get())) {
            return false;
        }
        List<Located> callers = linker.callersOf(site);
        return !callers.isEmpty()
                && callers.stream().limit(CALLERS).allMatch(caller -> handled(caller.site(), refusals, seen, step + 1));
    }

    private static boolean caught(Site site, List<String> refusals) {
        Body body = site.method().orElseThrow().body();
        return body.statements().stream()
                .filter(Statement.Catch.class::isInstance)
                .map(Statement.Catch.class::cast)
                .filter(clause -> body.encloses(clause.tryBlock(), site.block()))
                .flatMap(clause -> clause.types().stream())
                .map(TypeRef::name)
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .anyMatch(name ->
                        GENERAL.contains(name) || refusals.stream().anyMatch(refusal -> refusal.endsWith("." + name)));
    }
}
