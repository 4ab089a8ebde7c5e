package dev.keyguard.usage;

import dev.keyguard.sdk.Services;
import dev.keyguard.source.Module;
import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Settings of a program's own, or of a framework the catalogue does not know, that say provider and model in one group:
 * {@code judge.chat-model.provider=openai} beside {@code judge.chat-model.model=…}, or
 * {@code provider.openai.model.model=…}. A model setting without a provider is left to the flow of values.
 */
final class ProviderSettings {
    private static final String CLIENT = "settings";
    private static final String UNKNOWN = "unknown";

    private final SettingWords words;
    private final Services services;

    /** A setting: its key, what it can be, and where it is set. */
    record Setting(String key, Supplier<List<Value>> values, Place place) {}

    ProviderSettings(SettingWords words, Services services) {
        this.words = words;
        this.services = services;
    }

    /** Whether a setting of that key can be a provider's at all; quick. */
    boolean isCandidate(String key) {
        return words.isModel(key) || words.isKey(key);
    }

    /** Settings that belong together. */
    Group group(List<Setting> settings, boolean byPath) {
        return new Group(settings, byPath);
    }

    /** The settings of one file, method or call, with what they say about providers. */
    final class Group {
        private final List<Setting> settings;
        private final boolean byPath;
        private final Map<String, String> said = new HashMap<>();

        /** One pass finds what provider the prefixes speak of: a group can be a file of 100,000 keys. */
        private Group(List<Setting> settings, boolean byPath) {
            this.settings = settings;
            this.byPath = byPath;
            for (Setting setting : settings) {
                if (words.isProvider(setting.key())) {
                    known(setting).stream()
                            .flatMap(text -> words.service(text).stream())
                            .findFirst()
                            .ifPresent(service -> said.putIfAbsent(parent(setting.key()), service));
                }
            }
        }

        /** The model settings, bound to the keys and endpoints that are said for the same provider. */
        List<ModelDraft> models(Module module, Scope scope) {
            List<ModelDraft> drafts = new ArrayList<>();
            for (Setting setting : settings) {
                Optional<String> service = words.isModel(setting.key()) ? service(setting.key()) : Optional.empty();
                if (service.isEmpty()) {
                    continue;
                }
                Endpoint endpoint = endpoint(service.get());
                KeyName key = KeyNames.of(keysFor(setting.key(), service.get()), false);
                for (Value value : setting.values().get()) {
                    if (!(value instanceof Value.Known known && known.text().isBlank())) {
                        drafts.add(new ModelDraft(
                                value,
                                setting.place(),
                                CLIENT,
                                UNKNOWN,
                                endpoint,
                                key,
                                scope,
                                module,
                                Optional.empty()));
                    }
                }
            }
            return drafts;
        }

        /** The key settings that name a provider. */
        List<KeyDraft> keys(Module module, Scope scope) {
            List<KeyDraft> drafts = new ArrayList<>();
            for (Setting setting : settings) {
                if (words.isKey(setting.key())) {
                    service(setting.key())
                            .ifPresent(service -> setting.values().get().stream()
                                    .map(value -> new KeyDraft(
                                            value,
                                            false,
                                            setting.place(),
                                            endpoint(service).service(),
                                            CLIENT,
                                            scope,
                                            module))
                                    .forEach(drafts::add));
                }
            }
            return drafts;
        }

        /** What the setting's own group says, the group around it, or a segment of its name. */
        private Optional<String> service(String key) {
            String parent = parent(key);
            if (said.containsKey(parent)) {
                return Optional.of(said.get(parent));
            }
            if (!parent.isEmpty() && !parent(parent).isEmpty() && said.containsKey(parent(parent))) {
                return Optional.of(said.get(parent(parent)));
            }
            return byPath
                    ? Arrays.stream(parent.split("\\."))
                            .flatMap(segment -> words.service(segment).stream())
                            .findFirst()
                    : Optional.empty();
        }

        private List<Value> keysFor(String model, String service) {
            return settings.stream()
                    .filter(other -> words.isKey(other.key()))
                    .filter(other -> service(other.key())
                            .map(service::equals)
                            .orElseGet(() -> said.size() == 1 && model.startsWith(parent(other.key()))))
                    .flatMap(other -> other.values().get().stream())
                    .toList();
        }

        /** Where a base URL is said for the same provider, it decides unless the provider is a vendor with its own. */
        private Endpoint endpoint(String service) {
            List<Value> urls = settings.stream()
                    .filter(other -> words.isEndpoint(other.key()))
                    .filter(other ->
                            service(other.key()).filter(service::equals).isPresent())
                    .flatMap(other -> other.values().get().stream())
                    .toList();
            Optional<Value.Known> url = urls.stream()
                    .filter(Value.Known.class::isInstance)
                    .map(Value.Known.class::cast)
                    .filter(value -> !value.text().isBlank())
                    .findFirst();
            boolean open = service.equals("openai") || service.equals(UNKNOWN);
            String decided = open && !urls.isEmpty()
                    ? urls.stream()
                            .map(Value::template)
                            .flatMap(text -> services.serviceOf(text).stream())
                            .findFirst()
                            .orElse(UNKNOWN)
                    : service;
            return new Endpoint(
                    decided,
                    urls.isEmpty(),
                    url.map(Value.Known::text),
                    Optional.empty(),
                    Optional.empty(),
                    url.map(Value::trail));
        }
    }

    private static List<String> known(Setting setting) {
        return setting.values().get().stream()
                .filter(Value.Known.class::isInstance)
                .map(value -> ((Value.Known) value).text())
                .toList();
    }

    private static String parent(String key) {
        int dot = key.lastIndexOf('.');
        return dot < 0 ? "" : key.substring(0, dot);
    }
}
