package dev.keyguard.value;

import dev.keyguard.source.code.Body;
import dev.keyguard.source.code.Conditions;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.MethodFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether code runs at all in a call: {@code case "openai"} does not for a caller that gives {@code "ollama"}. Only what
 * is known for certain excludes; everything else may run.
 */
final class Guards {
    private final Engine engine;

    Guards(Engine engine) {
        this.engine = engine;
    }

    /** Whether anything stands around that place which a caller's arguments could exclude. */
    static boolean any(MethodFacts method, Site use) {
        Body body = method.body();
        return !body.guards().isEmpty() && body.guards().stream().anyMatch(guard -> holdsAt(guard, body, use));
    }

    /** Whether a place in that method can be reached in a call with that frame. */
    boolean reachable(TypeDecl decl, MethodFacts method, Site use, Frame frame) {
        if (!frame.binds(method)) {
            return true;
        }
        Body body = method.body();
        for (Body.Guard guard : body.guards()) {
            if (holdsAt(guard, body, use) && !possible(guard.test(), before(guard, decl, method), frame)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsAt(Body.Guard guard, Body body, Site use) {
        return use.index() >= guard.from() && body.encloses(guard.block(), use.block());
    }

    /** Where the test itself stands: in front of what it guards. */
    private Site before(Body.Guard guard, TypeDecl decl, MethodFacts method) {
        Body body = method.body();
        int parent = body.parents().get(guard.block());
        boolean opens = guard.from() == 0
                || !body.encloses(
                        guard.block(),
                        body.statements()
                                .get(Math.min(guard.from(), body.statements().size()) - 1)
                                .block());
        int block = opens && parent >= 0 ? parent : guard.block();
        return decl.site(
                Optional.of(method),
                block,
                guard.from() - 1,
                engine.declarations.bodies().lambdas(method).getOrDefault(block, List.of()));
    }

    /** What a switch can give here: the results of the branches that its selector does not exclude. */
    List<At> branches(Expr.Switch choice, At at) {
        List<At> found = new ArrayList<>();
        for (Expr.Switch.Branch branch : choice.branches()) {
            boolean plain = !branch.labels().isEmpty()
                    && branch.labels().stream().noneMatch(Expr.ClassLiteral.class::isInstance);
            Body.Test test = new Body.Test(choice.selector(), branch.labels(), true, false);
            if (at.frame() == Frame.NONE || !plain || possible(test, at.site(), at.frame())) {
                branch.results()
                        .forEach(result -> found.add(new At(result, at.site().within(branch), at.frame())));
            }
        }
        return found;
    }

    /** What a conditional can give here. */
    List<Expr> outcomes(Expr.Conditional choice, At at) {
        List<Expr> found = new ArrayList<>();
        if (at.frame() == Frame.NONE || allPossible(Conditions.whenTrue(choice.condition()), at)) {
            found.add(choice.whenTrue());
        }
        if (at.frame() == Frame.NONE || allPossible(Conditions.whenFalse(choice.condition()), at)) {
            found.add(choice.whenFalse());
        }
        return found;
    }

    private boolean allPossible(List<Body.Test> tests, At at) {
        return tests.stream().allMatch(test -> possible(test, at.site(), at.frame()));
    }

    /** Whether a test on what the expression can be may hold. */
    boolean possible(Body.Test test, Site site, Frame frame) {
        List<Value> values = engine.values(new At(test.subject(), site, frame));
        return values.isEmpty()
                || values.stream()
                        .anyMatch(value -> !(value instanceof Value.Known known)
                                || possible(known, test, new At(test.subject(), site, frame)));
    }

    private boolean possible(Value.Known value, Body.Test test, At at) {
        boolean all = true;
        for (Expr label : test.labels()) {
            Optional<Boolean> is = is(value, label, test.ignoreCase(), at);
            if (is.isEmpty()) {
                return true;
            }
            if (is.get()) {
                return test.equal();
            }
            all &= !is.get();
        }
        return !(all && test.equal());
    }

    /** Whether the value is what the label says; absent if the label cannot be told. */
    private Optional<Boolean> is(Value.Known value, Expr label, boolean ignoreCase, At at) {
        if (label instanceof Expr.Literal literal) {
            return literal.text().map(text -> same(text, value.text(), ignoreCase));
        }
        String name = label instanceof Expr.Name simple
                ? simple.name()
                : label instanceof Expr.Member member ? member.name() : "";
        boolean named = value.trail().hops().stream()
                .anyMatch(hop -> hop.name().filter(name::equals).isPresent());
        if (named || value.text().equals(name)) {
            return Optional.of(true);
        }
        if (value.origin() == Origin.ENUM) {
            return Optional.of(false);
        }
        List<String> texts = engine.texts(at.of(label));
        return texts.size() == 1 ? Optional.of(same(texts.get(0), value.text(), ignoreCase)) : Optional.empty();
    }

    private static boolean same(String one, String other, boolean ignoreCase) {
        return ignoreCase ? one.equalsIgnoreCase(other) : one.equals(other);
    }
}
