package dev.keyguard.source.code;

import dev.keyguard.source.Place;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints facts as indented text, one declaration or statement a line, for tests and for looking at what a reader made
 * of a file. Expressions read like code; with places, each literal, name and call carries {@code @line:column}.
 */
public final class FactsPrinter {
    private final boolean places;
    private final StringBuilder out = new StringBuilder();

    private FactsPrinter(boolean places) {
        this.places = places;
    }

    /** The whole file. */
    public static String print(CodeFacts facts, boolean places) {
        FactsPrinter printer = new FactsPrinter(places);
        if (!facts.packageName().isEmpty()) {
            printer.line(0, "package " + facts.packageName());
        }
        facts.imports()
                .forEach(i -> printer.line(
                        0,
                        "import " + (i.isStatic() ? "static " : "") + i.name() + (i.wildcard() ? ".*" : "")
                                + i.alias().map(a -> " as " + a).orElse("")));
        facts.types().forEach(type -> printer.type(0, "", type));
        facts.suppressions()
                .forEach(s -> printer.line(
                        0, "ignore " + s.text() + (s.alone() ? " alone" : "") + " @" + printer.lineColumn(s.place())));
        facts.scriptDependencies()
                .forEach(d ->
                        printer.line(0, "deps " + d.key() + ":" + d.version().orElse("")));
        facts.problems().forEach(p -> printer.line(0, "problem " + p.message() + " @" + printer.lineColumn(p.place())));
        return printer.out.toString();
    }

    /** One expression. */
    public static String print(Expr expr, boolean places) {
        return new FactsPrinter(places).expr(expr);
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }

    private void type(int depth, String role, TypeFacts type) {
        line(
                depth,
                annotations(type.annotations()) + role + type.kind().name().toLowerCase(java.util.Locale.ROOT) + " "
                        + type.name()
                        + (type.components().isEmpty() ? "" : "(" + parameters(type.components()) + ")")
                        + (type.extended().isEmpty() ? "" : " extends " + types(type.extended()))
                        + (type.implemented().isEmpty() ? "" : " implements " + types(type.implemented()))
                        + at(type.place()));
        type.constants().forEach(constant -> {
            line(
                    depth + 1,
                    annotations(constant.annotations()) + "constant " + constant.name() + "("
                            + exprs(constant.arguments()) + ")" + at(constant.place()));
            constant.body().forEach(body -> type(depth + 2, "", body));
        });
        type.fields()
                .forEach(field -> line(
                        depth + 1,
                        annotations(field.annotations()) + (field.isStatic() ? "static " : "")
                                + (field.isFinal() ? "final " : "") + type(field.type()) + " " + field.name()
                                + field.initializer().map(e -> " = " + expr(e)).orElse("") + at(field.place())));
        type.methods().forEach(method -> method(depth + 1, method));
        type.nested().forEach(nested -> type(depth + 1, "", nested));
        type.local().forEach(local -> type(depth + 1, "local ", local));
    }

    private void method(int depth, MethodFacts method) {
        line(
                depth,
                annotations(method.annotations()) + (method.isStatic() ? "static " : "") + type(method.returnType())
                        + " " + method.name() + "(" + parameters(method.parameters()) + ")" + at(method.place()));
        method.body().statements().forEach(statement -> line(depth + 1, statement(method.body(), statement)));
    }

    private String statement(Body body, Statement statement) {
        return block(body, statement.block()) + text(statement);
    }

    private static String block(Body body, int block) {
        return block == 0
                ? ""
                : "[" + block + " " + body.kinds().get(block) + " in "
                        + body.parents().get(block) + "] ";
    }

    private String text(Statement statement) {
        if (statement instanceof Statement.Local local) {
            return annotations(local.annotations()) + "local " + type(local.type()) + " " + local.name()
                    + local.initializer().map(e -> " = " + expr(e)).orElse("") + at(local.place());
        }
        if (statement instanceof Statement.ForEach each) {
            return "for " + type(each.type()) + " " + each.name() + " : " + expr(each.iterable());
        }
        if (statement instanceof Statement.Assignment assignment) {
            return expr(assignment.target()) + " := " + expr(assignment.value());
        }
        if (statement instanceof Statement.Return result) {
            return "return " + expr(result.value());
        }
        if (statement instanceof Statement.Effect effect) {
            return expr(effect.expression());
        }
        if (statement instanceof Statement.Catch handler) {
            return "catch " + types(handler.types()) + " " + handler.name() + " of " + handler.tryBlock() + " in "
                    + handler.catchBlock();
        }
        return "throw " + expr(((Statement.Throw) statement).value());
    }

    private String expr(Expr expr) {
        if (expr instanceof Expr.Literal literal) {
            String text = literal.text().orElse("null");
            boolean quoted = literal.kind() == Expr.Literal.Kind.STRING
                    || literal.kind() == Expr.Literal.Kind.TEXT_BLOCK
                    || literal.kind() == Expr.Literal.Kind.CHAR;
            return (quoted ? "\"" + text.replace("\n", "\\n") + "\"" : text) + at(expr.place());
        }
        if (expr instanceof Expr.Name name) {
            return name.name() + at(expr.place());
        }
        if (expr instanceof Expr.Member member) {
            return expr(member.scope()) + "." + member.name() + at(expr.place());
        }
        if (expr instanceof Expr.Call call) {
            return call.scope().map(scope -> expr(scope) + ".").orElse("") + call.name() + at(expr.place()) + "("
                    + arguments(call.arguments(), call.argumentNames()) + ")";
        }
        if (expr instanceof Expr.New creation) {
            return "new" + at(expr.place()) + " " + type(creation.type()) + "("
                    + arguments(creation.arguments(), creation.argumentNames()) + ")"
                    + creation.body().map(this::body).orElse("");
        }
        if (expr instanceof Expr.ConstructorCall call) {
            return (call.isSuper() ? "super(" : "this(") + exprs(call.arguments()) + ")";
        }
        if (expr instanceof Expr.Self self) {
            return self.type().map(t -> t + ".").orElse("") + (self.isSuper() ? "super" : "this");
        }
        return composed(expr);
    }

    private String composed(Expr expr) {
        if (expr instanceof Expr.Conditional choice) {
            return "(" + expr(choice.condition()) + " ? " + expr(choice.whenTrue()) + " : " + expr(choice.whenFalse())
                    + ")";
        }
        if (expr instanceof Expr.Switch choice) {
            return "switch (" + expr(choice.selector()) + ") {"
                    + choice.branches().stream()
                            .map(branch -> (branch.labels().isEmpty() ? "default" : exprs(branch.labels())) + " -> "
                                    + exprs(branch.results()))
                            .collect(Collectors.joining("; "))
                    + "}";
        }
        if (expr instanceof Expr.Concat concat) {
            return "concat(" + exprs(concat.parts()) + ")";
        }
        if (expr instanceof Expr.Operation operation) {
            return "op[" + operation.operator() + "](" + exprs(operation.operands()) + ")";
        }
        if (expr instanceof Expr.ArrayLiteral array) {
            return "{" + exprs(array.elements()) + "}";
        }
        if (expr instanceof Expr.Index index) {
            return expr(index.array()) + "[" + expr(index.index()) + "]";
        }
        if (expr instanceof Expr.Lambda lambda) {
            return "lambda#" + lambda.block() + "(" + parameters(lambda.parameters()) + ") -> {"
                    + exprs(lambda.results()) + "}";
        }
        if (expr instanceof Expr.MethodRef reference) {
            return expr(reference.scope()) + "::" + reference.name();
        }
        if (expr instanceof Expr.ClassLiteral literal) {
            return type(literal.type()) + ".class";
        }
        if (expr instanceof Expr.Assign assign) {
            return "(" + expr(assign.target()) + " = " + expr(assign.value()) + ")";
        }
        if (expr instanceof Expr.Cast cast) {
            return "cast<" + type(cast.type()) + ">(" + expr(cast.expression()) + ")";
        }
        return "opaque<" + ((Expr.Opaque) expr).reason() + ">";
    }

    private String body(TypeFacts type) {
        FactsPrinter inner = new FactsPrinter(places);
        inner.type(0, "", type);
        return " {" + inner.out.toString().strip().replaceAll("\n *", "; ") + "}";
    }

    private String arguments(List<Expr> arguments, List<String> names) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < arguments.size(); i++) {
            text.append(i == 0 ? "" : ", ");
            if (i < names.size() && !names.get(i).isEmpty()) {
                text.append(names.get(i)).append(" = ");
            }
            text.append(expr(arguments.get(i)));
        }
        return text.toString();
    }

    private String exprs(List<Expr> all) {
        return all.stream().map(this::expr).collect(Collectors.joining(", "));
    }

    private String annotations(List<AnnotationFact> annotations) {
        return annotations.stream()
                .map(annotation -> "@" + annotation.name()
                        + (annotation.members().isEmpty()
                                ? ""
                                : "("
                                        + annotation.members().entrySet().stream()
                                                .map(member -> member.getKey() + " = " + expr(member.getValue()))
                                                .collect(Collectors.joining(", "))
                                        + ")")
                        + " ")
                .collect(Collectors.joining());
    }

    private String parameters(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> annotations(parameter.annotations())
                        + (type(parameter.type()) + " " + parameter.name()).strip()
                        + parameter.defaultValue().map(e -> " = " + expr(e)).orElse(""))
                .collect(Collectors.joining(", "));
    }

    private static String types(List<TypeRef> types) {
        return types.stream().map(FactsPrinter::type).collect(Collectors.joining(", "));
    }

    private static String type(TypeRef type) {
        return type.name()
                + (type.arguments().isEmpty() ? "" : "<" + types(type.arguments()) + ">")
                + "[]".repeat(type.dimensions());
    }

    private String at(Place place) {
        return places ? "@" + lineColumn(place) : "";
    }

    private String lineColumn(Place place) {
        return place.line() + ":" + place.column();
    }
}
