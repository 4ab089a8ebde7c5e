package dev.keyguard.value;

import dev.keyguard.source.Module;
import dev.keyguard.source.Scope;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.TypeFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an expression stands; decides what its names mean. Two sites are equal if they are the same statement of the same
 * method of the same file.
 *
 * @param enclosing the types around it, outermost first, local and anonymous ones included
 * @param methods   for each enclosing type the method it is declared in (absent for member types), then, last, the
 *                  method the expression itself stands in (absent in a field initialiser or annotation); so the list
 *                  has one element more than {@code enclosing}
 * @param lambdas   the lambdas around it inside the innermost method or field initialiser, outermost first
 * @param block     block of the innermost method's body
 * @param index     index of the statement in that body; assignments behind it do not reach the expression unless both
 *                  stand in a loop or in a lambda
 */
public record Site(
        Module module,
        Scope scope,
        CodeFacts file,
        List<TypeFacts> enclosing,
        List<Optional<MethodFacts>> methods,
        List<Expr.Lambda> lambdas,
        int block,
        int index) {
    /** The innermost enclosing type. */
    public TypeFacts type() {
        return enclosing.get(enclosing.size() - 1);
    }

    /** The method the expression stands in. */
    public Optional<MethodFacts> method() {
        return methods.get(methods.size() - 1);
    }

    /** The site of what a lambda at this site returns. */
    Site within(Expr.Lambda lambda) {
        List<Expr.Lambda> around = new ArrayList<>(lambdas);
        around.add(lambda);
        int inner = method().isPresent() && lambda.block() > 0 ? lambda.block() : block;
        return new Site(module, scope, file, enclosing, methods, List.copyOf(around), inner, index);
    }

    /** The site of what a branch of a switch at this site gives. */
    Site within(Expr.Switch.Branch branch) {
        return method().isPresent() && branch.block() > 0
                ? new Site(module, scope, file, enclosing, methods, lambdas, branch.block(), index)
                : this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Site site
                && file == site.file
                && block == site.block
                && index == site.index
                && type() == site.type()
                && method().orElse(null) == site.method().orElse(null);
    }

    @Override
    public int hashCode() {
        return (file.path().hashCode() * 31 + block) * 31 + index;
    }
}
