package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Parameter;
import dev.keyguard.value.Hierarchy.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses among overloads by what is plainly known of the arguments; keeps all that may be meant. */
final class Overloads {
    private static final Set<String> TAKES_STRING =
            Set.of("String", "Object", "CharSequence", "Comparable", "Serializable");
    private static final Set<String> NUMBERS = Set.of(
            "int",
            "long",
            "short",
            "byte",
            "float",
            "double",
            "char",
            "Integer",
            "Long",
            "Double",
            "Float",
            "Short",
            "Number",
            "BigDecimal",
            "Duration",
            "Object",
            "Comparable");

    private final TypeNames names;
    private final Hierarchy hierarchy;
    private final Typing typing;

    Overloads(TypeNames names, Hierarchy hierarchy, Typing typing) {
        this.names = names;
        this.hierarchy = hierarchy;
        this.typing = typing;
    }

    List<Method> pick(List<Method> methods, List<Expr> arguments, Site site) {
        if (methods.size() < 2) {
            return methods;
        }
        List<Method> fitting =
                methods.stream().filter(m -> fits(m, arguments, site)).toList();
        List<Method> exact = fitting.stream()
                .filter(m -> m.facts().parameters().size() == arguments.size())
                .toList();
        return !exact.isEmpty() ? exact : fitting.isEmpty() ? methods : fitting;
    }

    private boolean fits(Method method, List<Expr> arguments, Site site) {
        List<Parameter> parameters = method.facts().parameters();
        for (int i = 0; i < Math.min(arguments.size(), parameters.size()); i++) {
            Parameter parameter = parameters.get(i);
            if (parameter.type().inferred() || parameter.varargs()) {
                continue;
            }
            Ty wanted = names.resolve(parameter.type(), method.decl().endOf(method.facts()));
            if (!fits(wanted, arguments.get(i), site)) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(Ty wanted, Expr argument, Site site) {
        String simple = wanted.simpleName();
        boolean variable = simple.length() == 1;
        if (argument instanceof Expr.Lambda || argument instanceof Expr.MethodRef) {
            return !simple.equals("String") && !NUMBERS.contains(simple) && !simple.equals("boolean");
        }
        Optional<Ty> given = typing.of(argument, site);
        if (given.isEmpty() || variable) {
            return true;
        }
        Ty type = given.get();
        if (type.dimensions() != wanted.dimensions()) {
            return simple.equals("Object");
        }
        if (type.name().equals(wanted.name()) || simple.equals("Object")) {
            return true;
        }
        if (type.is("String")) {
            return TAKES_STRING.contains(simple);
        }
        if (type.name().equals("int")) {
            return NUMBERS.contains(simple);
        }
        if (type.name().equals("boolean")) {
            return simple.equalsIgnoreCase("boolean");
        }
        if (simple.equals("String") || NUMBERS.contains(simple)) {
            return false;
        }
        boolean bothOwn = hierarchy.find(type.name(), site.module()).isPresent()
                && hierarchy.find(wanted.name(), site.module()).isPresent();
        return !bothOwn || hierarchy.isSubtype(type.name(), wanted.name(), site.module());
    }
}
