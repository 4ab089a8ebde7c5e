package dev.keyguard.value;

import dev.keyguard.source.code.AnnotationFact;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.FieldFact;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.source.tree.Standing;
import dev.keyguard.value.Linker.Located;
import dev.keyguard.value.Occurrences.Assigned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where fields and record components take their values from. */
final class FieldFlow {
    private static final int MAX_FILES = 60;

    private final Engine engine;
    private final ObjectFields objects;
    private final Map<TypeFacts, Map<String, List<Assigned>>> assigned = new IdentityHashMap<>();

    FieldFlow(Engine engine) {
        this.engine = engine;
        this.objects = new ObjectFields(engine);
    }

    /** What a name or {@code scope.name} stands for; empty if it is a type or not known. */
    Optional<Binding> binding(At at) {
        if (at.expr() instanceof Expr.Name name) {
            return engine.bindings.find(name.name(), at.site());
        }
        if (!(at.expr() instanceof Expr.Member member)) {
            return Optional.empty();
        }
        if (member.scope() instanceof Expr.Self) {
            return engine.typing
                    .name(member.scope(), at.site())
                    .flatMap(t -> engine.hierarchy.find(t, at.site().module()))
                    .or(() -> Optional.of(TypeDecl.around(at.site())))
                    .flatMap(d -> engine.hierarchy.member(d, member.name()))
                    .map(Binding.Field::new);
        }
        Optional<String> type = engine.types.of(member.scope(), at.site());
        if (type.isPresent()) {
            if (engine.types.of(member, at.site()).isPresent()) {
                return Optional.empty();
            }
            return engine.hierarchy
                    .find(type.get(), at.site().module())
                    .map(d -> engine.hierarchy.member(d, member.name()).<Binding>map(Binding.Field::new))
                    .orElseGet(() -> Optional.of(new Binding.Imported(type.get(), member.name())));
        }
        return engine.typing
                .name(member.scope(), at.site())
                .flatMap(t -> engine.hierarchy.find(t, at.site().module()))
                .flatMap(d -> engine.hierarchy.member(d, member.name()))
                .map(Binding.Field::new);
    }

    /** Where what a name or {@code scope.name} stands for takes its value from. */
    List<Source> sourcesOf(Binding binding, At at) {
        if (at.expr() instanceof Expr.Member member
                && binding instanceof Binding.Field field
                && !(member.scope() instanceof Expr.Self)
                && engine.types.of(member.scope(), at.site()).isEmpty()) {
            return of(field.member(), Optional.of(at.of(member.scope())));
        }
        return engine.flow.of(binding, at);
    }

    /** Where a member takes its value from, on that object if it is known. */
    List<Source> of(Hierarchy.Member member, Optional<At> self) {
        boolean isStatic = member.field().filter(FieldFact::isStatic).isPresent();
        if (self.isPresent() && !isStatic) {
            Optional<List<Source>> known = objects.of(member, self.get());
            if (known.isPresent()) {
                return known.get();
            }
        }
        Set<Source> sources = new LinkedHashSet<>();
        Optional<Injection.Injected> injected = engine.injection.member(member);
        injected.ifPresent(i -> sources.add(new Source.Fixed(i.values())));
        if (injected.filter(Injection.Injected::settled).isEmpty()) {
            initializer(member).ifPresent(sources::add);
        }
        boolean constant = member.field()
                .filter(f -> f.isFinal() && f.initializer().isPresent())
                .isPresent();
        if (!constant) {
            assignments(member, injected.isPresent(), sources);
            generated(member, sources);
        }
        return new ArrayList<>(sources);
    }

    /** The field's initialiser. */
    static Optional<Source> initializer(Hierarchy.Member member) {
        return member.field()
                .flatMap(FieldFact::initializer)
                .map(e -> new Source.Of(new At(e, member.decl().site(), Frame.NONE)));
    }

    /** A setter that only the framework calls adds nothing to what the framework injects. */
    private void assignments(Hierarchy.Member member, boolean injected, Set<Source> sources) {
        for (Assigned assigned : assigned(member)) {
            Optional<MethodFacts> method = assigned.site().method();
            boolean uncalled = injected
                    && method.filter(m -> !m.parameters().isEmpty()).isPresent()
                    && engine.callers
                            .of(new Hierarchy.Method(TypeDecl.around(assigned.site()), method.get()))
                            .isEmpty();
            if (uncalled) {
                continue;
            }
            sources.add(new Source.Of(new At(assigned.value(), assigned.site(), Frame.NONE)));
        }
    }

    /** Every assignment to that field in the workspace. */
    List<Assigned> assigned(Hierarchy.Member member) {
        Map<String, List<Assigned>> known =
                assigned.computeIfAbsent(member.decl().type(), type -> new HashMap<>());
        String name = name(member);
        List<Assigned> found = known.get(name);
        if (found == null) {
            found = findAssigned(member, name);
            known.put(name, found);
        }
        return found;
    }

    private List<Assigned> findAssigned(Hierarchy.Member member, String name) {
        Set<CodeFacts> files = new LinkedHashSet<>();
        files.add(member.decl().file());
        boolean visible = member.field().filter(f -> !f.isFinal()).isPresent();
        if (visible && !member.decl().type().name().isEmpty()) {
            files.addAll(engine.declarations.mentioning(
                    name, Standing.ASSIGNED, member.decl().type().name()));
        }
        List<Assigned> found = new ArrayList<>();
        int read = 0;
        for (CodeFacts file : files) {
            if (++read > MAX_FILES) {
                break;
            }
            for (Assigned assigned : engine.declarations.in(file).assignments(name)) {
                if (isMember(assigned, member)) {
                    found.add(assigned);
                }
            }
        }
        return found;
    }

    static String name(Hierarchy.Member member) {
        return member.field()
                .map(FieldFact::name)
                .or(() -> member.component().map(c -> c.name()))
                .orElse("");
    }

    private boolean isMember(Assigned assigned, Hierarchy.Member member) {
        return binding(new At(assigned.target(), assigned.site(), Frame.NONE))
                .filter(b -> b instanceof Binding.Field f && sameMember(f.member(), member))
                .isPresent();
    }

    static boolean sameMember(Hierarchy.Member one, Hierarchy.Member other) {
        return one.decl().equals(other.decl()) && name(one).equals(name(other));
    }

    /** What generated constructors, setters and builders, and constructors of records, are given. */
    private void generated(Hierarchy.Member member, Set<Source> sources) {
        TypeDecl decl = member.decl();
        boolean handWritten = decl.type().methods().stream().anyMatch(m -> m.isConstructor());
        if (!handWritten || member.component().isPresent()) {
            for (Located creation : engine.callers.creations(decl)) {
                int arguments = Frames.arguments(creation.expression()).size();
                int index = objects.position(member, decl, arguments);
                if (index >= 0 && index < arguments) {
                    sources.add(new Source.Of(
                            new At(Frames.arguments(creation.expression()).get(index), creation.site(), Frame.NONE)));
                }
            }
        }
        List<AnnotationFact> annotations = decl.type().annotations();
        boolean lombok = Lombok.hasBuilder(decl.type())
                || Annotations.any(annotations, "Data", "Setter", "With")
                || member.field()
                        .filter(f -> Annotations.any(f.annotations(), "Setter", "With"))
                        .isPresent();
        if (lombok) {
            setterCalls(member, sources);
        }
    }

    private void setterCalls(Hierarchy.Member member, Set<Source> sources) {
        String name = name(member);
        String capital = name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
        String own = member.decl().qualifiedName();
        String builder = own + "." + member.decl().type().name() + "Builder";
        for (String method : List.of(name, "set" + capital, "with" + capital)) {
            for (CodeFacts file : engine.declarations.mentioning(
                    method, Standing.CALLED, member.decl().type().name())) {
                for (Located call : engine.declarations.in(file).calls(method)) {
                    Expr.Call expression = (Expr.Call) call.expression();
                    Optional<String> receiver = expression.scope().flatMap(s -> engine.typing.name(s, call.site()));
                    boolean fits = receiver.filter(r -> r.equals(builder) || r.equals(own))
                            .isPresent();
                    if (fits && expression.arguments().size() == 1) {
                        sources.add(new Source.Of(new At(expression.arguments().get(0), call.site(), Frame.NONE)));
                    }
                }
            }
        }
    }
}
