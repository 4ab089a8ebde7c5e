package dev.keyguard.value;

import dev.keyguard.source.Scope;
import dev.keyguard.source.code.Body.BlockKind;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.FieldFact;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.Statement;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.value.Hierarchy.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fields of one object whose making is known: the arguments of its constructor, its builder and its setters count. */
final class ObjectFields {
    private static final int MAX_CHAIN = 8;

    private final Engine engine;
    private final OutsideObjects others;
    private final DirectAssignments assignments;

    ObjectFields(Engine engine) {
        this.engine = engine;
        this.others = new OutsideObjects(engine);
        this.assignments = new DirectAssignments(engine);
    }

    /** Where the field takes its value from on that object; absent if the object's making is not known. */
    Optional<List<Source>> of(Hierarchy.Member member, At self) {
        List<Source> sources = new ArrayList<>();
        boolean initialised = false;
        boolean made = false;
        boolean unknown = false;
        boolean outside = true;
        boolean onlyTests = self.site().scope() == Scope.MAIN;
        List<At> producers = engine.producers(self);
        for (At producer : producers) {
            Optional<TypeDecl> type = engine.objects.runtimeType(producer);
            if (type.isEmpty() || !isBelow(type.get(), member.decl())) {
                unknown |= !TestDoubles.makes(producer);
                outside &= TestDoubles.makes(producer) || others.has(producer, member.decl());
                continue;
            }
            made = true;
            onlyTests &= producer.site().scope() == Scope.TEST;
            initialised |= make(producer, type.get(), member, sources);
            initialised |= assignments.add(producer, self, member, sources);
        }
        if (!made) {
            return unknown && outside ? Optional.of(others.field(member)) : Optional.empty();
        }
        int before = sources.size();
        boolean set = setters(member, given(self), sources);
        if (!initialised && !set) {
            FieldFlow.initializer(member).ifPresent(s -> sources.add(0, s));
        }
        boolean fixed = member.field().filter(FieldFact::isFinal).isPresent()
                || member.component().isPresent();
        if (!fixed && before == 0 && sources.size() == before) {
            return Optional.empty();
        }
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        if (unknown || onlyTests) {
            sources.add(others.other(member));
        }
        return Optional.of(sources);
    }

    private boolean isBelow(TypeDecl type, TypeDecl owner) {
        return engine.hierarchy.lineage(type).contains(owner);
    }

    /** Adds what the making of the object gives the field; true if that always replaces the initialiser. */
    private boolean make(At producer, TypeDecl type, Hierarchy.Member member, List<Source> sources) {
        if (producer.expr() instanceof Expr.New creation) {
            TypeDecl made = creation.body().isPresent()
                    ? engine.hierarchy
                            .lineage(type)
                            .get(Math.min(1, engine.hierarchy.lineage(type).size() - 1))
                    : type;
            return construct(made, creation.arguments(), producer, Optional.of(producer), member, sources, 0);
        }
        if (producer.expr() instanceof Expr.Call call && call.name().equals("build")) {
            return built(call, producer, member, sources);
        }
        Optional<TypeFacts.EnumConstant> constant = engine.fields
                .binding(producer)
                .flatMap(b -> b instanceof Binding.Field f ? f.member().constant() : Optional.empty());
        if (constant.isEmpty()) {
            return false;
        }
        TypeDecl owner = type.type().name().isEmpty() ? type.outer().orElse(type) : type;
        List<Expr> arguments = constant.get().arguments();
        List<Method> constructors = constructors(owner, arguments, owner.site());
        if (constructors.isEmpty()) {
            return positional(member, owner, arguments, owner.site(), Frame.NONE, sources);
        }
        boolean always = true;
        for (Method constructor : constructors) {
            Frame frame = engine.frames.constant(constructor.facts(), arguments, producer, owner.site());
            always &= inside(constructor, frame, member, sources, 0);
        }
        return always;
    }

    private List<Method> constructors(TypeDecl type, List<Expr> arguments, Site site) {
        List<Method> all = Hierarchy.declared(type, m -> m.isConstructor() && Hierarchy.accepts(m, arguments.size()));
        return engine.overloads.pick(all, arguments, site);
    }

    private boolean construct(
            TypeDecl type,
            List<Expr> arguments,
            At call,
            Optional<At> self,
            Hierarchy.Member member,
            List<Source> sources,
            int depth) {
        List<Method> constructors = constructors(type, arguments, call.site());
        if (constructors.isEmpty()) {
            return positional(member, type, arguments, call.site(), call.frame(), sources);
        }
        boolean always = true;
        for (Method constructor : constructors) {
            Frame frame = engine.frames.call(constructor.facts(), call, self);
            always &= inside(constructor, frame, member, sources, depth);
        }
        return always;
    }

    /** What a constructor assigns, itself or through {@code this(...)} and {@code super(...)}. */
    private boolean inside(Method constructor, Frame frame, Hierarchy.Member member, List<Source> sources, int depth) {
        boolean always = assignments(constructor, frame, member, sources);
        List<Statement> statements = constructor.facts().body().statements();
        for (int i = 0; i < statements.size() && depth < MAX_CHAIN; i++) {
            if (statements.get(i) instanceof Statement.Effect effect
                    && effect.expression() instanceof Expr.ConstructorCall call) {
                Site site = engine.declarations.bodies().site(constructor.decl(), constructor.facts(), i);
                Optional<TypeDecl> next = call.isSuper() ? above(constructor.decl()) : Optional.of(constructor.decl());
                if (next.isPresent() && isBelow(next.get(), member.decl())) {
                    At at = new At(call, site, frame);
                    always |= construct(next.get(), call.arguments(), at, frame.self(), member, sources, depth + 1);
                }
            }
        }
        return always;
    }

    private Optional<TypeDecl> above(TypeDecl type) {
        List<String> names = engine.hierarchy.supertypes(type);
        return names.isEmpty() ? Optional.empty() : engine.hierarchy.find(names.get(0), type.module());
    }

    /** Adds what that method assigns to the field; true if it always does. */
    private boolean assignments(Method method, Frame frame, Hierarchy.Member member, List<Source> sources) {
        boolean always = false;
        MethodFacts facts = method.facts();
        List<Statement> statements = facts.body().statements();
        for (int i = 0; i < statements.size(); i++) {
            if (!(statements.get(i) instanceof Statement.Assignment assignment)) {
                continue;
            }
            Site site = engine.declarations.bodies().site(method.decl(), facts, i);
            boolean same = engine.fields
                    .binding(new At(assignment.target(), site, frame))
                    .filter(b -> b instanceof Binding.Field f && FieldFlow.sameMember(f.member(), member))
                    .isPresent();
            if (same) {
                sources.add(new Source.Of(new At(assignment.value(), site, frame)));
                BlockKind kind = facts.body().kinds().get(assignment.block());
                always |= kind == BlockKind.METHOD || kind == BlockKind.PLAIN;
            }
        }
        return always;
    }

    /** The position of a field among the arguments of a generated constructor or a record's; -1 if it has none. */
    int position(Hierarchy.Member member, TypeDecl type, int arguments) {
        if (member.component().isPresent()) {
            return type.type().components().size() == arguments
                    ? type.type().components().indexOf(member.component().get())
                    : -1;
        }
        return member.field()
                .flatMap(f -> engine.lombok.constructor(type.type(), arguments).map(all -> all.indexOf(f)))
                .orElse(-1);
    }

    private boolean positional(
            Hierarchy.Member member,
            TypeDecl type,
            List<Expr> arguments,
            Site site,
            Frame frame,
            List<Source> sources) {
        int index = position(member, type, arguments.size());
        if (index < 0) {
            return false;
        }
        sources.add(new Source.Of(new At(arguments.get(index), site, frame)));
        return true;
    }

    /** What a generated builder was given before {@code build()}. */
    private boolean built(Expr.Call build, At producer, Hierarchy.Member member, List<Source> sources) {
        if (build.scope().isEmpty()) {
            return false;
        }
        String name = FieldFlow.name(member);
        boolean given = false;
        for (At at : engine.sameObject.calls(producer.of(build.scope().get()))) {
            if (at.expr() instanceof Expr.Call call
                    && Lombok.names(call.name(), "set", "with").contains(name)
                    && call.arguments().size() == 1) {
                sources.add(new Source.Of(at.of(call.arguments().get(0))));
                given = true;
            }
        }
        return given;
    }

    /** Adds what setters give that are called on the object; true if one of them always is, before the use. */
    private boolean setters(Hierarchy.Member member, At self, List<Source> sources) {
        boolean always = false;
        for (At at : engine.sameObject.calls(self)) {
            if (!(at.expr() instanceof Expr.Call call)) {
                continue;
            }
            List<Method> methods = engine.hierarchy.methods(
                    member.decl(), call.name(), call.arguments().size());
            for (Method method : engine.overloads.pick(methods, call.arguments(), at.site())) {
                Frame frame = engine.frames.call(method.facts(), at, Optional.of(self));
                always |= assignments(method, frame, member, sources) && before(at.site(), self.site());
            }
            boolean generated = methods.isEmpty()
                    && call.arguments().size() == 1
                    && engine.lombok
                            .written(member.decl(), call.name())
                            .filter(m -> FieldFlow.sameMember(m, member))
                            .isPresent();
            if (generated) {
                sources.add(new Source.Of(at.of(call.arguments().get(0))));
                always |= before(at.site(), self.site());
            }
        }
        return always;
    }

    /** The expression at the outermost caller that stands for the object here as a parameter or {@code this}. */
    private At given(At self) {
        At at = self;
        for (int i = 0; i < MAX_CHAIN; i++) {
            Optional<At> outer = Optional.empty();
            if (at.expr() instanceof Expr.Self s && !s.isSuper()) {
                outer = at.frame().self();
            } else if (at.expr() instanceof Expr.Name) {
                At name = at;
                outer = engine.fields
                        .binding(at)
                        .filter(b -> b instanceof Binding.MethodParameter p
                                && name.frame().binds(p.method()))
                        .map(b -> engine.flow.given((Binding.MethodParameter) b, name))
                        .filter(sources -> sources.size() == 1 && sources.get(0) instanceof Source.Of)
                        .map(sources -> ((Source.Of) sources.get(0)).at());
            }
            if (outer.isEmpty()) {
                return at;
            }
            at = outer.get();
        }
        return at;
    }

    private static boolean before(Site call, Site use) {
        return call.method().isPresent()
                && use.method().filter(m -> m == call.method().get()).isPresent()
                && call.index() <= use.index()
                && use.method().get().body().encloses(call.block(), use.block());
    }
}
