package dev.keyguard.source;

import dev.keyguard.source.build.CatalogueReader;
import dev.keyguard.source.build.GradleReader;
import dev.keyguard.source.build.PomReader;
import dev.keyguard.source.config.DotenvReader;
import dev.keyguard.source.config.HoconReader;
import dev.keyguard.source.config.JsonReader;
import dev.keyguard.source.config.PropertiesReader;
import dev.keyguard.source.config.XmlReader;
import dev.keyguard.source.config.YamlReader;
import dev.keyguard.source.java.JavaReader;
import dev.keyguard.source.kotlin.KotlinReader;
import java.util.List;

/** The one list of readers: a new language or format is added here. */
public final class Readers {
    private Readers() {}

    /** One for each language and format; the first that takes a file reads it. */
    public static List<Reader> all() {
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
}
