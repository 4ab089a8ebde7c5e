package dev.keyguard.usage;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.DefaultModel;
import dev.keyguard.sdk.Library;
import dev.keyguard.sdk.Role;
import dev.keyguard.sdk.VersionRange;
import dev.keyguard.source.Module;
import dev.keyguard.source.Place;
import dev.keyguard.source.build.Dependency;
import dev.keyguard.source.code.Expr;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Linker.Located;
import dev.keyguard.value.Site;
import dev.keyguard.value.Trail;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Clients that code makes without naming a model: then the library asks for its own, or for none. */
final class UnnamedModels {
    private static final int DEPTH = 4;

    private final Catalogue catalogue;
    private final Linker linker;
    private final EntryHits hits;
    private final Classpath classpath;
    private final Map<String, List<DefaultModel>> byClass = new HashMap<>();
    private final List<Made> made = new ArrayList<>();

    private record Made(String className, Expr chain, Site site) {}

    UnnamedModels(Catalogue catalogue, Linker linker, EntryHits hits, Classpath classpath) {
        this.catalogue = catalogue;
        this.linker = linker;
        this.hits = hits;
        this.classpath = classpath;
        for (Library library : catalogue.libraries()) {
            for (DefaultModel model : library.defaultModels()) {
                byClass.computeIfAbsent(model.trigger(), t -> new ArrayList<>()).add(model);
            }
        }
    }

    void visit(CodeWalk.Visit visit) {
        if (visit.expression() instanceof Expr.Call call
                && call.scope().isPresent()
                && call.name().equals("build")) {
            linker.typeOf(call.scope().get(), visit.site())
                    .flatMap(type -> catalogue.resultOf(type, call.name()))
                    .filter(byClass::containsKey)
                    .ifPresent(type -> made.add(new Made(type, call, visit.site())));
        } else if (visit.expression() instanceof Expr.New created) {
            String type = linker.resolve(created.type().name(), visit.site());
            if (byClass.containsKey(type)) {
                made.add(new Made(type, created, visit.site()));
            }
        }
    }

    /** Those that name no model anywhere, bound like any other use. */
    List<ModelDraft> drafts(Binder binder) {
        List<ModelDraft> drafts = new ArrayList<>();
        for (Made client : made) {
            if (namesModel(client.chain(), client.site(), new HashSet<>(), 0)) {
                continue;
            }
            Module module = client.site().module();
            byClass.get(client.className()).stream()
                    .filter(model -> holds(model, module))
                    .reduce((older, newer) -> newer)
                    .ifPresent(model -> drafts.add(draft(client, model, module, binder)));
        }
        return drafts;
    }

    private boolean namesModel(Expr object, Site site, Set<Place> seen, int depth) {
        if (depth > DEPTH || !seen.add(object.place())) {
            return true;
        }
        List<Located> calls = new ArrayList<>(linker.callsOnSameObject(object, site));
        calls.add(new Located(object, site));
        for (Located call : calls) {
            for (Hit hit : hits.at(call.expression())) {
                if (hit.entry().role() == Role.MODEL
                        || (hit.entry().role() == Role.REQUEST && requestNamesModel(hit, seen, depth))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What cannot be followed may name one: nothing is reported on a guess. */
    private boolean requestNamesModel(Hit hit, Set<Place> seen, int depth) {
        if (hit.argument().isEmpty()) {
            return false;
        }
        Set<Located> producers = linker.producersOf(hit.argument().get(), hit.site());
        return producers.isEmpty()
                || producers.stream()
                        .anyMatch(producer -> namesModel(producer.expression(), producer.site(), seen, depth + 1));
    }

    private boolean holds(DefaultModel model, Module module) {
        return version(model.library(), module)
                .map(version -> VersionRange.of(model.versions()).contains(version))
                .orElse(true);
    }

    private Optional<String> version(String library, Module module) {
        return catalogue
                .library(library)
                .flatMap(found -> classpath.dependency(found, module))
                .flatMap(Dependency::version);
    }

    private ModelDraft draft(Made client, DefaultModel model, Module module, Binder binder) {
        Library library = catalogue.library(model.library()).orElseThrow();
        Place place = ObjectRoots.bottom(client.chain()).place();
        Binder.Binding binding = binder.bind(library, Optional.of(model.operation()), client.chain(), client.site());
        return new ModelDraft(
                new Value.LibraryDefault(
                        library.id(),
                        version(library.id(), module).orElse("(version not known)"),
                        model.operation(),
                        model.model(),
                        Trail.written(place)),
                place,
                library.client(),
                model.operation(),
                binding.endpoint(),
                binding.key(),
                client.site().scope(),
                module,
                Optional.empty());
    }
}
