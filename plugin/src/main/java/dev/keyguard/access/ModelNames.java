package dev.keyguard.access;

import java.util.Optional;
import java.util.SortedMap;

/** Finds ids in lists: exactly, or with and without a prefix that means nothing at that provider. */
record ModelNames(ProviderProfile profile) {
    Optional<ModelEntry> find(String model, SortedMap<String, ModelEntry> models) {
        ModelEntry exact = models.get(model);
        if (exact != null) {
            return Optional.of(exact);
        }
        if (profile.idPrefixes().isEmpty()) {
            return Optional.empty();
        }
        String plain = profile.plain(model);
        return models.values().stream()
                .filter(entry -> profile.plain(entry.id()).equals(plain))
                .findFirst();
    }
}
