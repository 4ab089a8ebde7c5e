package dev.keyguard.value;

import dev.keyguard.source.code.Body;
import dev.keyguard.source.code.Body.BlockKind;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which assignments of a local variable or parameter reach a use. */
final class LocalFlow {
    private final BodyIndex bodies;

    LocalFlow(BodyIndex bodies) {
        this.bodies = bodies;
    }

    private record Definition(int index, int block, List<Source> sources) {}

    /** What a local can be at the place of its use. */
    List<Source> of(Binding.Local local, Frame frame) {
        Statement declaration = local.statement();
        String name;
        List<Source> first;
        Site site = bodies.site(local.decl(), local.method(), local.declaration());
        if (declaration instanceof Statement.Local variable) {
            name = variable.name();
            first = variable.initializer()
                    .<List<Source>>map(e -> List.of(new Source.Of(new At(e, site, frame))))
                    .orElse(List.of());
        } else if (declaration instanceof Statement.ForEach loop) {
            name = loop.name();
            first = List.of(new Source.ElementOf(new At(loop.iterable(), site, frame)));
        } else {
            return List.of(new Source.Unknown("an exception"));
        }
        Definition start = new Definition(local.declaration(), declaration.block(), first);
        return reaching(local.decl(), local.method(), name, start, local.use(), frame);
    }

    /** What a parameter can be at the place of its use, where {@code given} is what callers give. */
    List<Source> of(Binding.MethodParameter parameter, List<Source> given, Frame frame) {
        Definition start = new Definition(-1, 0, given);
        String name = parameter.parameter().name();
        return reaching(parameter.decl(), parameter.method(), name, start, parameter.use(), frame);
    }

    private List<Source> reaching(
            TypeDecl decl, MethodFacts method, String name, Definition start, Site use, Frame frame) {
        Body body = method.body();
        List<Definition> reaching = new ArrayList<>(List.of(start));
        int killer = start.index();
        int killerBlock = start.block();
        List<Definition> later = new ArrayList<>();
        for (int i = start.index() + 1; i < body.statements().size(); i++) {
            Statement statement = body.statements().get(i);
            if (Bindings.declares(statement, name)
                    && body.encloses(statement.block(), use.block())
                    && i <= use.index()) {
                break;
            }
            Optional<Expr> value = assigned(statement, name);
            if (value.isEmpty() || !body.encloses(start.block(), statement.block())) {
                continue;
            }
            At at = new At(value.get(), bodies.site(decl, method, i), frame);
            Definition definition = new Definition(i, statement.block(), List.of(new Source.Of(at)));
            if (i >= use.index()) {
                later.add(definition);
            } else if (alwaysBefore(body, statement.block(), use.block())) {
                reaching.clear();
                reaching.add(definition);
                killer = i;
                killerBlock = statement.block();
            } else if (body.encloses(statement.block(), use.block()) || !leaves(body, i)) {
                reaching.add(definition);
            }
        }
        for (Definition definition : later) {
            if (comesAround(body, definition.block(), use.block(), killer, killerBlock)) {
                reaching.add(definition);
            }
        }
        List<Source> sources = new ArrayList<>();
        reaching.forEach(d -> sources.addAll(d.sources()));
        return sources;
    }

    private static Optional<Expr> assigned(Statement statement, String name) {
        return statement instanceof Statement.Assignment assignment
                        && assignment.target() instanceof Expr.Name target
                        && target.name().equals(name)
                ? Optional.of(assignment.value())
                : Optional.empty();
    }

    /** Whether what happens in {@code block} has happened whenever a later statement of {@code use} runs. */
    private static boolean alwaysBefore(Body body, int block, int use) {
        for (int b = block; b >= 0; b = body.parents().get(b)) {
            if (body.encloses(b, use)) {
                return true;
            }
            BlockKind kind = body.kinds().get(b);
            if (kind != BlockKind.PLAIN && kind != BlockKind.METHOD) {
                return false;
            }
        }
        return false;
    }

    /** Whether the block of that statement ends the method behind it. */
    private static boolean leaves(Body body, int from) {
        int block = body.statements().get(from).block();
        for (int i = from + 1; i < body.statements().size(); i++) {
            Statement statement = body.statements().get(i);
            if (!body.encloses(block, statement.block())) {
                return false;
            }
            if (statement.block() == block
                    && (statement instanceof Statement.Return || statement instanceof Statement.Throw)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an assignment behind the use reaches it in the next round of a loop. */
    private static boolean comesAround(Body body, int block, int use, int killer, int killerBlock) {
        for (int b = block; b >= 0; b = body.parents().get(b)) {
            if (body.kinds().get(b) == BlockKind.LOOP && body.encloses(b, use)) {
                return killer < 0 || !body.encloses(b, killerBlock);
            }
        }
        return false;
    }
}
