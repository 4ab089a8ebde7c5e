package dev.keyguard.value;

import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.CodeFacts.ImportFact;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.source.tree.Standing;
import dev.keyguard.value.Hierarchy.Method;
import dev.keyguard.value.Linker.Located;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the calls of a method or constructor in the whole workspace. */
final class Callers {
    /** Names too common to tell a method by, where the receiver's type is not known. */
    private static final Set<String> COMMON = Set.of(
            "get",
            "put",
            "add",
            "of",
            "set",
            "apply",
            "accept",
            "run",
            "call",
            "test",
            "build",
            "create",
            "map",
            "from",
            "with",
            "contains",
            "remove",
            "equals",
            "append",
            "valueOf",
            "toString",
            "send",
            "execute",
            "log",
            "info",
            "debug",
            "warn",
            "error",
            "format",
            "filter",
            "write",
            "read",
            "close",
            "start",
            "stop",
            "name",
            "value",
            "key",
            "getName",
            "setName",
            "getValue",
            "setValue",
            "getId",
            "init",
            "load",
            "parse",
            "process",
            "handle",
            "invoke");

    private static final int MAX_CALLERS = 256;

    private final Declarations declarations;
    private final TypeNames names;
    private final Hierarchy hierarchy;
    private final Typing typing;
    private final Overloads overloads;
    private final Constructions constructions;
    private final Map<MethodFacts, List<Located>> known = new IdentityHashMap<>();

    Callers(Declarations declarations, TypeNames names, Hierarchy hierarchy, Typing typing, Overloads overloads) {
        this.declarations = declarations;
        this.names = names;
        this.hierarchy = hierarchy;
        this.typing = typing;
        this.overloads = overloads;
        this.constructions = new Constructions(declarations, names, hierarchy, typing);
    }

    /** Calls, constructor calls and method references that mean that method. */
    List<Located> of(Method method) {
        List<Located> found = known.get(method.facts());
        if (found == null) {
            known.put(method.facts(), List.of());
            found = method.facts().isConstructor() ? constructed(method) : calls(method);
            found = found.size() > MAX_CALLERS ? found.subList(0, MAX_CALLERS) : found;
            known.put(method.facts(), found);
        }
        return found;
    }

    private List<Located> constructed(Method constructor) {
        List<Located> found = new ArrayList<>();
        for (Located creation : constructions.all(constructor.decl())) {
            if (creation.expression() instanceof Expr.MethodRef
                    || means(constructor, Frames.arguments(creation.expression()), creation.site())) {
                found.add(creation);
            }
        }
        for (Located call : declarations.in(constructor.decl().file()).constructorCalls()) {
            if (!((Expr.ConstructorCall) call.expression()).isSuper()
                    && call.site().type() == constructor.decl().type()
                    && means(constructor, Frames.arguments(call.expression()), call.site())) {
                found.add(call);
            }
        }
        return found;
    }

    /** {@code new} expressions, {@code super(...)} calls and {@code X::new} references of that type. */
    List<Located> creations(TypeDecl type) {
        return constructions.all(type);
    }

    private boolean means(Method method, List<Expr> arguments, Site site) {
        if (!Hierarchy.accepts(method.facts(), arguments.size())) {
            return false;
        }
        List<Method> all = Hierarchy.declared(
                method.decl(), m -> m.name().equals(method.facts().name()) && Hierarchy.accepts(m, arguments.size()));
        return overloads.pick(all, arguments, site).stream().anyMatch(m -> m.facts() == method.facts());
    }

    private List<Located> calls(Method method) {
        String name = method.facts().name();
        Set<String> receivers = receivers(method);
        List<Located> found = new ArrayList<>();
        for (CodeFacts file : files(method, receivers)) {
            Occurrences occurrences = declarations.in(file);
            for (Located call : occurrences.calls(name)) {
                Expr.Call expression = (Expr.Call) call.expression();
                if (means(method, expression.arguments(), call.site()) && receives(method, receivers, call)) {
                    found.add(call);
                }
            }
            for (Located reference : occurrences.references(name)) {
                Expr.MethodRef ref = (Expr.MethodRef) reference.expression();
                if (typing.name(ref.scope(), reference.site())
                        .filter(receivers::contains)
                        .isPresent()) {
                    found.add(reference);
                }
            }
        }
        return found;
    }

    /** Files that name the method and one of the types it can be called on: reading all that name the method costs much. */
    private Collection<CodeFacts> files(Method method, Set<String> receivers) {
        String name = method.facts().name();
        if (isTopLevelFunction(method.decl().type())) {
            return declarations.mentioning(Map.of(name, Standing.CALLED));
        }
        Map<String, CodeFacts> files = new TreeMap<>();
        files.put(method.decl().file().path(), method.decl().file());
        for (String receiver : receivers) {
            String simple = Occurrences.lastSegment(receiver);
            if (!simple.isEmpty()) {
                declarations.mentioning(name, Standing.CALLED, simple).forEach(f -> files.put(f.path(), f));
            }
        }
        return files.values();
    }

    /** The types on which a call can mean that method: its own, those below, and those above that declare it too. */
    private Set<String> receivers(Method method) {
        Set<String> all = new HashSet<>();
        TypeDecl decl = method.decl();
        all.add(decl.qualifiedName());
        hierarchy.subtypes(decl).forEach(t -> all.add(t.qualifiedName()));
        int parameters = method.facts().parameters().size();
        for (TypeDecl above : hierarchy.lineage(decl)) {
            if (!Hierarchy.declared(
                            above,
                            m -> m.name().equals(method.facts().name())
                                    && m.parameters().size() == parameters)
                    .isEmpty()) {
                all.add(above.qualifiedName());
            }
        }
        return all;
    }

    private boolean receives(Method method, Set<String> receivers, Located located) {
        Expr.Call call = (Expr.Call) located.expression();
        Site site = located.site();
        if (call.scope().isEmpty()) {
            return unscoped(method, receivers, call, site);
        }
        if (call.scope().get() instanceof Expr.Self self && self.isSuper()) {
            return hierarchy
                    .supertypes(TypeDecl.around(site))
                    .contains(method.decl().qualifiedName());
        }
        Optional<String> receiver = typing.name(call.scope().get(), site);
        if (receiver.isPresent()) {
            return receivers.contains(receiver.get());
        }
        return !COMMON.contains(call.name())
                && !method.decl().type().name().isEmpty()
                && mentioned(method.decl(), site);
    }

    private boolean mentioned(TypeDecl decl, Site site) {
        return decl.file() == site.file()
                || decl.file().packageName().equals(site.file().packageName())
                || hierarchy.lineage(decl).stream().anyMatch(t -> imports(site.file(), t));
    }

    private static boolean imports(CodeFacts file, TypeDecl type) {
        return file.imports().stream()
                .anyMatch(i -> i.name().equals(type.qualifiedName())
                        || i.wildcard() && i.name().equals(type.file().packageName()));
    }

    private boolean unscoped(Method method, Set<String> receivers, Expr.Call call, Site site) {
        for (int depth = site.enclosing().size(); depth > 0; depth--) {
            TypeDecl around = TypeDecl.around(site, depth);
            List<Method> methods =
                    hierarchy.methods(around, call.name(), call.arguments().size());
            if (!methods.isEmpty()) {
                return methods.stream().anyMatch(m -> m.facts() == method.facts())
                        || receivers.contains(methods.get(0).decl().qualifiedName())
                                && !method.facts().isStatic();
            }
        }
        String qualified = method.decl().qualifiedName();
        for (ImportFact fact : site.file().imports()) {
            if (fact.wildcard() && fact.name().equals(qualified)
                    || fact.name().equals(qualified + "." + call.name())
                    || isTopLevelFunction(method.decl().type())
                            && fact.name().equals(method.decl().file().packageName() + "." + call.name())) {
                return true;
            }
        }
        return isTopLevelFunction(method.decl().type())
                && site.file().packageName().equals(method.decl().file().packageName());
    }

    private static boolean isTopLevelFunction(TypeFacts type) {
        return type.name().endsWith("Kt") && type.place().file().endsWith(".kt");
    }

    /** The argument a call gives for a parameter, if it gives one. */
    static List<Expr> argument(MethodFacts method, int index, List<Expr> arguments, List<String> argumentNames) {
        String name = method.parameters().get(index).name();
        if (!argumentNames.isEmpty() && argumentNames.contains(name)) {
            return List.of(arguments.get(argumentNames.indexOf(name)));
        }
        if (method.parameters().get(index).varargs()) {
            return index <= arguments.size() ? arguments.subList(index, arguments.size()) : Collections.emptyList();
        }
        boolean positional = argumentNames.isEmpty()
                || index < argumentNames.size() && argumentNames.get(index).isEmpty();
        return index < arguments.size() && positional ? List.of(arguments.get(index)) : List.of();
    }
}
