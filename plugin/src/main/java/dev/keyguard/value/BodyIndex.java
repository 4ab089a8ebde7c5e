package dev.keyguard.value;

import dev.keyguard.source.code.Body;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which lambdas stand around the blocks of a method's body; made once a method. */
final class BodyIndex {
    private final Map<MethodFacts, Map<Integer, List<Expr.Lambda>>> index = new IdentityHashMap<>();

    /** For each block inside lambdas those lambdas, outermost first; blocks outside of all are absent. */
    Map<Integer, List<Expr.Lambda>> lambdas(MethodFacts method) {
        Map<Integer, List<Expr.Lambda>> known = index.get(method);
        if (known == null) {
            known = read(method.body());
            index.put(method, known);
        }
        return known;
    }

    /** The site of the {@code i}-th statement of a method's body. */
    Site site(TypeDecl decl, MethodFacts method, int i) {
        int block = method.body().statements().get(i).block();
        return decl.site(Optional.of(method), block, i, lambdas(method).getOrDefault(block, List.of()));
    }

    private static Map<Integer, List<Expr.Lambda>> read(Body body) {
        Map<Integer, Expr.Lambda> own = new HashMap<>();
        Deque<Expr> left = new ArrayDeque<>();
        for (Statement statement : body.statements()) {
            Expressions.of(statement).forEach(left::push);
            while (!left.isEmpty()) {
                Expr next = left.pop();
                if (next instanceof Expr.Lambda lambda && lambda.block() > 0) {
                    own.put(lambda.block(), lambda);
                }
                Expressions.of(next).forEach(left::push);
            }
        }
        Map<Integer, List<Expr.Lambda>> around = new HashMap<>();
        if (own.isEmpty()) {
            return around;
        }
        for (int block = 0; block < body.parents().size(); block++) {
            List<Expr.Lambda> chain = new ArrayList<>();
            for (int b = block; b >= 0; b = body.parents().get(b)) {
                if (own.containsKey(b)) {
                    chain.add(0, own.get(b));
                }
            }
            if (!chain.isEmpty()) {
                around.put(block, List.copyOf(chain));
            }
        }
        return around;
    }
}
