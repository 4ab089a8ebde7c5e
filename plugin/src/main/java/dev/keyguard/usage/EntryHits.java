package dev.keyguard.usage;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.EntryPoint;
import dev.keyguard.sdk.Role;
import dev.keyguard.source.Place;
import dev.keyguard.source.code.CodeFacts.ImportFact;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.TypeRef;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the entry points of the catalogue that code calls, and remembers them by place. */
final class EntryHits {
    private final Catalogue catalogue;
    private final Linker linker;
    private final Map<Place, List<Hit>> byPlace = new HashMap<>();
    private final Map<Role, List<Hit>> byRole = new EnumMap<>(Role.class);

    EntryHits(Catalogue catalogue, Linker linker) {
        this.catalogue = catalogue;
        this.linker = linker;
    }

    /** Looks at one expression. The same place counts once. */
    void visit(CodeWalk.Visit visit) {
        Expr expression = visit.expression();
        if (byPlace.containsKey(expression.place())) {
            return;
        }
        if (expression instanceof Expr.Call call) {
            List<EntryPoint> named = catalogue.entryPoints(call.name());
            if (!named.isEmpty()) {
                add(visit, owners(call, visit.site(), named), call.name(), call.arguments());
            }
        } else if (expression instanceof Expr.New created) {
            add(
                    visit,
                    List.of(linker.resolve(created.type().name(), visit.site())),
                    MethodFacts.CONSTRUCTOR,
                    created.arguments());
        } else if (expression instanceof Expr.ConstructorCall call && call.isSuper()) {
            List<String> supers = visit.site().type().extended().stream()
                    .map(TypeRef::name)
                    .map(name -> linker.resolve(name, visit.site()))
                    .toList();
            add(visit, supers, MethodFacts.CONSTRUCTOR, call.arguments());
        }
    }

    private List<String> owners(Expr.Call call, Site site, List<EntryPoint> named) {
        if (call.scope().isPresent()) {
            return linker.typeOf(call.scope().get(), site)
                    .map(type -> typeAndSupertypes(type, site))
                    .orElseGet(() -> importedOwners(site, named));
        }
        List<String> owners = new ArrayList<>();
        for (ImportFact fact : site.file().imports()) {
            if (fact.isStatic()) {
                owners.add(
                        fact.wildcard()
                                ? fact.name()
                                : fact.name()
                                        .substring(0, Math.max(0, fact.name().lastIndexOf('.'))));
            }
        }
        site.enclosing()
                .forEach(type -> type.extended().forEach(parent -> owners.add(linker.resolve(parent.name(), site))));
        return owners;
    }

    private List<String> typeAndSupertypes(String type, Site site) {
        if (catalogue.knowsClass(type)) {
            return List.of(type);
        }
        List<String> all = new ArrayList<>(List.of(type));
        all.addAll(linker.supertypesOf(type, site));
        return all;
    }

    /**
     * A receiver whose type cannot be told, in a file that imports the class which has such a method, is taken to be that
     * class: measured on real code, no other class of the file has a method of that name.
     */
    private List<String> importedOwners(Site site, List<EntryPoint> named) {
        return named.stream()
                .map(EntryPoint::className)
                .filter(owner -> site.file().imports().stream()
                        .anyMatch(fact -> !fact.isStatic()
                                && (owner.equals(fact.name()) || owner.startsWith(fact.name() + "."))
                                && !fact.wildcard()))
                .distinct()
                .limit(1)
                .toList();
    }

    private void add(CodeWalk.Visit visit, List<String> owners, String method, List<Expr> arguments) {
        for (String owner : owners) {
            List<Hit> hits = catalogue.entryPoints(owner, method).stream()
                    .filter(entry -> entry.arity().isEmpty() || entry.arity().getAsInt() == arguments.size())
                    .filter(entry -> entry.parameter() < arguments.size())
                    .flatMap(entry -> catalogue.library(entry.library()).stream()
                            .map(library -> new Hit(
                                    entry,
                                    library,
                                    visit.expression(),
                                    entry.parameter() < 0
                                            ? Optional.empty()
                                            : Optional.of(arguments.get(entry.parameter())),
                                    visit.chainEnd(),
                                    visit.site())))
                    .toList();
            if (!hits.isEmpty()) {
                byPlace.put(visit.expression().place(), hits);
                hits.forEach(hit -> byRole.computeIfAbsent(hit.entry().role(), role -> new ArrayList<>())
                        .add(hit));
                return;
            }
        }
    }

    /** The hits at the place of that expression. */
    List<Hit> at(Expr expression) {
        return byPlace.getOrDefault(expression.place(), List.of());
    }

    /** All hits with that role, in the order found. */
    List<Hit> with(Role role) {
        return Collections.unmodifiableList(byRole.getOrDefault(role, List.of()));
    }
}
