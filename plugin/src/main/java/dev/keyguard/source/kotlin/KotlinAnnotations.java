package dev.keyguard.source.kotlin;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.AnnotationFact;
import dev.keyguard.source.code.BodyBuilder;
import dev.keyguard.source.code.Expr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parses annotations and modifiers in front of a declaration. */
final class KotlinAnnotations {
    private static final Set<String> MODIFIERS = Set.of(
            "public",
            "private",
            "internal",
            "protected",
            "open",
            "abstract",
            "sealed",
            "data",
            "enum",
            "annotation",
            "inner",
            "override",
            "lateinit",
            "const",
            "suspend",
            "inline",
            "value",
            "tailrec",
            "operator",
            "infix",
            "external",
            "expect",
            "actual",
            "vararg",
            "noinline",
            "crossinline",
            "final",
            "companion");
    private static final Set<String> DECLARATIONS = Set.of(
            "class", "interface", "object", "fun", "val", "var", "typealias", "constructor", "init", "get", "set");

    private final KotlinFile file;

    KotlinAnnotations(KotlinFile file) {
        this.file = file;
    }

    /** What stands in front of a declaration. */
    record Prefix(List<AnnotationFact> annotations, Set<String> modifiers) {
        boolean has(String modifier) {
            return modifiers.contains(modifier);
        }
    }

    /** Reads annotations and modifiers; where none stand it reads nothing. */
    Prefix parse() {
        Cursor cursor = file.cursor();
        List<AnnotationFact> annotations = new ArrayList<>();
        Set<String> modifiers = new HashSet<>();
        while (true) {
            if (cursor.is("@")) {
                annotation(annotations);
            } else if (cursor.isAny(MODIFIERS) && leadsToDeclaration(1)) {
                modifiers.add(cursor.next().text());
            } else {
                return new Prefix(List.copyOf(annotations), modifiers);
            }
        }
    }

    /** Whether a declaration, not an expression, stands here: in a function's body both can. */
    boolean declarationAhead() {
        Cursor cursor = file.cursor();
        Token first = cursor.peek();
        if (first.kind() != Token.Kind.NAME) {
            return false;
        }
        return switch (first.text()) {
            case "val", "var", "class", "interface", "typealias" -> true;
            case "fun" -> cursor.peek(1).kind() == Token.Kind.NAME || cursor.is(1, "<");
            default -> MODIFIERS.contains(first.text()) && leadsToDeclaration(1);
        };
    }

    private boolean leadsToDeclaration(int ahead) {
        Cursor cursor = file.cursor();
        for (int i = ahead; i < ahead + 8; i++) {
            Token token = cursor.peek(i);
            if (token.is("@")) {
                return true;
            }
            if (token.kind() != Token.Kind.NAME) {
                return false;
            }
            if (DECLARATIONS.contains(token.text())) {
                return true;
            }
            if (!MODIFIERS.contains(token.text())) {
                // a parameter: «vararg names: String»
                return cursor.is(i + 1, ":");
            }
        }
        return false;
    }

    private void annotation(List<AnnotationFact> annotations) {
        Cursor cursor = file.cursor();
        Place place = cursor.place();
        cursor.next();
        if (cursor.isName() && cursor.is(1, ":")) {
            cursor.next();
            cursor.next();
        }
        boolean several = cursor.accept("[");
        do {
            one(place, annotations);
        } while (several && !cursor.atEnd() && !cursor.accept("]") && cursor.isName());
    }

    private void one(Place place, List<AnnotationFact> annotations) {
        Cursor cursor = file.cursor();
        if (!cursor.isName()) {
            cursor.next();
            return;
        }
        StringBuilder name = new StringBuilder(cursor.next().text());
        while (cursor.is(".") && cursor.peek(1).kind() == Token.Kind.NAME) {
            cursor.next();
            name.append('.').append(cursor.next().text());
        }
        file.types().arguments();
        Map<String, Expr> members = new LinkedHashMap<>();
        if (cursor.is("(") && !cursor.peek().newLine()) {
            KotlinExpressions expressions = file.expressions(new BodyBuilder(new ArrayList<>()));
            KotlinExpressions.Arguments arguments = expressions.arguments();
            List<Expr> unnamed = new ArrayList<>();
            for (int i = 0; i < arguments.values().size(); i++) {
                String member =
                        arguments.names().isEmpty() ? "" : arguments.names().get(i);
                if (member.isEmpty()) {
                    unnamed.add(arguments.values().get(i));
                } else {
                    members.put(member, arguments.values().get(i));
                }
            }
            if (!unnamed.isEmpty()) {
                members.put(
                        "value",
                        unnamed.size() == 1 ? unnamed.get(0) : new Expr.ArrayLiteral(List.copyOf(unnamed), place));
            }
        }
        annotations.add(new AnnotationFact(name.toString(), Collections.unmodifiableMap(members), place));
    }
}
