package dev.keyguard.access;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.usage.Inventory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds out what the keys of an inventory may use: one list request for each key and endpoint, in parallel, and only
 * where {@link Trust} allows it. Safe to use from several threads.
 */
public final class AccessService {
    private static final int MOST_THREADS = 8;

    /** List, models by name, real requests, the project's own list: each within one time-out. */
    private static final int STEPS = 4;

    /** Beyond the time-out of list and confirmations; only a name server that hangs needs it. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final AccessSettings settings;
    private final ProviderProfiles profiles = ProviderProfiles.load();
    private final RefusalClassifier classifier = RefusalClassifier.load();
    private final KeyRing ring;
    private final Trust trust;
    private final Subjects subjects;
    private final Asking asking;
    private final Verdicts verdicts;
    private final ModelTable table;
    private final Surroundings surroundings;
    private final ProxyChooser proxies;

    /**
     * Puts the parts together; asks and reads nothing yet.
     *
     * @param surroundings where names of keys become values
     * @param proxies      which proxy leads where
     * @param memo         one for the Maven session
     * @throws IllegalArgumentException if an entry of services or keys cannot be used; the message says what to write
     */
    public AccessService(
            AccessSettings settings,
            Surroundings surroundings,
            ProxyChooser proxies,
            Supplier<Catalogue> catalogue,
            ModelTable table,
            ListMemo memo) {
        this(settings, surroundings, proxies, catalogue, table, memo, () -> new OpenAiLister(RefusalClassifier.load()));
    }

    AccessService(
            AccessSettings settings,
            Surroundings surroundings,
            ProxyChooser proxies,
            Supplier<Catalogue> catalogue,
            ModelTable table,
            ListMemo memo,
            Supplier<ModelLister> lister) {
        settings.services().forEach(ServiceEntry::checked);
        settings.keys().forEach(KeyEntry::checked);
        this.settings = settings;
        this.ring = new KeyRing(surroundings, settings.keys());
        this.trust = new Trust(profiles, Placeholders.load(), settings.services(), ring, surroundings);
        this.subjects = new Subjects(profiles, trust, surroundings, catalogue);
        this.table = table;
        this.surroundings = surroundings;
        this.proxies = proxies;
        this.verdicts = new Verdicts(table, settings.today());
        this.asking = new Asking(settings, proxies, memo, lister);
    }

    /**
     * To be called when it shows that the code may use a client: gets the client library ready on a daemon thread, if a
     * question will probably have to be asked. Returns at once; asks nobody.
     */
    public void anticipate() {
        KnownLists known = new KnownLists(settings, profiles, List.of());
        new WarmUp(settings, ring, trust, profiles, known, asking, proxies, surroundings).begin();
    }

    /**
     * What the keys may use. Never throws for what the network or a provider does; ends within the time-out.
     *
     * @throws LockFileException if there is a lock file that cannot be used
     */
    public AccessBook book(Inventory inventory) {
        List<LockEntry> locked =
                settings.lockFile().flatMap(path -> new LockFile(path).read()).orElse(List.of());
        Subjects.Found found = subjects.of(inventory);
        return new AnsweredBook(ask(found, inventory, asker(settings, locked)), found.ofReference(), verdicts);
    }

    /**
     * Asks anew and writes the lock file. A key that gave no list keeps its old entry, so that an outage does not empty
     * the file; a damaged file is replaced.
     *
     * @return what was written and what was not, as sentences
     * @throws IOException if the file cannot be written
     */
    public List<String> lock(Inventory inventory, Path file) throws IOException {
        List<LockEntry> before = List.of();
        List<String> sentences = new ArrayList<>();
        try {
            before = new LockFile(file).read().orElse(List.of());
        } catch (LockFileException e) {
            sentences.add("the old lock file is left out of account: " + e.getMessage());
        }
        Subjects.Found found = subjects.of(inventory);
        Map<Subject.Identity, Answered> answers = ask(found, inventory, asker(settings.refreshed(), before));
        sentences.addAll(new LockWriter(file, before, settings.toolVersion()).write(answers.values()));
        return List.copyOf(sentences);
    }

    private Asker asker(AccessSettings how, List<LockEntry> locked) {
        KnownLists known = new KnownLists(how, profiles, locked);
        return new Asker(
                how,
                ring,
                trust,
                profiles,
                known,
                asking,
                classifier,
                new Prober(how, known, asking, table),
                new Permissions(how, ring, trust, asking, surroundings));
    }

    private Map<Subject.Identity, Answered> ask(Subjects.Found found, Inventory inventory, Asker asker) {
        Map<Subject.Identity, Set<Wanted>> models = inventory.references().stream()
                .filter(reference -> reference.model().isPresent())
                .filter(reference -> found.ofReference().containsKey(reference.id()))
                .collect(Collectors.groupingBy(
                        reference -> found.ofReference().get(reference.id()),
                        Collectors.mapping(Wanted::of, Collectors.toSet())));
        Map<Subject.Identity, Answered> answers = new HashMap<>();
        if (found.subjects().isEmpty()) {
            return answers;
        }
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(MOST_THREADS, found.subjects().size()), task -> {
                    Thread thread = new Thread(task, "keyguard-access");
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            List<Future<Answered>> asked = new ArrayList<>();
            for (Subject subject : found.subjects()) {
                Set<Wanted> wanted = models.getOrDefault(subject.identity(), Set.of());
                asked.add(threads.submit(() -> asker.ask(subject, wanted)));
            }
            for (int i = 0; i < asked.size(); i++) {
                Subject subject = found.subjects().get(i);
                answers.put(subject.identity(), answer(asked.get(i), subject, asker));
            }
        } finally {
            threads.shutdownNow();
        }
        return answers;
    }

    private Answered answer(Future<Answered> asked, Subject subject, Asker asker) {
        try {
            return asked.get(settings.timeout().multipliedBy(STEPS).plus(SLACK).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return asker.failed(subject, "there was no answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return asker.failed(subject, "asking was interrupted");
        } catch (ExecutionException e) {
            // a defect of keyguard's; its class is enough, its message might hold what must not be shown
            return asker.failed(
                    subject, "asking failed (" + e.getCause().getClass().getSimpleName() + ")");
        }
    }
}
