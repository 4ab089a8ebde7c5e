package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Parameter;
import dev.keyguard.source.code.Statement;
import dev.keyguard.source.code.TypeRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Types of expressions from imports, declarations and the catalogue. Chains of calls are followed in a loop, everything
 * else to a bounded depth.
 */
final class Typing {
    private static final int MAX_DEPTH = 40;

    private final TypeNames names;
    private final Hierarchy hierarchy;
    private final Bindings bindings;
    private final TypeExpressions types;
    private final CallTypes calls;
    private final LambdaTypes lambdas;
    private final Map<Expr, Optional<Ty>> known = new IdentityHashMap<>();
    private int depth;

    Typing(
            TypeNames names,
            Hierarchy hierarchy,
            Bindings bindings,
            TypeExpressions types,
            LibraryTypes library,
            Declarations declarations) {
        this.names = names;
        this.hierarchy = hierarchy;
        this.bindings = bindings;
        this.types = types;
        this.calls = new CallTypes(this, names, hierarchy, library, declarations);
        this.lambdas = new LambdaTypes(this, calls, declarations);
    }

    /** The type of an expression; of an expression that names a type, that type. */
    Optional<Ty> of(Expr expression, Site site) {
        Deque<Expr> chain = new ArrayDeque<>();
        Expr next = expression;
        while (next != null && !known.containsKey(next)) {
            known.put(next, Optional.empty());
            chain.push(next);
            next = next instanceof Expr.Call call ? call.scope().orElse(null) : null;
        }
        while (!chain.isEmpty()) {
            Expr one = chain.pop();
            if (++depth > MAX_DEPTH) {
                chain.forEach(known::remove);
                known.remove(one);
                depth--;
                return Optional.empty();
            }
            known.put(one, compute(one, site));
            depth--;
        }
        return known.get(expression);
    }

    Optional<String> name(Expr expression, Site site) {
        return of(expression, site).map(Ty::name);
    }

    private Optional<Ty> compute(Expr expression, Site site) {
        if (expression instanceof Expr.Call call) {
            return calls.of(call, site);
        } else if (expression instanceof Expr.Name name) {
            return bindings.find(name.name(), site)
                    .flatMap(this::of)
                    .or(() -> types.of(expression, site).map(Ty::of));
        } else if (expression instanceof Expr.Member member) {
            return types.of(expression, site).map(Ty::of).or(() -> member(member, site));
        } else if (expression instanceof Expr.New creation) {
            Ty type = names.resolve(creation.type(), site);
            return Optional.of(creation.type().dimensions() > 0 ? type : new Ty(type.name(), type.arguments(), 0));
        } else if (expression instanceof Expr.Self self) {
            return self(self, site);
        } else if (expression instanceof Expr.Cast cast) {
            return cast.type().inferred() ? of(cast.expression(), site) : Optional.of(names.resolve(cast.type(), site));
        } else if (expression instanceof Expr.Conditional choice) {
            return of(choice.whenTrue(), site).or(() -> of(choice.whenFalse(), site));
        } else if (expression instanceof Expr.Switch choice) {
            return choice.branches().stream()
                    .flatMap(b -> b.results().stream())
                    .limit(8)
                    .flatMap(r -> of(r, site).stream())
                    .findFirst();
        } else if (expression instanceof Expr.Concat) {
            return Optional.of(Ty.of("java.lang.String"));
        } else if (expression instanceof Expr.Literal literal) {
            return literal(literal);
        } else if (expression instanceof Expr.Assign assign) {
            return of(assign.value(), site);
        } else if (expression instanceof Expr.Index index) {
            return of(index.array(), site)
                    .map(t -> t.dimensions() > 0 ? new Ty(t.name(), t.arguments(), t.dimensions() - 1) : t.argument(0));
        }
        return Optional.empty();
    }

    private static Optional<Ty> literal(Expr.Literal literal) {
        return switch (literal.kind()) {
            case STRING, TEXT_BLOCK -> Optional.of(Ty.of("java.lang.String"));
            case NUMBER -> Optional.of(Ty.of("int"));
            case BOOLEAN -> Optional.of(Ty.of("boolean"));
            case CHAR -> Optional.of(Ty.of("char"));
            case NULL -> Optional.empty();
        };
    }

    private Optional<Ty> member(Expr.Member member, Site site) {
        Optional<Ty> owner = of(member.scope(), site);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        return hierarchy
                .find(owner.get().name(), site.module())
                .map(decl -> hierarchy.member(decl, member.name()).flatMap(m -> of(new Binding.Field(m))))
                .orElseGet(() -> constantOf(owner.get(), member.name()));
    }

    /** A constant of a library's class is most often of that class. */
    private static Optional<Ty> constantOf(Ty owner, String name) {
        return name.equals(name.toUpperCase(Locale.ROOT)) ? Optional.of(owner) : Optional.empty();
    }

    private Optional<Ty> self(Expr.Self self, Site site) {
        if (self.type().isPresent()) {
            return Optional.of(Ty.of(names.resolve(self.type().get(), site)));
        }
        TypeDecl decl = TypeDecl.around(site);
        if (self.isSuper() || decl.type().name().isEmpty()) {
            return hierarchy.supertypes(decl).stream().findFirst().map(Ty::of);
        }
        return Optional.of(Ty.of(decl.qualifiedName()));
    }

    /** The declared type of what a name stands for, or that of its initialiser. */
    Optional<Ty> of(Binding binding) {
        if (binding instanceof Binding.Local local) {
            return local(local);
        } else if (binding instanceof Binding.MethodParameter parameter) {
            return declared(parameter.parameter(), parameter.decl().endOf(parameter.method()));
        } else if (binding instanceof Binding.LambdaParameter parameter) {
            return declared(parameter.parameter(), parameter.site()).or(() -> lambdas.of(parameter));
        } else if (binding instanceof Binding.Field field) {
            return field(field.member());
        } else if (binding instanceof Binding.Imported imported) {
            return constantOf(Ty.of(imported.className()), imported.name());
        }
        return Optional.empty();
    }

    private Optional<Ty> field(Hierarchy.Member member) {
        Site site = member.decl().site();
        if (member.field().isPresent()) {
            TypeRef type = member.field().get().type();
            return type.inferred()
                    ? member.field().get().initializer().flatMap(e -> of(e, site))
                    : Optional.of(names.resolve(type, site));
        }
        return member.component()
                .map(c -> names.resolve(c.type(), site))
                .or(() -> Optional.of(Ty.of(member.decl().qualifiedName())));
    }

    private Optional<Ty> declared(Parameter parameter, Site site) {
        return parameter.type().inferred() ? Optional.empty() : Optional.of(names.resolve(parameter.type(), site));
    }

    private Optional<Ty> local(Binding.Local local) {
        Statement statement = local.statement();
        Site site = local.decl()
                .site(
                        Optional.of(local.method()),
                        statement.block(),
                        local.declaration(),
                        local.use().lambdas());
        if (statement instanceof Statement.Local variable) {
            return variable.type().inferred()
                    ? variable.initializer().flatMap(e -> of(e, site))
                    : Optional.of(names.resolve(variable.type(), site));
        } else if (statement instanceof Statement.ForEach loop) {
            return loop.type().inferred()
                    ? of(loop.iterable(), site).map(Typing::element)
                    : Optional.of(names.resolve(loop.type(), site));
        } else if (statement instanceof Statement.Catch handler) {
            List<TypeRef> caught = handler.types();
            return caught.isEmpty() ? Optional.empty() : Optional.of(names.resolve(caught.get(0), site));
        }
        return Optional.empty();
    }

    /** The type of the elements of an array or collection. */
    static Ty element(Ty type) {
        return type.dimensions() > 0 ? new Ty(type.name(), type.arguments(), type.dimensions() - 1) : type.argument(0);
    }
}
