package dev.keyguard.access;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.JsonCatalogue;
import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.usage.Endpoint;
import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.KeyName;
import dev.keyguard.usage.KeyUse;
import dev.keyguard.usage.Reference;
import dev.keyguard.value.Origin;
import dev.keyguard.value.Trail;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A made-up run: what the code uses, and where it runs. */
final class Sample {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Catalogue CATALOGUE = JsonCatalogue.bundled();
    private static final ModelTable TABLE = BundledModelTable.load();

    final Map<String, String> environment = new HashMap<>();
    final Map<String, String> properties = new HashMap<>();
    final Map<String, SecretKey> servers = new HashMap<>();
    final List<Reference> references = new ArrayList<>();
    final List<KeyUse> keys = new ArrayList<>();
    final List<ServiceEntry> services = new ArrayList<>();
    final List<KeyEntry> keyEntries = new ArrayList<>();
    Online online = Online.AUTO;
    boolean offline;
    boolean refresh;
    boolean probe;
    boolean admin;
    Duration timeout = Duration.ofSeconds(5);
    Optional<Path> cache = Optional.empty();
    Optional<Path> lockFile = Optional.empty();
    Instant now = NOW;
    ListMemo memo = new ListMemo();

    /** A use of that model with that key at an endpoint. */
    Reference uses(String model, Optional<String> key, String client, Endpoint endpoint) {
        return uses(model, key, client, "chat", endpoint);
    }

    /** The same for another operation than chat. */
    Reference uses(String model, Optional<String> key, String client, String operation, Endpoint endpoint) {
        return uses(model, new KeyName(key, key.stream().toList(), false), client, operation, endpoint);
    }

    /** With a key that has several names. */
    Reference usesAt(String model, KeyName key, Endpoint endpoint) {
        return uses(model, key, "openai-java", "chat", endpoint);
    }

    private Reference uses(String model, KeyName key, String client, String operation, Endpoint endpoint) {
        Place place = new Place("src/main/java/App.java", references.size() + 1, 1);
        Reference reference = new Reference(
                "r" + references.size(),
                Optional.of(model),
                place,
                List.of(place),
                List.of(),
                Origin.LITERAL,
                false,
                Optional.empty(),
                client,
                operation,
                endpoint,
                key,
                Scope.MAIN,
                "app",
                Trail.written(place),
                Optional.empty());
        references.add(reference);
        return reference;
    }

    /** At OpenAI, as openai-java goes there by itself. */
    Reference uses(String model, String key) {
        return uses(model, Optional.of(key), "openai-java", assumed());
    }

    /** At a base URL that the code names. */
    Reference usesAt(String model, String key, String service, String url) {
        return uses(model, Optional.of(key), "openai-java", endpoint(service, url));
    }

    /** At OpenAI, for that operation. */
    Reference usesFor(String operation, String model, String key) {
        return uses(model, Optional.of(key), "openai-java", operation, assumed());
    }

    static Endpoint assumed() {
        return new Endpoint(
                "openai",
                true,
                Optional.of("https://api.openai.com/v1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Endpoint endpoint(String service, String url) {
        return new Endpoint(service, false, Optional.of(url), Optional.empty(), Optional.empty(), Optional.empty());
    }

    void service(String url, String key) {
        services.add(new ServiceEntry(url, Optional.empty(), Optional.ofNullable(key)));
    }

    AccessSettings settings() {
        return new AccessSettings(
                online,
                offline,
                refresh,
                probe,
                admin,
                timeout,
                Duration.ofHours(1),
                Duration.ofDays(30),
                cache,
                lockFile,
                List.copyOf(services),
                List.copyOf(keyEntries),
                TODAY,
                "0.1.0-TEST",
                Clock.fixed(now, ZoneOffset.UTC));
    }

    Surroundings surroundings() {
        return new Surroundings(
                name -> Optional.ofNullable(environment.get(name)),
                name -> Optional.ofNullable(properties.get(name)),
                id -> Optional.ofNullable(servers.get(id)),
                module -> Optional.empty());
    }

    Inventory inventory() {
        return new Inventory(
                List.copyOf(references), List.copyOf(keys), List.of(), List.of(), List.of(), List.of(), 1, 1);
    }

    AccessService service() {
        return new AccessService(settings(), surroundings(), url -> Optional.empty(), () -> CATALOGUE, TABLE, memo);
    }

    AccessService service(ModelLister lister) {
        return new AccessService(
                settings(), surroundings(), url -> Optional.empty(), () -> CATALOGUE, TABLE, memo, () -> lister);
    }

    AccessBook book() {
        return service().book(inventory());
    }

    AccessBook book(ModelLister lister) {
        return service(lister).book(inventory());
    }
}
