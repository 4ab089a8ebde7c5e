package dev.keyguard.maven;

import dev.keyguard.source.Reader;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.config.PropertiesReader;
import dev.keyguard.source.config.YamlReader;
import dev.keyguard.source.java.JavaReader;
import dev.keyguard.usage.Inventory;
import java.util.List;

/** Puts the parts of a scan together. */
final class Engine {
    /** One for each language and format. */
    static List<Reader> readers() {
        return List.of(new JavaReader(), new PropertiesReader(), new YamlReader());
    }

    /** Everything the code of that workspace uses. */
    Inventory inventory(Workspace workspace) {
        int files = workspace.modules().stream()
                        .mapToInt(module -> module.files().size())
                        .sum()
                + workspace.otherFiles();
        return new Inventory(List.of(), List.of(), List.of(), workspace.problems(), List.of(), List.of(), files, 0);
    }
}
