package dev.keyguard.source.config;

import dev.keyguard.source.Reader;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.text.IgnoreComments;
import dev.keyguard.source.text.Text;
import java.util.List;
import java.util.Set;

/**
 * Reads XML configuration (Spring beans, {@code persistence.xml}, process definitions in {@code .bpmn}): attribute values
 * and the text of elements, by the path of local element names. No DTD and no entities.
 */
public final class XmlReader implements Reader {
    /** Bytes; larger XML is data, which is no problem and not read. */
    private static final int MAX_SIZE = 2 << 20;

    private static final IgnoreComments IGNORES = new IgnoreComments(List.of("<!--"), true);
    private static final Set<String> BUILD_FILES =
            Set.of("pom.xml", ".flattened-pom.xml", "dependency-reduced-pom.xml", "effective-pom.xml");

    @Override
    public boolean reads(SourceFile file) {
        String extension = file.extension();
        boolean xml = extension.equals("xml") || extension.equals("bpmn");
        return xml && file.size() <= MAX_SIZE && !BUILD_FILES.contains(file.name());
    }

    @Override
    public ConfigFacts read(String path, byte[] content) {
        return Entries.tooLarge(path, ConfigFacts.Format.XML, content, MAX_SIZE)
                .orElseGet(() -> read(Text.decode(path, content)));
    }

    private static ConfigFacts read(Text text) {
        Entries entries = new Entries(text);
        new XmlEntries(text.chars(), entries).run();
        return entries.facts(ConfigFacts.Format.XML, IGNORES.in(text));
    }
}
