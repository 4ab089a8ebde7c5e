package dev.keyguard.source.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
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
import dev.keyguard.source.code.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lowers the members of one type. */
final class Members {
    private static final String STATIC_INITIALIZER = "<clinit>";
    private static final String INITIALIZER = "<instance>";

    private final Lowering file;
    private final String typeName;
    private final TypeFacts.Kind kind;
    private final List<Parameter> components;
    private final List<FieldFact> fields = new ArrayList<>();
    private final List<MethodFacts> methods = new ArrayList<>();
    private final List<TypeFacts> nested = new ArrayList<>();
    private final List<TypeFacts> local = new ArrayList<>();

    Members(Lowering file, String typeName, TypeFacts.Kind kind, List<Parameter> components) {
        this.file = file;
        this.typeName = typeName;
        this.kind = kind;
        this.components = components;
    }

    List<FieldFact> fields() {
        return List.copyOf(fields);
    }

    List<MethodFacts> methods() {
        return List.copyOf(methods);
    }

    List<TypeFacts> nested() {
        return List.copyOf(nested);
    }

    List<TypeFacts> local() {
        return List.copyOf(local);
    }

    void add(NodeList<BodyDeclaration<?>> members) {
        for (BodyDeclaration<?> member : members) {
            if (member instanceof FieldDeclaration field) {
                field.getVariables().forEach(variable -> field(field, variable));
            } else if (member instanceof MethodDeclaration method) {
                method(method);
            } else if (member instanceof ConstructorDeclaration constructor) {
                constructor(constructor);
            } else if (member instanceof CompactConstructorDeclaration compact) {
                compactConstructor(compact);
            } else if (member instanceof InitializerDeclaration initializer) {
                initializer(initializer);
            } else if (member instanceof AnnotationMemberDeclaration element) {
                element(element);
            } else if (member instanceof TypeDeclaration<?> type) {
                nested.add(file.types().lower(type));
            }
        }
    }

    /** An enum constant's arguments; statements in them (a lambda with a block) stand in a static initialiser. */
    List<Expr> constantArguments(EnumConstantDeclaration constant) {
        BodyBuilder body = new BodyBuilder(local);
        List<Expr> arguments = file.expressions(body).lowerAll(constant.getArguments());
        if (!body.isEmpty()) {
            initializer(true, body.build(), constant);
        }
        return arguments;
    }

    private boolean inInterface() {
        return kind == TypeFacts.Kind.INTERFACE || kind == TypeFacts.Kind.ANNOTATION;
    }

    private void field(FieldDeclaration field, VariableDeclarator variable) {
        boolean isStatic = field.isStatic() || inInterface();
        Optional<Expr> initializer = variable.getInitializer().flatMap(value -> fieldValue(variable, value, isStatic));
        fields.add(new FieldFact(
                variable.getNameAsString(),
                TypeNames.of(variable.getType()),
                initializer,
                file.annotations().lower(field.getAnnotations()),
                isStatic,
                field.isFinal() || inInterface(),
                file.places().of(variable.getName()),
                file.places().endLine(field)));
    }

    /** A value with statements in it becomes what it is for the compiler too: an assignment in the initialiser. */
    private Optional<Expr> fieldValue(VariableDeclarator variable, Expression value, boolean isStatic) {
        BodyBuilder body = new BodyBuilder(local);
        Expr lowered = file.expressions(body).lower(value);
        if (body.isEmpty()) {
            return Optional.of(lowered);
        }
        Expr target = new Expr.Name(variable.getNameAsString(), file.places().of(variable.getName()));
        body.add(block -> new Statement.Assignment(target, lowered, block));
        initializer(isStatic, body.build(), variable);
        return Optional.empty();
    }

    private void method(MethodDeclaration method) {
        Body body = method.getBody().map(block -> body(block, end -> {})).orElse(Body.NONE);
        add(
                method.getNameAsString(),
                file.types().parameters(method.getParameters()),
                TypeNames.of(method.getType()),
                file.annotations().lower(method.getAnnotations()),
                method.isStatic(),
                body,
                file.places().of(method.getName()),
                method);
    }

    private void constructor(ConstructorDeclaration constructor) {
        add(
                MethodFacts.CONSTRUCTOR,
                file.types().parameters(constructor.getParameters()),
                TypeRef.of(typeName),
                file.annotations().lower(constructor.getAnnotations()),
                false,
                body(constructor.getBody(), end -> {}),
                file.places().of(constructor.getName()),
                constructor);
    }

    private void compactConstructor(CompactConstructorDeclaration compact) {
        Body body = body(
                compact.getBody(),
                end -> components.forEach(component -> end.add(block -> {
                    Expr self = new Expr.Self(false, Optional.empty(), component.place());
                    return new Statement.Assignment(
                            new Expr.Member(self, component.name(), component.place()),
                            new Expr.Name(component.name(), component.place()),
                            block);
                })));
        add(
                MethodFacts.CONSTRUCTOR,
                components,
                TypeRef.of(typeName),
                file.annotations().lower(compact.getAnnotations()),
                false,
                body,
                file.places().of(compact.getName()),
                compact);
    }

    private void initializer(InitializerDeclaration initializer) {
        initializer(initializer.isStatic(), body(initializer.getBody(), end -> {}), initializer);
    }

    private void initializer(boolean isStatic, Body body, Node node) {
        add(
                isStatic ? STATIC_INITIALIZER : INITIALIZER,
                List.of(),
                TypeRef.of("void"),
                List.of(),
                isStatic,
                body,
                file.places().of(node),
                node);
    }

    private void element(AnnotationMemberDeclaration element) {
        Body body = element.getDefaultValue()
                .map(value -> {
                    BodyBuilder builder = new BodyBuilder(local);
                    builder.returns(file.expressions(builder).lower(value));
                    return builder.build();
                })
                .orElse(Body.NONE);
        add(
                element.getNameAsString(),
                List.of(),
                TypeNames.of(element.getType()),
                file.annotations().lower(element.getAnnotations()),
                false,
                body,
                file.places().of(element.getName()),
                element);
    }

    private Body body(BlockStmt block, Consumer<BodyBuilder> end) {
        BodyBuilder builder = new BodyBuilder(local);
        file.statements(builder).lower(block);
        file.takeLocalEnums(block).forEach(declared -> local.add(file.types().lower(declared)));
        end.accept(builder);
        return builder.build();
    }

    private void add(
            String name,
            List<Parameter> parameters,
            TypeRef returnType,
            List<AnnotationFact> annotations,
            boolean isStatic,
            Body body,
            Place place,
            Node node) {
        int endLine = file.places().endLine(node);
        methods.add(new MethodFacts(name, parameters, returnType, annotations, isStatic, body, place, endLine));
    }
}
