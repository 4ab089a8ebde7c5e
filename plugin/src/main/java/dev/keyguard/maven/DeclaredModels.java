package dev.keyguard.maven;

import dev.keyguard.sdk.Services;
import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.usage.Endpoint;
import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.KeyName;
import dev.keyguard.usage.Reference;
import dev.keyguard.value.Origin;
import dev.keyguard.value.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Models that the user declares because the code cannot tell them: references like any other, written in the pom. */
final class DeclaredModels {
    private final List<ModelParameter> models;
    private final String file;
    private final String module;
    private final List<String> pom;

    /**
     * @param file   path of the pom, relative to the root
     * @param module name of the project
     * @param pom    the pom's lines, to find the one that names a model
     */
    DeclaredModels(List<ModelParameter> models, String file, String module, List<String> pom) {
        this.models = models;
        this.file = file;
        this.module = module;
        this.pom = pom;
    }

    /** The inventory with the declared models. */
    Inventory addTo(Inventory inventory) {
        if (models.isEmpty()) {
            return inventory;
        }
        List<Reference> all = new ArrayList<>(inventory.references());
        models.forEach(model -> all.add(reference(model)));
        all.sort(null);
        return new Inventory(
                List.copyOf(all),
                inventory.keys(),
                inventory.notes(),
                inventory.problems(),
                inventory.suppressions(),
                inventory.annotations(),
                inventory.filesSeen(),
                inventory.filesParsed());
    }

    private Reference reference(ModelParameter model) {
        Place place = place(model.id());
        return new Reference(
                "declared:" + model.id() + ":" + model.key() + ":"
                        + model.service().orElse("openai"),
                Optional.of(model.id()),
                place,
                List.of(place),
                List.of(),
                Origin.CONFIG,
                false,
                Optional.empty(),
                "declared",
                "unknown",
                endpoint(model.service().orElse("openai")),
                new KeyName(Optional.of(model.key()), List.of(model.key()), false),
                Scope.MAIN,
                module,
                Trail.written(place),
                Optional.empty());
    }

    private static Endpoint endpoint(String service) {
        boolean url = service.contains("://");
        String name = url ? Services.bundled().serviceOf(service).orElse("unknown") : service;
        Optional<String> baseUrl =
                url ? Optional.of(service) : Services.bundled().baseUrlOf(service);
        return new Endpoint(name, false, baseUrl, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Place place(String id) {
        String element = "<id>" + id + "</id>";
        for (int i = 0; i < pom.size(); i++) {
            int column = pom.get(i).indexOf(element);
            if (column >= 0) {
                return new Place(file, i + 1, column + "<id>".length() + 1);
            }
        }
        return new Place(file, 1, 1);
    }
}
