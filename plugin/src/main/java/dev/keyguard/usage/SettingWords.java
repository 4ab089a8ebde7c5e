package dev.keyguard.usage;

import dev.keyguard.source.config.PropertyName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What settings are called, by the last segment of their names in letters only.
 *
 * @param provider  that name a provider
 * @param model     that name a model
 * @param key       that hold a key or a part of one
 * @param endpoint  that hold a base URL
 * @param providers what settings call a provider, in letters only → its service; {@code unknown} where the endpoint
 *                  decides
 */
record SettingWords(
        Set<String> provider, Set<String> model, Set<String> key, Set<String> endpoint, Map<String, String> providers) {

    boolean isProvider(String setting) {
        return provider.contains(last(setting));
    }

    boolean isModel(String setting) {
        return model.contains(last(setting));
    }

    boolean isKey(String setting) {
        return key.contains(last(setting));
    }

    boolean isEndpoint(String setting) {
        return endpoint.contains(last(setting));
    }

    /** Whether a constant is called after a setting: {@code API_TYPE_CONF_KEY}. */
    boolean mayBeIn(String constant) {
        String letters = PropertyName.lettersOf(constant);
        return Stream.of(provider, model, key, endpoint).flatMap(Set::stream).anyMatch(letters::contains);
    }

    /** The service of a provider called like that. */
    Optional<String> service(String name) {
        return Optional.ofNullable(providers.get(PropertyName.lettersOf(name)));
    }

    private static String last(String setting) {
        return PropertyName.lettersOf(setting.substring(setting.lastIndexOf('.') + 1));
    }
}
