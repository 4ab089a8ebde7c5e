package dev.keyguard.value;

import dev.keyguard.source.code.AnnotationFact;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.FieldFact;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.Parameter;
import dev.keyguard.source.code.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Objects that a container puts into fields and parameters: what methods that produce beans of the type return. */
final class Beans {
    private static final List<String> PRODUCERS = List.of("Bean", "Produces", "Provides", "Factory", "Singleton");

    private final Engine engine;

    Beans(Engine engine) {
        this.engine = engine;
    }

    private record Candidate(TypeDecl decl, MethodFacts method) {}

    /** What beans can be put into what the name stands for; empty if nothing tells. */
    List<At> producing(Binding binding, At at) {
        String name;
        List<AnnotationFact> annotations;
        if (binding instanceof Binding.Field field && field.member().field().isPresent()) {
            FieldFact fact = field.member().field().get();
            name = fact.name();
            annotations = fact.annotations();
        } else if (binding instanceof Binding.MethodParameter parameter) {
            name = parameter.parameter().name();
            annotations = parameter.parameter().annotations();
        } else if (binding instanceof Binding.Field field
                && field.member().component().isPresent()) {
            Parameter component = field.member().component().get();
            name = component.name();
            annotations = component.annotations();
        } else {
            return List.of();
        }
        Optional<Ty> type = engine.typing.of(binding).map(Beans::held);
        if (type.isEmpty() || type.get().is("String", "Integer", "Map", "List", "int", "boolean")) {
            return List.of();
        }
        List<Candidate> candidates = candidates(type.get(), at);
        return returned(chosen(candidates, name, qualifier(annotations, at)));
    }

    /** {@code ObjectProvider<X>} stands for an X. */
    private static Ty held(Ty type) {
        boolean holder = type.is("ObjectProvider", "Provider", "Instance", "Optional", "Supplier", "Lazy");
        return holder && type.argument(0) != null ? type.argument(0) : type;
    }

    private Optional<String> qualifier(List<AnnotationFact> annotations, At at) {
        for (String name : List.of("Qualifier", "Named", "Resource")) {
            Optional<Expr> value = Annotations.find(annotations, name)
                    .flatMap(a -> a.member("value").or(() -> a.member("name")));
            if (value.isPresent()) {
                return engine.texts(at.of(value.get())).stream().findFirst();
            }
        }
        return Optional.empty();
    }

    private List<Candidate> candidates(Ty type, At at) {
        List<Candidate> found = new ArrayList<>();
        Set<CodeFacts> files = new LinkedHashSet<>();
        for (String annotation : PRODUCERS) {
            files.addAll(engine.declarations.mentioning(annotation, type.simpleName()));
        }
        for (CodeFacts file : files) {
            for (TypeDecl decl : engine.declarations.in(file).declarations()) {
                for (MethodFacts method : decl.type().methods()) {
                    if (PRODUCERS.stream().anyMatch(p -> Annotations.any(method.annotations(), p))
                            && gives(decl, method, type, at)) {
                        found.add(new Candidate(decl, method));
                    }
                }
            }
        }
        return found;
    }

    private boolean gives(TypeDecl decl, MethodFacts method, Ty type, At at) {
        String returned = engine.names.resolve(method.returnType(), decl.site()).name();
        return engine.hierarchy.isSubtype(returned, type.name(), at.site().module());
    }

    private List<Candidate> chosen(List<Candidate> candidates, String name, Optional<String> qualifier) {
        if (qualifier.isPresent()) {
            List<Candidate> named = named(candidates, qualifier.get());
            return named.isEmpty() ? candidates : named;
        }
        if (candidates.size() < 2) {
            return candidates;
        }
        List<Candidate> primary = candidates.stream()
                .filter(c -> Annotations.any(c.method().annotations(), "Primary"))
                .toList();
        List<Candidate> sameName = named(candidates, name);
        return !primary.isEmpty() ? primary : !sameName.isEmpty() ? sameName : candidates;
    }

    private List<Candidate> named(List<Candidate> candidates, String name) {
        return candidates.stream().filter(c -> names(c).contains(name)).toList();
    }

    private List<String> names(Candidate candidate) {
        List<String> names = new ArrayList<>(List.of(candidate.method().name()));
        for (String annotation : List.of("Bean", "Named", "Qualifier")) {
            for (String member : List.of("value", "name")) {
                Annotations.find(candidate.method().annotations(), annotation)
                        .flatMap(a -> a.member(member))
                        .ifPresent(e ->
                                names.addAll(texts(new At(e, candidate.decl().site(), Frame.NONE))));
            }
        }
        return names;
    }

    private List<String> texts(At at) {
        if (!(at.expr() instanceof Expr.ArrayLiteral array)) {
            return engine.texts(at);
        }
        List<String> all = new ArrayList<>();
        array.elements().forEach(e -> all.addAll(engine.texts(at.of(e))));
        return all;
    }

    private List<At> returned(List<Candidate> candidates) {
        Set<At> found = new LinkedHashSet<>();
        for (Candidate candidate : candidates) {
            List<Statement> statements = candidate.method().body().statements();
            for (int i = 0; i < statements.size(); i++) {
                if (statements.get(i) instanceof Statement.Return result) {
                    Site site = engine.declarations.bodies().site(candidate.decl(), candidate.method(), i);
                    found.addAll(engine.producers(new At(result.value(), site, Frame.NONE)));
                }
            }
        }
        return List.copyOf(found);
    }
}
