package dev.keyguard.source.kotlin;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.AnnotationFact;
import dev.keyguard.source.code.BodyBuilder;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Parameter;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.source.code.TypeFacts.EnumConstant;
import dev.keyguard.source.code.TypeFacts.Kind;
import dev.keyguard.source.code.TypeRef;
import dev.keyguard.source.kotlin.KotlinAnnotations.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses classes, interfaces and objects. */
final class KotlinClasses {
    private final KotlinFile file;

    KotlinClasses(KotlinFile file) {
        this.file = file;
    }

    /** What a class extends, and the arguments it hands to the first with any. */
    record Supertypes(List<TypeRef> types, List<Expr> arguments, List<String> names, Optional<TypeRef> called) {
        static Supertypes of(TypeRef type) {
            return new Supertypes(List.of(type), List.of(), List.of(), Optional.of(type));
        }
    }

    /** A parameter of a primary constructor: a property too, if {@code val} or {@code var} stands before it. */
    record Property(Parameter parameter, boolean isProperty, boolean isFinal) {}

    /** From the keyword {@code class}, {@code interface} or {@code object} on. */
    TypeFacts parse(List<AnnotationFact> annotations, Set<String> modifiers) {
        Cursor cursor = file.cursor();
        Token keyword = cursor.next();
        Place place = cursor.place();
        String name = cursor.isName() ? cursor.next().text() : "";
        file.types().arguments();
        Kind kind = keyword.is("interface")
                ? Kind.INTERFACE
                : modifiers.contains("enum")
                        ? Kind.ENUM
                        : modifiers.contains("annotation") ? Kind.ANNOTATION : Kind.CLASS;
        KotlinMembers members = new KotlinMembers(file, name);
        BodyBuilder construction = new BodyBuilder(new ArrayList<>());
        KotlinExpressions expressions = file.expressions(construction);
        Prefix constructor = file.annotations().parse();
        boolean primary = cursor.accept("constructor") | cursor.is("(");
        List<Property> properties = primary && cursor.is("(") ? properties(expressions) : List.of();
        Supertypes supertypes = supertypes(expressions);
        if (primary || supertypes.called().isPresent()) {
            members.primaryConstructor(constructor.annotations(), properties, supertypes, construction, place);
        }
        List<EnumConstant> constants = new ArrayList<>();
        if (cursor.is("{")) {
            cursor.next();
            cursor.withLines(true, () -> {
                if (kind == Kind.ENUM) {
                    constants(name, members, constants);
                }
                members.parseRest(keyword.is("object"));
                return null;
            });
        }
        return members.type(kind, annotations, supertypes, List.copyOf(constants), place);
    }

    /** The body behind {@code object : Type()}. */
    TypeFacts anonymous(Supertypes supertypes, Place place) {
        KotlinMembers members = new KotlinMembers(file, "");
        if (file.cursor().accept("{")) {
            file.cursor().withLines(true, () -> {
                members.parseRest(false);
                return null;
            });
        }
        return members.type(Kind.CLASS, List.of(), supertypes, List.of(), place);
    }

    /** {@code : Base(arguments), Named by other}, if it stands here. */
    Supertypes supertypes(KotlinExpressions expressions) {
        Cursor cursor = file.cursor();
        List<TypeRef> types = new ArrayList<>();
        KotlinExpressions.Arguments arguments = new KotlinExpressions.Arguments(List.of(), List.of());
        Optional<TypeRef> called = Optional.empty();
        if (cursor.accept(":")) {
            do {
                types.add(file.types().parse());
                if (cursor.is("(")) {
                    arguments = expressions.arguments();
                    called = Optional.of(types.get(types.size() - 1));
                }
                if (cursor.accept("by")) {
                    while (cursor.isName() || cursor.is(".")) {
                        cursor.next();
                    }
                    if (cursor.is("(")) {
                        cursor.skipBalanced();
                    }
                }
            } while (cursor.accept(","));
        }
        if (cursor.is("where")) {
            while (!cursor.atEnd() && !cursor.is("{") && !cursor.is("}") && !cursor.is("=")) {
                cursor.next();
            }
        }
        return new Supertypes(List.copyOf(types), arguments.values(), arguments.names(), called);
    }

    private void constants(String enumName, KotlinMembers members, List<EnumConstant> constants) {
        Cursor cursor = file.cursor();
        while (!cursor.atEnd() && !cursor.is(";") && !cursor.is("}")) {
            Prefix prefix = file.annotations().parse();
            if (!cursor.isName()) {
                cursor.skipBalanced();
                continue;
            }
            Token name = cursor.next();
            List<Expr> arguments = List.of();
            if (cursor.is("(")) {
                BodyBuilder body = new BodyBuilder(new ArrayList<>());
                arguments = file.expressions(body).arguments().values();
                members.initializer(true, body, cursor.placeOf(name));
            }
            List<TypeFacts> body = cursor.is("{")
                    ? List.of(anonymous(Supertypes.of(TypeRef.of(enumName)), cursor.placeOf(name)))
                    : List.of();
            constants.add(new EnumConstant(name.text(), arguments, prefix.annotations(), body, cursor.placeOf(name)));
            cursor.accept(",");
        }
        cursor.accept(";");
    }

    /** Parameters of a function. */
    List<Parameter> parameters(KotlinExpressions expressions) {
        return properties(expressions).stream().map(Property::parameter).toList();
    }

    private List<Property> properties(KotlinExpressions expressions) {
        Cursor cursor = file.cursor();
        cursor.next();
        return cursor.withLines(false, () -> {
            List<Property> properties = new ArrayList<>();
            while (!cursor.atEnd() && !cursor.is(")") && !cursor.is("}")) {
                int before = cursor.position();
                Prefix prefix = file.annotations().parse();
                boolean isVal = cursor.accept("val");
                boolean isVar = !isVal && cursor.accept("var");
                if (cursor.isName()) {
                    properties.add(new Property(parameter(prefix, expressions), isVal || isVar, isVal));
                }
                cursor.accept(",");
                if (cursor.position() == before) {
                    cursor.skipBalanced();
                }
            }
            cursor.accept(")");
            return List.copyOf(properties);
        });
    }

    private Parameter parameter(Prefix prefix, KotlinExpressions expressions) {
        Cursor cursor = file.cursor();
        Token name = cursor.next();
        TypeRef type = cursor.accept(":") ? file.types().parse() : TypeRef.of("");
        Optional<Expr> value = cursor.accept("=") ? Optional.of(expressions.parse()) : Optional.empty();
        boolean varargs = prefix.has("vararg");
        return new Parameter(
                name.text(),
                varargs ? new TypeRef(type.name(), type.arguments(), type.dimensions() + 1) : type,
                prefix.annotations(),
                varargs,
                value,
                cursor.placeOf(name));
    }
}
