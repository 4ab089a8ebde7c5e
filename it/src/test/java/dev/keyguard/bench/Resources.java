package dev.keyguard.bench;

import java.util.ArrayList;
import java.util.List;

/** The configuration of one generated module. */
record Resources(String text, List<Reactor.Planted> planted) {
    static Resources of(List<Plant> plants, String module) {
        List<String> lines = new ArrayList<>(List.of("# generated", "app.name=generated"));
        List<Reactor.Planted> planted = new ArrayList<>();
        for (Plant plant : plants) {
            if (plant.kind() == Plant.Kind.INJECTED) {
                lines.add(plant.property() + "=" + plant.model());
                planted.add(new Reactor.Planted(
                        plant.model(), module + "/src/main/resources/application.properties", lines.size()));
            }
        }
        return new Resources(String.join("\n", lines) + "\n", planted);
    }
}
