package dev.keyguard.source.java;

import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.UnknownType;
import com.github.javaparser.ast.type.VarType;
import com.github.javaparser.ast.type.WildcardType;
import dev.keyguard.source.code.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Types as written. */
final class TypeNames {
    /** Type arguments nested deeper than this are dropped. */
    private static final int MAX_DEPTH = 16;

    private TypeNames() {}

    static TypeRef of(Type type) {
        return of(type, 0);
    }

    static List<TypeRef> all(List<? extends Type> types) {
        return types.stream().map(TypeNames::of).toList();
    }

    private static TypeRef of(Type type, int depth) {
        if (type instanceof ArrayType) {
            int dimensions = 0;
            Type element = type;
            while (element instanceof ArrayType array) {
                dimensions++;
                element = array.getComponentType();
            }
            TypeRef inner = of(element, depth);
            return new TypeRef(inner.name(), inner.arguments(), dimensions);
        }
        if (type instanceof ClassOrInterfaceType named) {
            List<TypeRef> arguments = depth == MAX_DEPTH
                    ? List.of()
                    : named.getTypeArguments().stream()
                            .flatMap(List::stream)
                            .map(argument -> of(argument, depth + 1))
                            .toList();
            return new TypeRef(name(named), arguments, 0);
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendedType()
                    .map(bound -> of(bound, depth))
                    .orElseGet(() -> TypeRef.of(wildcard.getSuperType().isPresent() ? "Object" : "?"));
        }
        if (type instanceof IntersectionType intersection) {
            return of(intersection.getElements().get(0), depth);
        }
        if (type instanceof UnionType union) {
            return of(union.getElements().get(0), depth);
        }
        if (type instanceof UnknownType) {
            return TypeRef.of("");
        }
        return TypeRef.of(type instanceof VarType ? "var" : type.asString());
    }

    private static String name(ClassOrInterfaceType type) {
        if (type.getScope().isEmpty()) {
            return type.getName().getIdentifier();
        }
        List<String> parts = new ArrayList<>();
        for (ClassOrInterfaceType t = type; t != null; t = t.getScope().orElse(null)) {
            parts.add(t.getName().getIdentifier());
        }
        Collections.reverse(parts);
        return String.join(".", parts);
    }
}
