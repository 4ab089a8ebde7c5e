package dev.keyguard.sdk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Turns one catalogue file into a {@link Library}. The format is described in {@code docs/sdk-catalogue.md}. */
final class LibraryFile {
    private final JsonData data;
    private final String id;
    private final List<EntryPoint> entryPoints = new ArrayList<>();
    private final Map<String, String> factories = new LinkedHashMap<>();
    private final Map<String, List<String>> supertypes = new LinkedHashMap<>();
    private final Map<String, String> constants = new LinkedHashMap<>();
    private final List<String> wrappers = new ArrayList<>();

    private LibraryFile(String id) {
        this.id = id;
        this.data = JsonData.resource(id + ".json");
    }

    static Library read(String id) {
        return new LibraryFile(id).library();
    }

    private Library library() {
        Map<String, String> aliases = data.textMap("aliases");
        data.objectMap("classes").forEach((name, members) -> {
            type(name, members, "", "");
            aliases.forEach((old, current) -> {
                if (within(name, current)) {
                    type(old + name.substring(current.length()), members, current, old);
                }
            });
        });
        return new Library(
                id,
                data.text("client"),
                data.texts("artifacts"),
                data.texts("packages"),
                data.optionalText("service"),
                data.optionalText("defaultBaseUrl"),
                data.flag("pathInBaseUrl"),
                List.copyOf(entryPoints),
                factories,
                supertypes,
                constants,
                data.texts("accessors"),
                List.copyOf(wrappers),
                properties(),
                implicitNames(),
                defaultModels(),
                data.texts("exceptions"));
    }

    /** A class; with {@code current} and {@code old}, the same class under a former name. */
    private void type(String name, JsonData members, String current, String old) {
        for (JsonData entry : members.objects("enters")) {
            for (String method : entry.text("method").split(" ")) {
                entryPoints.add(entryPoint(name, method, entry));
            }
        }
        members.textMap("returns")
                .forEach((method, result) -> factories.put(
                        name + "." + method, within(result, current) ? renamed(result, current, old) : result));
        if (!members.texts("extends").isEmpty()) {
            supertypes.put(name, members.texts("extends"));
        }
        members.textMap("constants").forEach((constant, model) -> constants.put(name + "." + constant, model));
        members.texts("wrappers").forEach(method -> wrappers.add(name + "." + method));
    }

    private EntryPoint entryPoint(String className, String method, JsonData entry) {
        OptionalInt parameter = entry.number("parameter");
        return new EntryPoint(
                id,
                className,
                method,
                parameter.orElse(0),
                entry.number("arity"),
                role(entry),
                entry.optionalText("operation"),
                entry.optionalText("service"));
    }

    private List<ConfigProperty> properties() {
        List<ConfigProperty> result = new ArrayList<>();
        for (JsonData group : data.objects("properties")) {
            for (JsonData property : group.objects("names")) {
                result.add(new ConfigProperty(
                        id,
                        property.text("name"),
                        role(property),
                        group.text("group"),
                        property.optionalText("operation").or(() -> group.optionalText("operation")),
                        property.optionalText("service").or(() -> group.optionalText("service")),
                        property.optionalText("versions").or(() -> group.optionalText("versions"))));
            }
        }
        return List.copyOf(result);
    }

    private List<ImplicitName> implicitNames() {
        return data.objects("implicitNames").stream()
                .map(name -> new ImplicitName(
                        ImplicitName.Via.valueOf(constant(name.text("via"))),
                        name.text("name"),
                        role(name),
                        name.text("service"),
                        name.optionalText("versions")))
                .toList();
    }

    private List<DefaultModel> defaultModels() {
        return data.objects("defaultModels").stream()
                .map(model -> new DefaultModel(
                        id,
                        model.text("operation"),
                        model.text("versions"),
                        model.optionalText("model"),
                        model.text("trigger")))
                .toList();
    }

    private static boolean within(String name, String type) {
        return !type.isEmpty()
                && name.startsWith(type)
                && (name.length() == type.length() || name.charAt(type.length()) == '.');
    }

    private static String renamed(String name, String current, String old) {
        return old + name.substring(current.length());
    }

    private static Role role(JsonData entry) {
        return Role.valueOf(constant(entry.text("role")));
    }

    private static String constant(String label) {
        return label.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The ids that the index lists. */
    static List<String> ids() {
        return JsonData.resource("index.json").texts("libraries");
    }
}
