package dev.keyguard.access;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.usage.Inventory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Providers that answer every key with the same list and know nothing else; everything up to the request itself is the
 * real thing. Each variable that code names holds a key.
 */
public final class FakeProvider {
    public static final LocalDate TODAY = LocalDate.parse("2026-11-25");
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final List<String> ELSEWHERE = List.of(
            "https://api.anthropic.com/v1",
            "https://api.mistral.ai/v1",
            "https://models.github.ai/inference",
            "https://api.groq.com/openai/v1",
            "http://localhost:11434/v1");

    private final Catalogue catalogue;
    private final Set<String> models;
    private final ModelTable table = BundledModelTable.load();

    /** @param models what every key may use, none of it with a date */
    public FakeProvider(Catalogue catalogue, Collection<String> models) {
        this.catalogue = catalogue;
        this.models = new TreeSet<>(models);
    }

    public ModelTable table() {
        return table;
    }

    /** What the keys of an inventory may use. */
    public AccessBook book(Inventory inventory) {
        return service(Optional.empty(), Optional.empty()).book(inventory);
    }

    /** With cache and lock file. */
    public AccessService service(Optional<Path> cache, Optional<Path> lockFile) {
        Function<String, Optional<String>> key = name -> name.endsWith("URL") || name.contains("ORG")
                ? Optional.empty()
                : Optional.of("sk-proj-0a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d");
        Surroundings surroundings =
                new Surroundings(key, name -> Optional.empty(), id -> Optional.empty(), module -> Optional.empty());
        AccessSettings settings = new AccessSettings(
                Online.AUTO,
                false,
                false,
                false,
                false,
                Duration.ofSeconds(5),
                Duration.ofHours(1),
                Duration.ofDays(30),
                cache,
                lockFile,
                services(),
                List.of(),
                TODAY,
                "trial",
                Clock.fixed(NOW, ZoneOffset.UTC));
        return new AccessService(
                settings, surroundings, url -> Optional.empty(), () -> catalogue, table, new ListMemo(), Lister::new);
    }

    /** As a user names them: endpoints for every key, and one for the key that goes there by another name. */
    private static List<ServiceEntry> services() {
        List<ServiceEntry> all = new ArrayList<>();
        all.add(new ServiceEntry("https://api.mistral.ai/v1", Optional.empty(), Optional.of("MISTRAL_AI_API_KEY")));
        ELSEWHERE.forEach(url -> all.add(new ServiceEntry(url, Optional.empty(), Optional.empty())));
        return List.copyOf(all);
    }

    private final class Lister implements ModelLister {
        @Override
        public ListAnswer list(ListQuestion question) {
            SortedMap<String, ModelEntry> all = new TreeMap<>();
            models.forEach(id -> all.put(id, new ModelEntry(id, Optional.empty())));
            return new ListAnswer.Listed(all, Optional.empty(), true);
        }

        @Override
        public ListAnswer retrieve(ListQuestion question, String model) {
            return new ListAnswer.Refused(
                    new Refusal(
                            Refusal.Meaning.MODEL_UNKNOWN_OR_DENIED,
                            404,
                            "The model does not exist or you do not have access to it."),
                    Optional.empty());
        }

        @Override
        public ListAnswer probe(ListQuestion question, Wanted wanted, Probe probe) {
            throw new IllegalStateException("nobody asked for probes");
        }

        @Override
        public PermissionsAnswer permissions(ListQuestion question, String project) {
            throw new IllegalStateException("nobody named an admin key");
        }

        @Override
        public void warmUp() {}

        @Override
        public void close() {}
    }
}
