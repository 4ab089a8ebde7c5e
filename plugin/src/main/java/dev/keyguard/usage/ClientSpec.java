package dev.keyguard.usage;

import dev.keyguard.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * What is said about one client object, in code or configuration.
 *
 * @param service fixed by the class or method used, whatever the base URL
 * @param maker   service of the library that the client is made with, where nothing else tells
 * @param keyless whether it authenticates without an API key (workload identity, token credential)
 */
record ClientSpec(
        List<Value> keys,
        List<Value> baseUrls,
        List<Value> organizations,
        List<Value> projects,
        Optional<String> service,
        Optional<String> maker,
        boolean keyless) {
    static final ClientSpec EMPTY =
            new ClientSpec(List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), false);

    /** This, made with a library of that service. */
    ClientSpec by(Optional<String> library) {
        return new ClientSpec(keys, baseUrls, organizations, projects, service, maker.or(() -> library), keyless);
    }

    /** This, with those keys instead. */
    ClientSpec withKeys(List<Value> others) {
        return new ClientSpec(others, baseUrls, organizations, projects, service, maker, keyless);
    }

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
                maker.or(() -> other.maker),
                keyless || (keys.isEmpty() && other.keyless));
    }
}
