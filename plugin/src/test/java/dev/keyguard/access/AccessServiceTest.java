package dev.keyguard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyguard.access.AccessAnswer.Source;
import dev.keyguard.access.AccessAnswer.State;
import dev.keyguard.access.Refusal.Meaning;
import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.usage.KeyUse;
import dev.keyguard.usage.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What answers mean for references, and where answers come from. */
final class AccessServiceTest {
    private static final String KEY = "OPENAI_API_KEY";
    private static final String CANARY = "sk-proj-fakeCanary7f3a9b2c1d0eFake";

    private final Sample sample = new Sample();

    @BeforeEach
    void haveAKey() {
        sample.environment.put(KEY, CANARY);
    }

    private static ListAnswer refused(Meaning meaning) {
        return new ListAnswer.Refused(new Refusal(meaning, 403, "said so"), Optional.empty());
    }

    private static ListAnswer dated(String id, String day) {
        TreeMap<String, ModelEntry> models = new TreeMap<>();
        models.put(id, new ModelEntry(id, Optional.of(LocalDate.parse(day))));
        return new ListAnswer.Listed(models, Optional.empty(), true);
    }

    private static Access.Cause cause(Access access) {
        assertThat(access).isInstanceOf(Access.Unavailable.class);
        return ((Access.Unavailable) access).cause();
    }

    @Test
    void listedIsAvailableUntilTheAnnouncedDay() {
        Reference reference = sample.uses("gpt-4o", KEY);
        AccessBook book = sample.book(new Recording("gpt-4o"));
        assertThat(book.accessOf(reference))
                .isInstanceOfSatisfying(
                        Access.Available.class,
                        available -> assertThat(available.until()).contains(LocalDate.of(2027, 1, 13)));
        assertThat(book.answerFor(reference).orElseThrow().source()).isEqualTo(Source.LIVE);
        assertThat(book.usable(reference)).contains(List.of("gpt-4o"));
    }

    @Test
    void theProvidersOwnDayBeatsTheTables() {
        Reference reference = sample.uses("gpt-4o", KEY);
        assertThat(sample.book(new Recording(q -> dated("gpt-4o", "2027-03-01")))
                        .accessOf(reference))
                .isInstanceOfSatisfying(
                        Access.Available.class, a -> assertThat(a.until()).contains(LocalDate.of(2027, 2, 28)));
    }

    @Test
    void listedPastTheProvidersOwnDayIsShutDown() {
        Reference reference = sample.uses("gpt-4o", KEY);
        AccessBook book = sample.book(new Recording(q -> dated("gpt-4o", "2026-11-25")));
        assertThat(cause(book.accessOf(reference))).isEqualTo(Access.Cause.SHUT_DOWN);
        assertThat(book.usable(reference)).contains(List.of());
    }

    @Test
    void listedAndPastInTheTableIsAvailableStill() {
        Reference reference = sample.uses("gpt-4", KEY);
        assertThat(sample.book(new Recording("gpt-4")).accessOf(reference))
                .isInstanceOfSatisfying(
                        Access.Available.class, a -> assertThat(a.reason()).contains("announced for 2026-10-23"));
    }

    @Test
    void notListedIsAskedForByName() {
        Reference known = sample.uses("gpt-4o", KEY);
        Reference unknown = sample.uses("gpt-4oo", KEY);
        Reference gone = sample.uses("gpt-4", KEY);
        Reference tuned = sample.uses("ft:gpt-3.5-turbo-0125:acme::x1", KEY);
        Recording lister = new Recording("gpt-6-luna");
        AccessBook book = sample.book(lister);
        assertThat(cause(book.accessOf(known))).isEqualTo(Access.Cause.NOT_ACCESSIBLE);
        assertThat(cause(book.accessOf(unknown))).isEqualTo(Access.Cause.NOT_KNOWN);
        assertThat(cause(book.accessOf(gone))).isEqualTo(Access.Cause.SHUT_DOWN);
        assertThat(cause(book.accessOf(tuned))).isEqualTo(Access.Cause.SHUT_DOWN);
        assertThat(lister.asked).hasSize(1);
        assertThat(lister.byName)
                .containsExactlyInAnyOrder("gpt-4o", "gpt-4oo", "gpt-4", "ft:gpt-3.5-turbo-0125:acme::x1");
    }

    @Test
    void aliasAndSnapshotAreTwo() {
        Reference snapshot = sample.uses("gpt-4o-2024-08-06", KEY);
        assertThat(cause(sample.book(new Recording("gpt-4o")).accessOf(snapshot)))
                .isEqualTo(Access.Cause.NOT_ACCESSIBLE);
    }

    @Test
    void whatIsFoundByNameIsUsable() {
        Reference reference = sample.uses("gpt-5.5", KEY);
        Recording lister = new Recording("gpt-4o");
        lister.one = Recording::listed;
        assertThat(sample.book(lister).accessOf(reference)).isInstanceOf(Access.Available.class);
    }

    @Test
    void anOutageBetweenListAndNameDoesNotRefuse() {
        Reference reference = sample.uses("gpt-5.5", KEY);
        Reference gone = sample.uses("gpt-4", KEY);
        Recording lister = new Recording("gpt-4o");
        lister.one = model -> new ListAnswer.Unreachable("it answers with HTTP 503");
        AccessBook book = sample.book(lister);
        assertThat(book.accessOf(reference))
                .isInstanceOfSatisfying(
                        Access.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("not among the 1 models", "HTTP 503"));
        assertThat(cause(book.accessOf(gone))).isEqualTo(Access.Cause.SHUT_DOWN);
        assertThat(lister.byName).as("asked once, then given up").hasSize(1);
    }

    @Test
    void aListOfWhichThereIsMoreRefusesNothingAndIsNotKept(@TempDir Path folder) throws IOException {
        sample.cache = Optional.of(folder);
        Reference there = sample.uses("gpt-4o", KEY);
        Reference elsewhere = sample.uses("gpt-5.5", KEY);
        ListAnswer.Listed part = (ListAnswer.Listed) Recording.listed("gpt-4o");
        AccessBook book =
                sample.book(new Recording(q -> new ListAnswer.Listed(part.models(), Optional.empty(), false)));
        assertThat(book.accessOf(there)).isInstanceOf(Access.Available.class);
        assertThat(book.accessOf(elsewhere)).isInstanceOf(Access.Unknown.class);
        assertThat(book.answers().get(0).notes()).singleElement().asString().contains("more pages");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.startsWith("models-"));
        }
    }

    @Test
    void refusalsOfTheListMeanWhatTheyMean() {
        Reference known = sample.uses("gpt-4o", KEY);
        Reference strange = sample.uses("gpt-4oo", KEY);
        for (Meaning meaning : Meaning.values()) {
            sample.memo = new ListMemo();
            AccessBook book = sample.book(new Recording(q -> refused(meaning)));
            assertThat(book.answerFor(known).orElseThrow().state()).isEqualTo(State.REFUSED);
            switch (meaning) {
                case KEY_INVALID, KEY_SCOPE ->
                    assertThat(cause(book.accessOf(known))).isEqualTo(Access.Cause.KEY_REFUSED);
                case MODEL_DENIED, PROJECT_BLOCKED ->
                    assertThat(cause(book.accessOf(known))).isEqualTo(Access.Cause.NOT_ACCESSIBLE);
                case MODEL_UNKNOWN, MODEL_UNKNOWN_OR_DENIED -> {
                    assertThat(cause(book.accessOf(known))).isEqualTo(Access.Cause.NOT_ACCESSIBLE);
                    assertThat(cause(book.accessOf(strange))).isEqualTo(Access.Cause.NOT_KNOWN);
                }
                case MODEL_GONE -> assertThat(cause(book.accessOf(known))).isEqualTo(Access.Cause.SHUT_DOWN);
                default -> assertThat(book.accessOf(known)).as(meaning.name()).isInstanceOf(Access.Unknown.class);
            }
        }
    }

    @Test
    void nobodyAskedButTheTableKnowsItIsGone() {
        sample.environment.clear();
        Reference gone = sample.uses("gpt-4", KEY);
        Reference alive = sample.uses("gpt-4o", KEY);
        Reference elsewhere =
                sample.usesAt("gpt-4", "OTHER_KEY", "other:gateway.example", "https://gateway.example/v1");
        Reference keyless = sample.uses("gpt-4", Optional.empty(), "openai-java", Sample.assumed());
        AccessBook book = sample.book(new Recording());
        assertThat(cause(book.accessOf(gone))).isEqualTo(Access.Cause.SHUT_DOWN);
        assertThat(cause(book.accessOf(keyless))).isEqualTo(Access.Cause.SHUT_DOWN);
        assertThat(book.accessOf(alive)).isInstanceOf(Access.Unknown.class);
        assertThat(book.accessOf(elsewhere)).isInstanceOf(Access.Unknown.class);
        AccessAnswer answer = book.answerFor(gone).orElseThrow();
        assertThat(answer.state()).isEqualTo(State.NOT_ASKED);
        assertThat(answer.refusal()).get().extracting(Refusal::meaning).isEqualTo(Meaning.KEY_MISSING);
        assertThat(book.answerFor(keyless)).isEmpty();
    }

    @Test
    void whatACallerHandsOverIsNotMissing() {
        Place place = new Place("src/main/java/App.java", 1, 1);
        for (KeyUse.Via via : List.of(KeyUse.Via.PARAMETER, KeyUse.Via.LITERAL, KeyUse.Via.ENV)) {
            sample.keys.add(new KeyUse(
                    "key" + via,
                    via,
                    place,
                    List.of(place),
                    List.of(),
                    "openai",
                    "openai-java",
                    Scope.MAIN,
                    "app",
                    false,
                    Optional.empty()));
        }
        assertThat(sample.book(new Recording()).answers())
                .extracting(AccessAnswer::key)
                .containsExactly("keyENV");
    }

    @Test
    void anOutageIsUnknown() {
        Reference reference = sample.uses("gpt-4o", KEY);
        AccessBook book = sample.book(new Recording(q -> new ListAnswer.Unreachable("it answers with HTTP 500")));
        assertThat(book.accessOf(reference)).isInstanceOf(Access.Unknown.class);
        assertThat(book.answerFor(reference).orElseThrow().state()).isEqualTo(State.UNREACHABLE);
        assertThat(book.answerFor(reference).orElseThrow().detail()).contains("HTTP 500");
    }

    @Test
    void oneQuestionForEachKeyAndEndpointAlsoFromManyModulesAtOnce() throws Exception {
        sample.service("https://gateway.example/v1", "GATEWAY_KEY");
        sample.environment.put("GATEWAY_KEY", "sk-fake-gateway");
        sample.uses("gpt-4o", KEY);
        sample.uses("gpt-6-luna", KEY);
        sample.usesAt("gpt-4o", "GATEWAY_KEY", "other:gateway.example", "https://gateway.example/v1/");
        Recording lister = new Recording("gpt-4o", "gpt-6-luna");
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> modules = IntStream.range(0, 30)
                .mapToObj(i -> new Thread(() -> {
                    try {
                        start.await(10, TimeUnit.SECONDS);
                        sample.book(lister);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();
        modules.forEach(Thread::start);
        start.countDown();
        for (Thread module : modules) {
            module.join();
        }
        assertThat(lister.asked).hasSize(2);
    }

    @Test
    void aBaseUrlThatCannotWorkNeedsNoQuestion() {
        Reference whole = sample.usesAt("gpt-4o", KEY, "openai", "https://api.openai.com/v1/chat/completions");
        Reference doubled = sample.usesAt("gpt-4o", KEY, "openai", "https://api.openai.com/v1/v1");
        Recording lister = new Recording("gpt-4o");
        AccessBook book = sample.book(lister);
        for (Reference reference : List.of(whole, doubled)) {
            assertThat(book.answerFor(reference).orElseThrow().refusal())
                    .get()
                    .extracting(Refusal::meaning)
                    .isEqualTo(Meaning.CONFIG_BASE_URL);
            assertThat(book.accessOf(reference)).isInstanceOf(Access.Unknown.class);
        }
        assertThat(lister.asked).isEmpty();
    }

    @Test
    void rawRequestsNameTheWholePath() {
        sample.uses(
                "gpt-4o",
                Optional.of(KEY),
                "http",
                Sample.endpoint("openai", "https://api.openai.com/v1/chat/completions"));
        Recording lister = new Recording("gpt-4o");
        sample.book(lister);
        assertThat(lister.asked)
                .singleElement()
                .satisfies(q -> assertThat(q.url().text()).isEqualTo("https://api.openai.com/v1"));
    }

    @Test
    void aClientThatAddsTheVersionIsAskedBehindIt() {
        sample.uses("gpt-4o", Optional.of(KEY), "spring-ai", Sample.endpoint("openai", "https://api.openai.com"));
        Recording lister = new Recording("gpt-4o");
        sample.book(lister);
        assertThat(lister.asked)
                .singleElement()
                .satisfies(q -> assertThat(q.url().text()).isEqualTo("https://api.openai.com/v1"));
    }

    @Test
    void neverAskedOfflineOrWithOnlineNever() {
        Reference reference = sample.uses("gpt-4o", KEY);
        Recording lister = new Recording("gpt-4o");
        sample.offline = true;
        assertThat(sample.book(lister).answerFor(reference).orElseThrow().detail())
                .contains("offline");
        sample.offline = false;
        sample.online = Online.NEVER;
        assertThat(sample.book(lister).answerFor(reference).orElseThrow().state())
                .isEqualTo(State.NOT_ASKED);
        assertThat(lister.asked).isEmpty();
    }

    @Test
    void theClientIsMadeReadyOnceWhereAQuestionIsToBeExpected(@TempDir Path folder) throws InterruptedException {
        Recording lister = new Recording("gpt-4o");
        sample.cache = Optional.of(folder);
        sample.uses("gpt-4o", KEY);
        sample.service(lister).anticipate();
        sample.service(lister).anticipate();
        assertThat(lister.ready.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(lister.warm).hasValue(1);
        sample.book(lister);

        Recording idle = new Recording("gpt-4o");
        sample.memo = new ListMemo();
        sample.service(idle).anticipate();
        sample.memo = new ListMemo();
        sample.refresh = true;
        sample.offline = true;
        sample.service(idle).anticipate();
        sample.offline = false;
        sample.environment.put(KEY, "demo");
        sample.service(idle).anticipate();
        sample.environment.remove(KEY);
        sample.service(idle).anticipate();
        assertThat(sample.memo.first()).as("nothing was begun").isTrue();
        assertThat(idle.warm).hasValue(0);
        assertThat(lister.asked).hasSize(1);
    }

    @Test
    void aKeptListSparesTheQuestionUntilItIsOldOrRefreshed(@TempDir Path folder) throws IOException {
        Reference reference = sample.uses("gpt-4o", KEY);
        sample.cache = Optional.of(folder.resolve("keyguard"));
        sample.book(new Recording("gpt-4o"));
        Recording second = new Recording("gpt-4o");
        sample.memo = new ListMemo();
        sample.now = Sample.NOW.plus(Duration.ofMinutes(59));
        assertThat(sample.book(second).answerFor(reference).orElseThrow().source())
                .isEqualTo(Source.CACHE);
        assertThat(second.asked).isEmpty();

        sample.refresh = true;
        assertThat(sample.book(second).answerFor(reference).orElseThrow().source())
                .isEqualTo(Source.LIVE);
        sample.refresh = false;
        sample.now = Sample.NOW.plus(Duration.ofHours(3));
        sample.memo = new ListMemo();
        assertThat(sample.book(second).answerFor(reference).orElseThrow().source())
                .isEqualTo(Source.LIVE);
        assertThat(second.asked).hasSize(2);

        // another key has another list
        sample.environment.put(KEY, "sk-proj-fakeOtherOtherOtherOther");
        sample.book(second);
        assertThat(second.asked).hasSize(3);
        assertPrivateAndWithoutKey(folder);
    }

    private static void assertPrivateAndWithoutKey(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("keyguard").resolve("models"))) {
            for (Path file : files.toList()) {
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                assertThat(mode).isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
                assertThat(file.getFileName().toString()).doesNotContain("Canary");
                if (Files.isRegularFile(file)) {
                    assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                            .doesNotContain(CANARY)
                            .doesNotContain("Canary");
                }
            }
        }
    }

    @Test
    void aKeptListStandsInDuringAnOutageAndSaysItsAge(@TempDir Path folder) {
        Reference reference = sample.uses("gpt-4o", KEY);
        sample.cache = Optional.of(folder);
        sample.book(new Recording("gpt-4o"));
        sample.memo = new ListMemo();
        sample.now = Sample.NOW.plus(Duration.ofDays(3));
        AccessBook book = sample.book(new Recording(q -> new ListAnswer.Unreachable("down")));
        assertThat(book.answerFor(reference).orElseThrow().state()).isEqualTo(State.UNREACHABLE);
        assertThat(book.answerFor(reference).orElseThrow().detail()).contains("3 days old");
        assertThat(book.accessOf(reference)).isInstanceOf(Access.Available.class);
    }

    @Test
    void aCacheThatIsBrokenIsNone(@TempDir Path folder) throws IOException {
        Reference reference = sample.uses("gpt-4o", KEY);
        sample.cache = Optional.of(folder);
        sample.book(new Recording("gpt-4o"));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                Files.writeString(file, "{\"schemaVersion\":1,\"checkedAt\":\"yesterday");
            }
        }
        sample.memo = new ListMemo();
        assertThat(sample.book(new Recording("gpt-4o"))
                        .answerFor(reference)
                        .orElseThrow()
                        .source())
                .isEqualTo(Source.LIVE);
    }

    @Test
    void theLockFileAnswersWithoutKeyAndNamesItsAge(@TempDir Path folder) throws IOException {
        Reference usable = sample.uses("gpt-4o", KEY);
        Reference refused = sample.uses("gpt-5.5", KEY);
        Path file = folder.resolve(LockFile.NAME);
        assertThat(sample.service(new Recording("gpt-4o")).lock(sample.inventory(), file))
                .containsExactly("OPENAI_API_KEY at https://api.openai.com/v1: 1 models");
        String text = Files.readString(file);
        assertThat(text).doesNotContain("Canary").contains("\"gpt-4o\": null", "2026-11-25T12:00:00Z", "0.1.0-TEST");

        sample.environment.clear();
        sample.lockFile = Optional.of(file);
        sample.now = Sample.NOW.plus(Duration.ofDays(2));
        Recording nobody = new Recording();
        AccessBook book = sample.book(nobody);
        assertThat(book.answerFor(usable).orElseThrow().source()).isEqualTo(Source.LOCK);
        assertThat(book.answerFor(usable).orElseThrow().detail()).contains("2 days old");
        assertThat(book.accessOf(usable)).isInstanceOf(Access.Available.class);
        assertThat(cause(book.accessOf(refused))).isEqualTo(Access.Cause.NOT_ACCESSIBLE);
        assertThat(nobody.asked).isEmpty();

        sample.now = Sample.NOW.plus(Duration.ofDays(31));
        assertThat(sample.book(nobody).answerFor(usable).orElseThrow().detail()).contains("31 days old", "too old");
        assertThat(sample.book(nobody).accessOf(usable)).isInstanceOf(Access.Unknown.class);
    }

    @Test
    void whatLiveAndLockDifferInIsSaid(@TempDir Path folder) throws IOException {
        Reference reference = sample.uses("gpt-4o", KEY);
        Path file = folder.resolve(LockFile.NAME);
        sample.service(new Recording("gpt-4o", "gpt-6-luna")).lock(sample.inventory(), file);
        sample.lockFile = Optional.of(file);
        sample.memo = new ListMemo();
        AccessBook book = sample.book(new Recording(q -> dated("gpt-4o", "2027-01-14")));
        assertThat(book.answerFor(reference).orElseThrow().notes())
                .containsExactly(
                        "lost since the lock file was written: gpt-6-luna",
                        "new shutdown dates since the lock file was written: gpt-4o (2027-01-14)");
    }

    @Test
    void anOutageDoesNotEmptyTheLockFile(@TempDir Path folder) throws IOException {
        sample.uses("gpt-4o", KEY);
        Path file = folder.resolve(LockFile.NAME);
        sample.service(new Recording("gpt-4o")).lock(sample.inventory(), file);
        String before = Files.readString(file);
        sample.memo = new ListMemo();
        assertThat(sample.service(new Recording(q -> new ListAnswer.Unreachable("down")))
                        .lock(sample.inventory(), file))
                .singleElement()
                .asString()
                .contains("not locked", "down");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void aDamagedOrNewerLockFileIsAClearErrorAndCanBeWrittenAnew(@TempDir Path folder) throws IOException {
        sample.uses("gpt-4o", KEY);
        Path file = folder.resolve(LockFile.NAME);
        sample.lockFile = Optional.of(file);
        for (String damaged : List.of(
                "", "<<<<<<< HEAD\n{}", "{}", "[]", "{\"schemaVersion\":1}", "{\"schemaVersion\":1,\"keys\":[{}]}")) {
            Files.writeString(file, damaged);
            assertThatThrownBy(() -> sample.book(new Recording("gpt-4o")))
                    .isInstanceOf(LockFileException.class)
                    .hasMessageContaining("damaged")
                    .hasMessageContaining("mvn keyguard:lock");
        }
        Files.writeString(file, "{\"schemaVersion\":2,\"tool\":\"keyguard 9\",\"keys\":[]}");
        assertThatThrownBy(() -> sample.book(new Recording("gpt-4o")))
                .isInstanceOf(LockFileException.class)
                .hasMessageContaining("newer keyguard (keyguard 9");
        sample.service(new Recording("gpt-4o")).lock(sample.inventory(), file);
        assertThat(sample.book(new Recording("gpt-4o")).answers()).hasSize(1);
    }

    @Test
    void entriesNobodyCanUseAreSaid() {
        sample.service("gateway", null);
        assertThatThrownBy(sample::service)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("«gateway» is no base URL");
        sample.services.clear();
        sample.services.add(new ServiceEntry("https://gateway.example/v1", Optional.of("openia"), Optional.empty()));
        assertThatThrownBy(sample::service)
                .hasMessageContaining("no profile «openia»")
                .hasMessageContaining("openai");
    }
}
