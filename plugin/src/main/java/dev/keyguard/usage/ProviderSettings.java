package dev.keyguard.usage;

import dev.keyguard.sdk.RawHttp;
import dev.keyguard.source.Module;
import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.source.config.PropertyName;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Settings of a program's own, or of a framework the catalogue does not know, that say provider and model in one group:
 * {@code judge.chat-model.provider=openai} beside {@code judge.chat-model.model=…}, or
 * {@code provider.openai.model.model=…}. A model setting without a provider is left to the flow of values.
 */
final class ProviderSettings {
    private static final Set<String> PROVIDER = Set.of("provider", "type", "vendor", "api-type");
    private static final Set<String> KEY = Set.of("api-key", "apikey", "access-key", "token", "api-token");

    private final RawHttp raw;
    private final Map<String, String> providers;

    /** A setting: its key, what it can be, and where it is set. */
    record Setting(String key, Supplier<List<Value>> values, Place place) {}

    /**
     * @param providers what settings call a provider, in letters only → its service; {@code unknown} where the endpoint
     *                  decides
     */
    ProviderSettings(RawHttp raw, Map<String, String> providers) {
        this.raw = raw;
        this.providers = providers;
    }

    /** Whether a setting of that key can be a provider's at all; quick. */
    boolean isCandidate(String key) {
        String last = last(key);
        return key.indexOf('.') > 0
                && (raw.isModelKey(last) || KEY.contains(PropertyName.of(last).canonical()));
    }

    /** The model settings of a group, bound to the keys of the same group. */
    List<ModelDraft> models(List<Setting> group, boolean byPath, Module module, Scope scope) {
        List<ModelDraft> drafts = new ArrayList<>();
        Map<String, String> said = said(group);
        List<Setting> keysOfGroup =
                group.stream().filter(ProviderSettings::isKey).toList();
        for (Setting setting : group) {
            if (!raw.isModelKey(last(setting.key()))) {
                continue;
            }
            Optional<String> service = service(setting, said, byPath);
            if (service.isEmpty()) {
                continue;
            }
            List<Value> keys = keysOfGroup.stream()
                    .filter(other -> service(other, said, byPath).equals(service))
                    .flatMap(other -> other.values().get().stream())
                    .toList();
            for (Value value : setting.values().get()) {
                if (!(value instanceof Value.Known known && known.text().isBlank())) {
                    drafts.add(new ModelDraft(
                            value,
                            setting.place(),
                            "settings",
                            "unknown",
                            endpoint(service.get()),
                            KeyNames.of(keys, false),
                            scope,
                            module,
                            Optional.empty()));
                }
            }
        }
        return drafts;
    }

    /** The key settings of a group that name a provider. */
    List<KeyDraft> keys(List<Setting> group, boolean byPath, Module module, Scope scope) {
        List<KeyDraft> drafts = new ArrayList<>();
        Map<String, String> said = said(group);
        for (Setting setting : group) {
            if (isKey(setting)) {
                service(setting, said, byPath)
                        .ifPresent(service -> setting.values()
                                .get()
                                .forEach(value -> drafts.add(new KeyDraft(
                                        value, false, setting.place(), service, "settings", scope, module))));
            }
        }
        return drafts;
    }

    private static boolean isKey(Setting setting) {
        return KEY.contains(PropertyName.of(last(setting.key())).canonical());
    }

    /** Which prefixes of the group say what provider they speak of. One pass: a group can be a file of 100,000 keys. */
    private Map<String, String> said(List<Setting> group) {
        Map<String, String> said = new HashMap<>();
        for (Setting setting : group) {
            if (PROVIDER.contains(last(setting.key()).toLowerCase(Locale.ROOT))) {
                setting.values().get().stream()
                        .filter(Value.Known.class::isInstance)
                        .flatMap(value -> provider(((Value.Known) value).text()).stream())
                        .findFirst()
                        .ifPresent(service -> said.putIfAbsent(parent(setting.key()), service));
            }
        }
        return said;
    }

    private Optional<String> service(Setting setting, Map<String, String> said, boolean byPath) {
        String parent = parent(setting.key());
        for (int step = 0; step < 2 && !parent.isEmpty(); step++, parent = parent(parent)) {
            if (said.containsKey(parent)) {
                return Optional.of(said.get(parent));
            }
        }
        return byPath
                ? Arrays.stream(parent(setting.key()).split("\\."))
                        .flatMap(segment -> provider(segment).stream())
                        .findFirst()
                : Optional.empty();
    }

    private Optional<String> provider(String name) {
        return Optional.ofNullable(providers.get(PropertyName.lettersOf(name)));
    }

    private static Endpoint endpoint(String service) {
        return new Endpoint(service, true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static String parent(String key) {
        int dot = key.lastIndexOf('.');
        return dot < 0 ? "" : key.substring(0, dot);
    }
}
