package dev.keyguard.maven;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.KeyShapes;
import dev.keyguard.sdk.Services;
import dev.keyguard.source.Reader;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.build.CatalogueReader;
import dev.keyguard.source.build.GradleReader;
import dev.keyguard.source.build.PomReader;
import dev.keyguard.source.config.ActiveProfiles;
import dev.keyguard.source.config.DotenvReader;
import dev.keyguard.source.config.HoconReader;
import dev.keyguard.source.config.JsonReader;
import dev.keyguard.source.config.PropertiesReader;
import dev.keyguard.source.config.XmlReader;
import dev.keyguard.source.config.YamlReader;
import dev.keyguard.source.java.JavaReader;
import dev.keyguard.source.kotlin.KotlinReader;
import dev.keyguard.source.tree.FactsCache;
import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.UsageScan;
import dev.keyguard.value.FactsLinker;
import dev.keyguard.value.FactsProgram;
import java.util.List;

/** Puts the parts of a scan together. */
final class Engine {
    private final CatalogueLoading loading;

    Engine(CatalogueLoading loading) {
        this.loading = loading;
    }

    /** One for each language and format; the first that takes a file reads it. */
    static List<Reader> readers() {
        return List.of(
                new JavaReader(),
                new PomReader(),
                new GradleReader(),
                new CatalogueReader(),
                new KotlinReader(),
                new PropertiesReader(),
                new YamlReader(),
                new JsonReader(),
                new DotenvReader(),
                new XmlReader(),
                new HoconReader());
    }

    Catalogue catalogue() {
        return loading.catalogue();
    }

    /** Everything the code of that workspace uses; {@code whenTriggered} runs when some use of a client is in sight. */
    Inventory inventory(Workspace workspace, FactsCache cache, ActiveProfiles profiles, Runnable whenTriggered) {
        Catalogue catalogue = catalogue();
        FactsProgram program = new FactsProgram(workspace, readers(), catalogue, cache, profiles);
        program.whenTriggered(whenTriggered);
        Inventory inventory = new UsageScan(
                        catalogue,
                        Services.bundled(),
                        KeyShapes.bundled(),
                        program,
                        new FactsLinker(program, catalogue))
                .inventory();
        program.save();
        return inventory;
    }
}
