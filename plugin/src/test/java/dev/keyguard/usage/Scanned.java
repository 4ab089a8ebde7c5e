package dev.keyguard.usage;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.JsonCatalogue;
import dev.keyguard.source.Reader;
import dev.keyguard.source.Readers;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.build.BuildModel;
import dev.keyguard.source.tree.TreeWalk;
import dev.keyguard.source.tree.WalkOptions;
import dev.keyguard.value.FactsProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A few files in a folder, scanned as the {@code scan} goal scans it, tests included. Says what was found in one line each. */
final class Scanned {
    private static final List<Reader> READERS = Readers.all();

    private final Inventory inventory;

    private Scanned(Inventory inventory) {
        this.inventory = inventory;
    }

    /** Writes the files (name, text, name, text …) into that folder and scans it. */
    static Scanned in(Path folder, String... namesAndTexts) {
        try {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                Path file = folder.resolve(namesAndTexts[i]);
                Files.createDirectories(file.getParent());
                Files.writeString(file, namesAndTexts[i + 1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Catalogue catalogue = JsonCatalogue.bundled();
        Workspace workspace = new TreeWalk(
                        READERS, new WalkOptions(List.of(), List.of(), true, new BuildModel(List.of())))
                .walk(folder);
        FactsProgram program = new FactsProgram(workspace, READERS, catalogue);
        return new Scanned(new InventoryScan(catalogue, program).inventory());
    }

    Inventory inventory() {
        return inventory;
    }

    /** {@code gpt-4o App.java:7 openai OPENAI_API_KEY}; {@code ?} for a model that is not known, {@code -} for no key. */
    List<String> models() {
        return inventory.references().stream()
                .map(r -> r.model().orElse("?") + " " + r.place().file() + ":"
                        + r.place().line() + " " + r.endpoint().service() + " "
                        + r.key().name().orElse("-"))
                .toList();
    }

    /** {@code OPENAI_API_KEY App.java:5 env openai}. */
    List<String> keys() {
        return inventory.keys().stream()
                .map(k -> k.name() + " " + k.place().file() + ":" + k.place().line() + " "
                        + k.via().label() + " " + k.service())
                .toList();
    }
}
