package dev.keyguard.source.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import dev.keyguard.source.code.AnnotationFact;
import dev.keyguard.source.code.BodyBuilder;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lowers annotations; the place of one is its {@code @}. */
final class Annotations {
    private final Lowering file;

    Annotations(Lowering file) {
        this.file = file;
    }

    List<AnnotationFact> lower(NodeList<AnnotationExpr> annotations) {
        if (annotations.isEmpty()) {
            return List.of();
        }
        List<AnnotationFact> facts = new ArrayList<>(annotations.size());
        // an annotation's member holds no statements: the body stays empty
        Expressions expressions = file.expressions(new BodyBuilder(new ArrayList<>()));
        for (AnnotationExpr annotation : annotations) {
            facts.add(new AnnotationFact(
                    annotation.getNameAsString(),
                    Collections.unmodifiableMap(members(annotation, expressions)),
                    file.places().of(annotation)));
        }
        return List.copyOf(facts);
    }

    /** An annotation as the value of another one's member. */
    Expr nested(AnnotationExpr annotation, Expressions expressions) {
        Map<String, Expr> members = members(annotation, expressions);
        return new Expr.New(
                TypeRef.of(annotation.getNameAsString()),
                List.copyOf(members.values()),
                List.copyOf(members.keySet()),
                Optional.empty(),
                file.places().of(annotation));
    }

    private Map<String, Expr> members(AnnotationExpr annotation, Expressions expressions) {
        Map<String, Expr> members = new LinkedHashMap<>();
        if (annotation instanceof SingleMemberAnnotationExpr single) {
            members.put("value", expressions.lower(single.getMemberValue()));
        } else if (annotation instanceof NormalAnnotationExpr normal) {
            normal.getPairs().forEach(pair -> members.put(pair.getNameAsString(), expressions.lower(pair.getValue())));
        }
        return members;
    }
}
