package dev.keyguard.usage;

import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.FieldFact;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.Parameter;
import dev.keyguard.source.code.Statement;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.source.code.TypeRef;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Simple names that may be those of types, in a file's declarations and expressions.
 *
 * @param inExpressions those of the expressions
 */
record TypeMentions(CodeFacts file, Set<String> inExpressions) {
    Set<String> all() {
        Set<String> names = new LinkedHashSet<>(inExpressions);
        file.types().forEach(type -> type(type, names));
        return names;
    }

    private void type(TypeFacts type, Set<String> names) {
        type.extended().forEach(t -> add(t, names));
        type.implemented().forEach(t -> add(t, names));
        type.fields().stream().map(FieldFact::type).forEach(t -> add(t, names));
        type.components().stream().map(Parameter::type).forEach(t -> add(t, names));
        for (MethodFacts method : type.methods()) {
            add(method.returnType(), names);
            method.parameters().forEach(p -> add(p.type(), names));
            method.body().statements().stream()
                    .filter(Statement.Local.class::isInstance)
                    .forEach(local -> add(((Statement.Local) local).type(), names));
        }
        type.nested().forEach(nested -> type(nested, names));
    }

    private static void add(TypeRef type, Set<String> names) {
        names.add(type.name().split("\\.")[0]);
    }
}
