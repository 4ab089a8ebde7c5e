package dev.keyguard.value;

import dev.keyguard.source.Module;
import dev.keyguard.source.Scope;
import dev.keyguard.source.code.AnnotationFact;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.FieldFact;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.Parameter;
import dev.keyguard.source.code.Statement;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.value.Linker.Located;
import dev.keyguard.value.Occurrences.Annotated;
import dev.keyguard.value.Occurrences.Assigned;
import dev.keyguard.value.Occurrences.Element;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what stands in a file, without recursion: chains of calls and nested types may be of any depth. */
final class OccurrenceWalk {
    private final List<Located> expressions = new ArrayList<>();
    private final List<Annotated> annotations = new ArrayList<>();
    private final List<TypeDecl> types = new ArrayList<>();
    private final List<Assigned> assigned = new ArrayList<>();
    private final Set<Expr> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<TypeDecl> open = new ArrayDeque<>();
    private final BodyIndex bodies;

    private OccurrenceWalk(BodyIndex bodies) {
        this.bodies = bodies;
    }

    static Occurrences of(CodeFacts file, Module module, Scope scope, BodyIndex bodies) {
        OccurrenceWalk walk = new OccurrenceWalk(bodies);
        for (TypeFacts type : file.types()) {
            walk.open.add(new TypeDecl(module, scope, file, List.of(type), List.of(Optional.empty())));
        }
        while (!walk.open.isEmpty()) {
            walk.type(walk.open.poll());
        }
        walk.expressions.sort(Comparator.comparing(l -> l.expression().place()));
        walk.annotations.sort(Comparator.comparing(a -> a.annotation().place()));
        walk.types.sort(Comparator.comparing(t -> t.type().place()));
        return new Occurrences(walk.expressions, walk.annotations, walk.types, walk.assigned);
    }

    private void type(TypeDecl decl) {
        TypeFacts type = decl.type();
        types.add(decl);
        Site site = decl.site();
        annotated(type.annotations(), Element.TYPE, type.name(), site);
        for (FieldFact field : type.fields()) {
            annotated(field.annotations(), Element.FIELD, field.name(), site);
            field.initializer().ifPresent(e -> expression(e, site));
        }
        for (TypeFacts.EnumConstant constant : type.constants()) {
            annotated(constant.annotations(), Element.FIELD, constant.name(), site);
            constant.arguments().forEach(e -> expression(e, site));
            constant.body().forEach(body -> open.add(decl.inner(body, Optional.empty())));
        }
        parameters(type.components(), site);
        for (MethodFacts method : type.methods()) {
            annotated(method.annotations(), Element.METHOD, method.name(), site);
            parameters(method.parameters(), decl.site(Optional.of(method), 0, 0, List.of()));
            body(decl, method);
        }
        type.nested().forEach(nested -> open.add(decl.inner(nested, Optional.empty())));
        type.local().forEach(local -> open.add(decl.inner(local, methodAround(type, local))));
    }

    /** The method a local class is declared in, by its lines. */
    static Optional<MethodFacts> methodAround(TypeFacts type, TypeFacts local) {
        int line = local.place().line();
        return type.methods().stream()
                .filter(m -> m.place().line() <= line && line <= m.endLine())
                .findFirst();
    }

    private void parameters(List<Parameter> parameters, Site site) {
        for (Parameter parameter : parameters) {
            annotated(parameter.annotations(), Element.PARAMETER, parameter.name(), site);
        }
    }

    private void body(TypeDecl decl, MethodFacts method) {
        List<Statement> statements = method.body().statements();
        Map<Integer, List<Expr.Lambda>> lambdas = bodies.lambdas(method);
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            Site site = decl.site(
                    Optional.of(method), statement.block(), i, lambdas.getOrDefault(statement.block(), List.of()));
            if (statement instanceof Statement.Local local) {
                annotated(local.annotations(), Element.LOCAL, local.name(), site);
            }
            if (statement instanceof Statement.Assignment assignment) {
                assigned.add(new Assigned(assignment.target(), assignment.value(), site));
            }
            for (Expr expression : Expressions.of(statement)) {
                expression(expression, site);
            }
        }
    }

    private void annotated(List<AnnotationFact> on, Element kind, String element, Site site) {
        for (AnnotationFact annotation : on) {
            annotations.add(new Annotated(annotation, kind, element, site));
            annotation.members().values().forEach(e -> expression(e, site));
        }
    }

    private void expression(Expr root, Site site) {
        Deque<Located> left = new ArrayDeque<>();
        left.push(new Located(root, site));
        while (!left.isEmpty()) {
            Located next = left.pop();
            if (!seen.add(next.expression())) {
                continue;
            }
            expressions.add(next);
            Site inner = next.site();
            if (next.expression() instanceof Expr.Lambda lambda) {
                inner = inner.within(lambda);
            } else if (next.expression() instanceof Expr.New creation
                    && creation.body().isPresent()) {
                open.add(TypeDecl.around(inner).inner(creation.body().get(), inner.method()));
            }
            if (next.expression() instanceof Expr.Switch choice) {
                left.push(new Located(choice.selector(), inner));
                for (Expr.Switch.Branch branch : choice.branches()) {
                    Site inBranch = inner.within(branch);
                    branch.results().forEach(result -> left.push(new Located(result, inBranch)));
                }
                continue;
            }
            List<Expr> children = Expressions.of(next.expression());
            for (int i = children.size() - 1; i >= 0; i--) {
                left.push(new Located(children.get(i), inner));
            }
        }
    }
}
