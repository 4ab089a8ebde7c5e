package dev.keyguard.value;

import dev.keyguard.source.code.Body.BlockKind;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.value.Occurrences.Assigned;
import java.util.List;
import java.util.Optional;

/** Assignments to a field of an object from outside of it: {@code settings.model = "x"}. */
final class DirectAssignments {
    private final Engine engine;

    DirectAssignments(Engine engine) {
        this.engine = engine;
    }

    /**
     * Adds what is assigned to the field of that object where it is made and where it is used; true if that always
     * happens where it is made.
     */
    boolean add(At producer, At use, Hierarchy.Member member, List<Source> sources) {
        if (member.component().isPresent()) {
            return false;
        }
        boolean always = false;
        for (Assigned assigned : engine.fields.assigned(member)) {
            if (!(assigned.target() instanceof Expr.Member target) || target.scope() instanceof Expr.Self) {
                continue;
            }
            Optional<Frame> frame = in(assigned.site(), producer).or(() -> in(assigned.site(), use));
            if (frame.isPresent()
                    && engine.producers(new At(target.scope(), assigned.site(), frame.get()))
                            .contains(producer)) {
                sources.add(new Source.Of(new At(assigned.value(), assigned.site(), frame.get())));
                always |= in(assigned.site(), producer).isPresent() && isPlain(assigned.site());
            }
        }
        return always;
    }

    private static Optional<Frame> in(Site site, At at) {
        boolean same = site.method().isPresent()
                && at.site().method().filter(m -> m == site.method().get()).isPresent();
        return same ? Optional.of(at.frame()) : Optional.empty();
    }

    private static boolean isPlain(Site site) {
        MethodFacts method = site.method().orElseThrow();
        BlockKind kind = method.body().kinds().get(site.block());
        return kind == BlockKind.METHOD || kind == BlockKind.PLAIN;
    }
}
