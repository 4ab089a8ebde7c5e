package dev.keyguard.value;

import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.source.tree.Standing;
import dev.keyguard.value.Linker.Located;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds where objects of a type are made, in the whole workspace. */
final class Constructions {
    /** Where more types inherit a nested one, those that were found may not be all. */
    private static final int MAX_AROUND = 30;

    private final Declarations declarations;
    private final TypeNames names;
    private final Hierarchy hierarchy;
    private final Typing typing;
    private final Map<TypeFacts, List<Located>> known = new IdentityHashMap<>();

    Constructions(Declarations declarations, TypeNames names, Hierarchy hierarchy, Typing typing) {
        this.declarations = declarations;
        this.names = names;
        this.hierarchy = hierarchy;
        this.typing = typing;
    }

    /** {@code new} expressions, {@code super(...)} calls and {@code X::new} references of that type. */
    List<Located> all(TypeDecl type) {
        List<Located> found = known.get(type.type());
        if (found == null) {
            known.put(type.type(), List.of());
            found = search(type);
            known.put(type.type(), found);
        }
        return found;
    }

    private List<Located> search(TypeDecl type) {
        String simple = type.type().name();
        List<Located> found = new ArrayList<>();
        if (simple.isEmpty()) {
            return found;
        }
        String qualified = type.qualifiedName();
        for (CodeFacts file : files(type, simple)) {
            Occurrences occurrences = declarations.in(file);
            for (Located creation : occurrences.creations(simple)) {
                String name = ((Expr.New) creation.expression()).type().name();
                if (names.resolve(name, creation.site()).equals(qualified)) {
                    found.add(creation);
                }
            }
            for (Located reference : occurrences.references("new")) {
                Expr.MethodRef ref = (Expr.MethodRef) reference.expression();
                if (typing.name(ref.scope(), reference.site())
                        .filter(qualified::equals)
                        .isPresent()) {
                    found.add(reference);
                }
            }
            for (Located call : occurrences.constructorCalls()) {
                Expr.ConstructorCall constructor = (Expr.ConstructorCall) call.expression();
                if (constructor.isSuper() && extendsDirectly(TypeDecl.around(call.site()), qualified)) {
                    found.add(call);
                }
            }
        }
        return found;
    }

    /**
     * Files that may make such an object. A nested type is only known where the type around it is named, or one that
     * inherits it: of classes called {@code Builder} a project has many.
     */
    private Collection<CodeFacts> files(TypeDecl type, String simple) {
        Set<String> around = new LinkedHashSet<>();
        type.outer().ifPresent(outer -> {
            around.add(outer.type().name());
            hierarchy.subtypes(outer).forEach(heir -> around.add(heir.type().name()));
        });
        if (around.isEmpty() || around.contains("") || around.size() >= MAX_AROUND) {
            return declarations.mentioning(Map.of(simple, Standing.MADE));
        }
        Map<String, CodeFacts> files = new TreeMap<>();
        for (String name : around) {
            declarations.mentioning(simple, Standing.MADE, name).forEach(file -> files.put(file.path(), file));
        }
        return files.values();
    }

    private boolean extendsDirectly(TypeDecl decl, String qualified) {
        return hierarchy.supertypes(decl).stream()
                .findFirst()
                .filter(qualified::equals)
                .isPresent();
    }
}
