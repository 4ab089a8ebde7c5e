package dev.keyguard.value;

import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.value.Linker.Located;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds where objects of a type are made, in the whole workspace. */
final class Constructions {
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
        for (CodeFacts file : declarations.mentioning(Set.of(simple))) {
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

    private boolean extendsDirectly(TypeDecl decl, String qualified) {
        return hierarchy.supertypes(decl).stream()
                .findFirst()
                .filter(qualified::equals)
                .isPresent();
    }
}
