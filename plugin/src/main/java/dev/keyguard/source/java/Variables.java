package dev.keyguard.source.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import dev.keyguard.source.Place;
import dev.keyguard.source.code.BodyBuilder;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Expr.Literal.Kind;
import dev.keyguard.source.code.Statement;
import dev.keyguard.source.code.TypeRef;
import java.util.List;
import java.util.Optional;

/**
 * Declares local variables and those of patterns. One in a record pattern has as its value an {@link Expr.Index} into a cast to the
 * record: the component at that position.
 */
final class Variables {
    private static final int MAX_DEPTH = 16;

    private final Lowering file;
    private final BodyBuilder body;

    Variables(Lowering file, BodyBuilder body) {
        this.file = file;
        this.body = body;
    }

    void declare(VariableDeclarator variable, Optional<Expr> initializer, NodeList<AnnotationExpr> annotations) {
        body.add(block -> new Statement.Local(
                variable.getNameAsString(),
                TypeNames.of(variable.getType()),
                initializer,
                file.annotations().lower(annotations),
                block,
                file.places().of(variable.getName())));
    }

    void declare(PatternExpr pattern, Expr value) {
        declare(pattern, value, 0);
    }

    private void declare(ComponentPatternExpr pattern, Expr value, int depth) {
        if (pattern instanceof TypePatternExpr variable) {
            body.add(block -> new Statement.Local(
                    variable.getNameAsString(),
                    TypeNames.of(variable.getType()),
                    Optional.of(value),
                    List.of(),
                    block,
                    file.places().of(variable.getName())));
        } else if (pattern instanceof RecordPatternExpr components && depth < MAX_DEPTH) {
            TypeRef type = TypeNames.of(components.getType());
            Place place = file.places().of(components);
            int index = 0;
            for (ComponentPatternExpr component : components.getPatternList()) {
                Expr position = new Expr.Literal(Kind.NUMBER, Optional.of(String.valueOf(index++)), place);
                declare(component, new Expr.Index(new Expr.Cast(type, value, place), position, place), depth + 1);
            }
        }
    }
}
