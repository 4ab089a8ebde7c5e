package dev.keyguard.source.kotlin;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.AnnotationFact;
import dev.keyguard.source.code.Body;
import dev.keyguard.source.code.BodyBuilder;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.FieldFact;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.Parameter;
import dev.keyguard.source.code.Statement;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.source.code.TypeFacts.EnumConstant;
import dev.keyguard.source.code.TypeFacts.Kind;
import dev.keyguard.source.code.TypeRef;
import dev.keyguard.source.kotlin.KotlinAnnotations.Prefix;
import dev.keyguard.source.kotlin.KotlinClasses.Property;
import dev.keyguard.source.kotlin.KotlinClasses.Supertypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses the members of one type, or what stands at the top of a file. Those of a companion object are static. */
final class KotlinMembers {
    private final KotlinFile file;
    private final Cursor cursor;
    private final String typeName;
    private final List<FieldFact> fields = new ArrayList<>();
    private final List<MethodFacts> methods = new ArrayList<>();
    private final List<TypeFacts> nested = new ArrayList<>();
    private final List<TypeFacts> local = new ArrayList<>();
    private final KotlinProperties properties;

    KotlinMembers(KotlinFile file, String typeName) {
        this.file = file;
        this.cursor = file.cursor();
        this.typeName = typeName;
        this.properties = new KotlinProperties(file, this);
    }

    List<TypeFacts> nested() {
        return nested;
    }

    /** A body whose local classes are this type's. */
    BodyBuilder body() {
        return new BodyBuilder(local);
    }

    boolean isEmpty() {
        return fields.isEmpty() && methods.isEmpty() && local.isEmpty();
    }

    /** The class that the compiler makes for what stands at the top of a file. */
    TypeFacts topLevel(Place place) {
        return new TypeFacts(
                typeName,
                Kind.CLASS,
                List.of(),
                List.of(),
                List.of(),
                List.copyOf(fields),
                List.copyOf(methods),
                List.of(),
                List.of(),
                List.of(),
                List.copyOf(local),
                place,
                cursor.lastLine());
    }

    TypeFacts type(
            Kind kind,
            List<AnnotationFact> annotations,
            Supertypes supertypes,
            List<EnumConstant> constants,
            Place place) {
        List<TypeRef> extended = kind == Kind.INTERFACE
                ? supertypes.types()
                : supertypes.called().map(List::of).orElse(List.of());
        List<TypeRef> implemented = supertypes.types().stream()
                .filter(type -> !extended.contains(type))
                .toList();
        return new TypeFacts(
                typeName,
                kind,
                annotations,
                extended,
                implemented,
                List.copyOf(fields),
                List.copyOf(methods),
                constants,
                List.of(),
                List.copyOf(nested),
                List.copyOf(local),
                place,
                cursor.lastLine());
    }

    /** Members up to the closing brace, and past it. */
    void parseRest(boolean isStatic) {
        while (!cursor.atEnd() && !cursor.accept("}")) {
            int before = cursor.position();
            cursor.deeper(() -> member(isStatic), () -> false);
            if (cursor.position() == before) {
                cursor.skipBalanced();
            }
        }
    }

    /** One member; nothing is read if none stands here. */
    boolean member(boolean isStatic) {
        Prefix prefix = file.annotations().parse();
        switch (cursor.isName() ? cursor.peek().text() : "") {
            case "class", "interface":
                nested.add(file.classes().parse(prefix.annotations(), prefix.modifiers()));
                return true;
            case "object":
                object(prefix);
                return true;
            case "fun":
                function(prefix, isStatic);
                return true;
            case "val", "var":
                fields.add(properties.parse(prefix, isStatic));
                return true;
            case "constructor":
                secondaryConstructor(prefix);
                return true;
            case "init":
                initializerBlock(isStatic);
                return true;
            case "typealias":
                while (!cursor.atEnd() && !cursor.is("=")) {
                    cursor.next();
                }
                cursor.next();
                file.types().parse();
                return true;
            default:
                return false;
        }
    }

    private void object(Prefix prefix) {
        boolean companion = prefix.has("companion");
        if (!companion) {
            nested.add(file.classes().parse(prefix.annotations(), Set.of()));
            return;
        }
        cursor.next();
        if (cursor.isName()) {
            cursor.next();
        }
        file.classes().supertypes(file.expressions(body()));
        if (cursor.accept("{")) {
            cursor.withLines(true, () -> {
                parseRest(true);
                return null;
            });
        }
    }

    void primaryConstructor(
            List<AnnotationFact> annotations,
            List<Property> properties,
            Supertypes supertypes,
            BodyBuilder body,
            Place place) {
        if (supertypes.called().isPresent()) {
            Expr call = new Expr.ConstructorCall(true, supertypes.arguments(), place);
            body.add(block -> new Statement.Effect(call, block));
        }
        for (Property property : properties) {
            Parameter parameter = property.parameter();
            if (property.isProperty()) {
                Expr self = new Expr.Self(false, Optional.empty(), parameter.place());
                Expr target = new Expr.Member(self, parameter.name(), parameter.place());
                Expr value = new Expr.Name(parameter.name(), parameter.place());
                body.add(block -> new Statement.Assignment(target, value, block));
                fields.add(new FieldFact(
                        parameter.name(),
                        parameter.type(),
                        Optional.empty(),
                        parameter.annotations(),
                        false,
                        property.isFinal(),
                        parameter.place(),
                        parameter.place().line()));
            }
        }
        List<Parameter> parameters =
                properties.stream().map(Property::parameter).toList();
        method(MethodFacts.CONSTRUCTOR, parameters, TypeRef.of(typeName), annotations, false, body.build(), place);
    }

    private void secondaryConstructor(Prefix prefix) {
        Place place = cursor.placeOf(cursor.next());
        BodyBuilder body = body();
        KotlinExpressions expressions = file.expressions(body);
        List<Parameter> parameters = cursor.is("(") ? file.classes().parameters(expressions) : List.of();
        if (cursor.accept(":")) {
            Token target = cursor.next();
            if (cursor.is("(")) {
                Expr call = new Expr.ConstructorCall(
                        target.is("super"), expressions.arguments().values(), cursor.placeOf(target));
                body.add(block -> new Statement.Effect(call, block));
            }
        }
        if (cursor.is("{")) {
            expressions.statements().body();
        }
        method(
                MethodFacts.CONSTRUCTOR,
                parameters,
                TypeRef.of(typeName),
                prefix.annotations(),
                false,
                body.build(),
                place);
    }

    private void initializerBlock(boolean isStatic) {
        Place place = cursor.placeOf(cursor.next());
        BodyBuilder body = body();
        if (cursor.is("{")) {
            file.expressions(body).statements().body();
        }
        initializer(isStatic, body, place);
    }

    /** Keeps what runs when the type or an instance of it is made; nothing if there is nothing. */
    void initializer(boolean isStatic, BodyBuilder body, Place place) {
        if (!body.isEmpty()) {
            String name = isStatic ? "<clinit>" : "<instance>";
            method(name, List.of(), TypeRef.of("void"), List.of(), isStatic, body.build(), place);
        }
    }

    private void function(Prefix prefix, boolean isStatic) {
        cursor.next();
        file.types().arguments();
        Token name = cursor.next();
        // an extension: the name is the one before the parameters
        while (!cursor.atEnd() && !cursor.is("(") && !cursor.is("{") && !cursor.is("}") && !cursor.is("=")) {
            Token next = cursor.next();
            name = next.kind() == Token.Kind.NAME ? next : name;
        }
        BodyBuilder body = body();
        KotlinExpressions expressions = file.expressions(body);
        List<Parameter> parameters = cursor.is("(") ? file.classes().parameters(expressions) : List.of();
        TypeRef type = cursor.accept(":") ? file.types().parse() : TypeRef.of("");
        file.classes().supertypes(expressions);
        if (cursor.accept("=")) {
            Expr value = expressions.parse();
            if (!KotlinExpressions.isNothing(value)) {
                body.returns(value);
            }
        } else if (cursor.is("{")) {
            type = type.name().isEmpty() ? TypeRef.of("void") : type;
            expressions.statements().body();
        }
        method(name.text(), parameters, type, prefix.annotations(), isStatic, body.build(), cursor.placeOf(name));
    }

    void method(
            String name,
            List<Parameter> parameters,
            TypeRef type,
            List<AnnotationFact> annotations,
            boolean isStatic,
            Body body,
            Place place) {
        methods.add(new MethodFacts(name, parameters, type, annotations, isStatic, body, place, cursor.lastLine()));
    }
}
