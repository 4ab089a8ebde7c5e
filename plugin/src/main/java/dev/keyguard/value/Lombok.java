package dev.keyguard.value;

import dev.keyguard.source.Module;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.FieldFact;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.source.code.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The members that Lombok generates, and the accessors of records: those that no source declares. */
final class Lombok {
    private final Hierarchy hierarchy;

    Lombok(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /** A type as written, and where. */
    record Written(TypeRef type, Site site) {}

    /** The type of a generated accessor's result. */
    Optional<Written> result(TypeDecl decl, Expr.Call call) {
        if (call.arguments().isEmpty()) {
            return read(decl, call.name())
                    .map(m -> new Written(
                            m.field()
                                    .map(FieldFact::type)
                                    .orElseGet(() -> m.component().orElseThrow().type()),
                            m.decl().site()));
        }
        if (call.arguments().size() == 1 && written(decl, call.name()).isPresent()) {
            return Optional.of(new Written(TypeRef.of(decl.type().name()), decl.site()));
        }
        return Optional.empty();
    }

    /** The field that a generated getter, or a record's accessor, reads. */
    Optional<Hierarchy.Member> read(TypeDecl decl, String method) {
        for (TypeDecl type : hierarchy.lineage(decl)) {
            for (String field : names(method, "get", "is")) {
                Optional<Hierarchy.Member> member = own(type, field);
                if (member.isPresent()
                        && (member.get().component().isPresent()
                                ? method.equals(field)
                                : hasGetter(type.type(), member.get().field().orElseThrow(), method.equals(field)))) {
                    return member;
                }
            }
        }
        return Optional.empty();
    }

    /** The field that a generated setter, {@code with…} method or builder method sets. */
    Optional<Hierarchy.Member> written(TypeDecl decl, String method) {
        for (TypeDecl type : hierarchy.lineage(decl)) {
            for (String field : names(method, "set", "with")) {
                Optional<Hierarchy.Member> member = own(type, field);
                if (member.isPresent() && member.get().field().isPresent() && hasSetter(type.type(), member.get())) {
                    return member;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Hierarchy.Member> own(TypeDecl type, String name) {
        for (FieldFact field : type.type().fields()) {
            if (field.name().equals(name)) {
                return Optional.of(new Hierarchy.Member(type, Optional.of(field), Optional.empty(), Optional.empty()));
            }
        }
        return type.type().components().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .map(c -> new Hierarchy.Member(type, Optional.empty(), Optional.empty(), Optional.of(c)));
    }

    /** The field names that such a method can belong to. */
    static List<String> names(String method, String... prefixes) {
        List<String> found = new ArrayList<>();
        for (String prefix : prefixes) {
            if (method.length() > prefix.length()
                    && method.startsWith(prefix)
                    && Character.isUpperCase(method.charAt(prefix.length()))) {
                String rest = method.substring(prefix.length());
                found.add(Character.toLowerCase(rest.charAt(0)) + rest.substring(1));
                found.add(rest);
            }
        }
        found.add(method);
        return found;
    }

    private static boolean hasGetter(TypeFacts type, FieldFact field, boolean fluent) {
        boolean getter = Annotations.any(type.annotations(), "Data", "Value", "Getter")
                || Annotations.any(field.annotations(), "Getter");
        return getter && (!fluent || Annotations.any(type.annotations(), "Accessors"));
    }

    private static boolean hasSetter(TypeFacts type, Hierarchy.Member member) {
        return Annotations.any(type.annotations(), "Data", "Setter", "With")
                || Annotations.any(member.field().orElseThrow().annotations(), "Setter", "With");
    }

    static boolean hasBuilder(TypeFacts type) {
        return Annotations.any(type.annotations(), "Builder", "SuperBuilder")
                || type.methods().stream().anyMatch(m -> Annotations.any(m.annotations(), "Builder"));
    }

    /** The type of the generated builder, where the method gives one. */
    Optional<String> builderOf(TypeDecl decl, String method) {
        boolean gives = method.equals("builder") || method.equals("toBuilder");
        if (!gives || !hasBuilder(decl.type())) {
            return Optional.empty();
        }
        return Optional.of(decl.qualifiedName() + "." + decl.type().name() + "Builder");
    }

    /** What a method of a generated builder returns. */
    Optional<String> onBuilder(String builder, Expr.Call call, Module module) {
        return built(builder, module).map(decl -> call.name().equals("build") ? decl.qualifiedName() : builder);
    }

    /** The class a generated builder of that name builds. */
    Optional<TypeDecl> built(String builder, Module module) {
        int dot = builder.lastIndexOf('.');
        if (dot < 0 || !builder.endsWith("Builder")) {
            return Optional.empty();
        }
        return hierarchy.find(builder.substring(0, dot), module).filter(d -> hasBuilder(d.type()));
    }

    /** The fields a generated constructor takes, in their order; absent if none is generated for that number. */
    Optional<List<FieldFact>> constructor(TypeFacts type, int arguments) {
        List<FieldFact> all = type.fields().stream()
                .filter(f -> !f.isStatic() && !(f.isFinal() && f.initializer().isPresent()))
                .toList();
        List<FieldFact> required = all.stream()
                .filter(f -> f.initializer().isEmpty()
                        && (f.isFinal()
                                || Annotations.any(f.annotations(), "NonNull")
                                || Annotations.any(type.annotations(), "Value")))
                .toList();
        boolean takesAll =
                Annotations.any(type.annotations(), "AllArgsConstructor", "Value", "Builder", "SuperBuilder");
        boolean takesRequired = Annotations.any(type.annotations(), "RequiredArgsConstructor", "Data");
        if (takesRequired && required.size() == arguments) {
            return Optional.of(required);
        }
        return takesAll && all.size() == arguments ? Optional.of(all) : Optional.empty();
    }
}
