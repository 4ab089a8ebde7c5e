package dev.keyguard.value;

import dev.keyguard.source.Module;
import dev.keyguard.source.config.ConfigEntry;
import dev.keyguard.source.config.ConfigFacts;
import dev.keyguard.source.config.JsonReader;
import dev.keyguard.source.config.PropertyName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What the jars on a module's class path say of the configuration properties they read, in exactly these versions: {@code
 * spring-configuration-metadata.json} of Spring Boot starters and {@code quarkus-config-model.json} of Quarkus
 * extensions. Read when first asked, each jar once.
 *
 * <p>Sources: Spring Boot reference, "Configuration Metadata"; Quarkus' annotation processor ({@code ConfigProperty}).
 */
public final class ConfigurationMetadata {
    private static final List<String> FILES = List.of(
            "META-INF/spring-configuration-metadata.json",
            "META-INF/additional-spring-configuration-metadata.json",
            "META-INF/quarkus-config-doc/quarkus-config-model.json");

    /** Bytes; what Spring Boot itself has is below 1 MiB. */
    private static final int MAX_SIZE = 5 << 20;

    /** How Spring's auto-configurations name the constant that a property is preset with. */
    private static final Pattern DEFAULT_MODEL = Pattern.compile("DEFAULT_(?:\\w+_)?MODEL(?:_NAME)?");

    private static final Pattern LISTED =
            Pattern.compile("(properties|groups)\\[(\\d+)]\\.(name|type|sourceType|defaultValue|deprecat\\S+)");

    private static final Pattern MODELLED = Pattern.compile("(.+)\\.(path\\.property|defaultValue|sourceType)");

    private final Map<Path, List<Property>> jars = new HashMap<>();
    private final Map<String, TreeMap<String, Property>> modules = new HashMap<>();
    private final ClassPathConstants constants;

    /**
     * A property, or a group of some.
     *
     * @param name         canonical
     * @param types        classes that hold it, and of a group the class that is bound
     * @param defaultValue if it is told
     * @param removed      whether nothing reads it any more
     * @param replacement  canonical name of the property to use instead
     */
    public record Property(
            String name,
            boolean group,
            List<String> types,
            Optional<String> defaultValue,
            boolean removed,
            Optional<String> replacement) {}

    ConfigurationMetadata(ClassPathConstants constants) {
        this.constants = constants;
    }

    /** What a jar says of that property, in any spelling. */
    public Optional<Property> property(String key, Module module) {
        return Optional.ofNullable(of(module).get(PropertyName.of(key).uniform()))
                .filter(found -> !found.group());
    }

    /** Whether a jar describes properties directly or further below that prefix, so that what it lacks is not read. */
    public boolean describes(String prefix, Module module) {
        String below = PropertyName.of(prefix).uniform() + ".";
        return of(module).tailMap(below).values().stream()
                .limit(20)
                .anyMatch(p -> !p.group() && PropertyName.of(p.name()).uniform().startsWith(below));
    }

    /** Properties for which that one is to be used instead, as set by those who have not noticed yet. */
    public List<String> replacedBy(String key, Module module) {
        String uniform = PropertyName.of(key).uniform();
        return of(module).values().stream()
                .filter(p -> !p.removed() && !p.group())
                .filter(p -> p.replacement()
                        .map(to -> PropertyName.of(to).uniform())
                        .filter(uniform::equals)
                        .isPresent())
                .map(Property::name)
                .toList();
    }

    /** The property that a member of a class in a jar is bound to. */
    public Optional<Property> member(String className, String member, Module module) {
        String end = "." + member.toLowerCase(Locale.ROOT);
        List<Property> found = of(module).values().stream()
                .filter(p -> !p.group() && p.types().contains(className))
                .filter(p -> PropertyName.of(p.name()).uniform().endsWith(end))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The model that a property is preset with: as told, or by a constant of the classes it is bound to. */
    public Optional<String> presetModel(String key, Module module) {
        Optional<Property> property = property(key, module);
        if (property.isEmpty() || property.get().defaultValue().isPresent()) {
            return property.flatMap(Property::defaultValue).filter(text -> !text.contains("${"));
        }
        List<String> types = new ArrayList<>(property.get().types());
        String group = PropertyName.of(key).uniform();
        for (int dot = group.lastIndexOf('.'); dot > 0; dot = group.lastIndexOf('.', dot - 1)) {
            Optional.ofNullable(of(module).get(group.substring(0, dot) + "/")).ifPresent(g -> types.addAll(g.types()));
        }
        return types.stream()
                .distinct()
                .map(type -> constants.constants(type, DEFAULT_MODEL, module))
                .filter(texts -> !texts.isEmpty())
                .findFirst()
                .filter(texts -> texts.size() == 1)
                .map(texts -> texts.get(0));
    }

    private TreeMap<String, Property> of(Module module) {
        return modules.computeIfAbsent(module.directory(), directory -> {
            TreeMap<String, Property> all = new TreeMap<>();
            for (Path jar : module.dependencies().jars()) {
                for (Property property : jars.computeIfAbsent(jar, ConfigurationMetadata::read)) {
                    String uniform = PropertyName.of(property.name()).uniform();
                    all.merge(property.group() ? uniform + "/" : uniform, property, ConfigurationMetadata::both);
                }
            }
            return all;
        });
    }

    private static Property both(Property one, Property other) {
        List<String> types = new ArrayList<>(one.types());
        types.addAll(other.types());
        return new Property(
                one.name(),
                one.group(),
                List.copyOf(types),
                one.defaultValue().or(other::defaultValue),
                one.removed() && other.removed(),
                one.replacement().or(other::replacement));
    }

    private static List<Property> read(Path jar) {
        List<Property> found = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (String name : FILES) {
                ZipEntry entry = zip.getEntry(name);
                if (entry != null) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        byte[] bytes = in.readNBytes(MAX_SIZE);
                        ConfigFacts facts = new JsonReader().read(name, bytes);
                        found.addAll(name.contains("quarkus") ? modelled(facts) : listed(facts));
                    }
                }
            }
        } catch (IOException | RuntimeException notReadable) {
            return List.of(); // a damaged jar tells nothing; building with it is the compiler's problem
        }
        return List.copyOf(found);
    }

    /** Spring's lists of {@code properties} and {@code groups}. */
    private static List<Property> listed(ConfigFacts facts) {
        Map<String, Map<String, String>> items = new LinkedHashMap<>();
        for (ConfigEntry entry : facts.entries()) {
            Matcher matcher = LISTED.matcher(entry.key());
            if (matcher.matches()) {
                items.computeIfAbsent(matcher.group(1) + matcher.group(2), i -> new HashMap<>())
                        .put(matcher.group(3), entry.value());
            }
        }
        List<Property> found = new ArrayList<>();
        items.forEach((item, fields) -> {
            boolean group = item.startsWith("groups");
            List<String> types = new ArrayList<>();
            Optional.ofNullable(fields.get("sourceType")).ifPresent(types::add);
            Optional.ofNullable(fields.get("type")).filter(type -> group).ifPresent(type -> types.add(0, type));
            found.add(new Property(
                    fields.getOrDefault("name", ""),
                    group,
                    types.stream()
                            .map(type -> type.replace('$', '.'))
                            .distinct()
                            .toList(),
                    Optional.ofNullable(fields.get("defaultValue")),
                    "error".equals(fields.get("deprecation.level")),
                    Optional.ofNullable(fields.get("deprecation.replacement"))));
        });
        return found;
    }

    /** Quarkus' nested items; those for a name of the user's choice have quotes in their path. */
    private static List<Property> modelled(ConfigFacts facts) {
        Map<String, Map<String, String>> items = new LinkedHashMap<>();
        for (ConfigEntry entry : facts.entries()) {
            Matcher matcher = MODELLED.matcher(entry.key());
            if (matcher.matches()) {
                items.computeIfAbsent(matcher.group(1), i -> new HashMap<>()).put(matcher.group(2), entry.value());
            }
        }
        List<Property> found = new ArrayList<>();
        for (Map<String, String> fields : items.values()) {
            String name = fields.getOrDefault("path.property", "");
            if (!name.isEmpty() && name.indexOf('"') < 0) {
                List<String> types =
                        Optional.ofNullable(fields.get("sourceType")).stream().toList();
                found.add(new Property(
                        name, false, types, Optional.ofNullable(fields.get("defaultValue")), false, Optional.empty()));
            }
        }
        return found;
    }
}
