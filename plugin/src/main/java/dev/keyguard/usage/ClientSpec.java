package dev.keyguard.usage;

import dev.keyguard.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * What is said about one client object, in code or configuration.
 *
 * @param service fixed by the class or method used, whatever the base URL
 * @param keyless whether it authenticates without an API key (workload identity, token credential)
 */
record ClientSpec(
        List<Value> keys,
        List<Value> baseUrls,
        List<Value> organizations,
        List<Value> projects,
        Optional<String> service,
        boolean keyless) {
    static final ClientSpec EMPTY = new ClientSpec(List.of(), List.of(), List.of(), List.of(), Optional.empty(), false);

    /** Whether a key, or the lack of need for one, is known. */
    boolean hasKey() {
        return !keys.isEmpty() || keyless;
    }

    /** This, with what it does not say taken from {@code other}. */
    ClientSpec orElse(ClientSpec other) {
        return new ClientSpec(
                keys.isEmpty() ? other.keys : keys,
                baseUrls.isEmpty() ? other.baseUrls : baseUrls,
                organizations.isEmpty() ? other.organizations : organizations,
                projects.isEmpty() ? other.projects : projects,
                service.or(() -> other.service),
                keyless || (keys.isEmpty() && other.keyless));
    }
}
