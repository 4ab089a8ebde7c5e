package dev.keyguard.rule;

import dev.keyguard.access.Access;
import dev.keyguard.access.AccessAnswer;
import dev.keyguard.access.AccessBook;
import dev.keyguard.access.ModelEntry;
import dev.keyguard.access.Refusal;
import dev.keyguard.source.Place;
import dev.keyguard.source.Problem;
import dev.keyguard.source.Scope;
import dev.keyguard.source.SuppressionComment;
import dev.keyguard.usage.ConfigurationNote;
import dev.keyguard.usage.Endpoint;
import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.KeyName;
import dev.keyguard.usage.KeyUse;
import dev.keyguard.usage.Reference;
import dev.keyguard.value.Hop;
import dev.keyguard.value.Origin;
import dev.keyguard.value.Trail;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Builds the facts of a run for tests: references, keys, and what the provider said. */
public final class Run {
    public static final LocalDate TODAY = LocalDate.parse("2026-11-25");
    public static final String KEY = "OPENAI_API_KEY";
    public static final String URL = "https://api.openai.com/v1";

    private final List<Reference> references = new ArrayList<>();
    private final List<KeyUse> keys = new ArrayList<>();
    private final List<ConfigurationNote> notes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<SuppressionComment> comments = new ArrayList<>();
    private final List<Inventory.SuppressedRegion> regions = new ArrayList<>();
    private final FakeTable table;
    private Optional<AccessAnswer> answer = Optional.empty();
    private boolean required;
    private int failWithin;

    private Run(FakeTable table) {
        this.table = table;
    }

    public static Run with(FakeTable table) {
        return new Run(table);
    }

    /** The models of most tests. */
    public static Run usual() {
        return new Run(new FakeTable()
                .with("gpt-4o", "chat")
                .with("gpt-4o-mini", "chat")
                .with("gpt-5-mini", "chat")
                .with("gpt-5", "chat")
                .with("o3-pro", "responses-only")
                .with("text-embedding-3-small", "embedding")
                .going("gpt-3.5-turbo", "chat", "2026-09-28", "gpt-5-mini", "gpt-4o-mini")
                .going("gpt-4.1", "chat", "2027-01-14", "gpt-5-mini"));
    }

    public static Reference reference(String model, String file, int line) {
        Place place = new Place(file, line, 9);
        Trail trail = Trail.written(place).then(new Hop(Hop.Kind.USED, place, Optional.empty()));
        return new Reference(
                "r-" + model + "-" + file + "-" + line,
                Optional.ofNullable(model),
                place,
                List.of(place),
                List.of(),
                Origin.LITERAL,
                false,
                Optional.empty(),
                "openai-java",
                "chat",
                new Endpoint("openai", true, Optional.of(URL), Optional.empty(), Optional.empty(), Optional.empty()),
                new KeyName(Optional.of(KEY), List.of(KEY), false),
                Scope.MAIN,
                "demo",
                trail,
                Optional.empty());
    }

    public Run reference(Reference reference) {
        references.add(reference);
        return this;
    }

    public Run model(String model, String file, int line) {
        references.add(reference(model, file, line));
        return this;
    }

    public Run model(String model, UnaryOperator<Ref> change) {
        references.add(change.apply(new Ref(reference(model, "src/main/java/demo/Chat.java", 12)))
                .value());
        return this;
    }

    /** A reference with some parts changed. */
    public record Ref(Reference value) {
        public Ref scope(Scope scope) {
            return copy(
                    value.operation(),
                    value.endpoint(),
                    value.key(),
                    scope,
                    value.origin(),
                    value.implicit(),
                    value.reason());
        }

        public Ref operation(String operation) {
            return copy(
                    operation,
                    value.endpoint(),
                    value.key(),
                    value.scope(),
                    value.origin(),
                    value.implicit(),
                    value.reason());
        }

        public Ref service(String service, String url) {
            Endpoint endpoint = new Endpoint(
                    service,
                    false,
                    Optional.of(url),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Trail.written(new Place("src/main/resources/application.yml", 3, 15))));
            return copy(value.operation(), endpoint, value.key(), value.scope(), value.origin(), false, value.reason());
        }

        public Ref noKey() {
            return copy(
                    value.operation(),
                    value.endpoint(),
                    KeyName.NONE,
                    value.scope(),
                    value.origin(),
                    false,
                    value.reason());
        }

        public Ref implicit(String reason) {
            return copy(
                    value.operation(),
                    value.endpoint(),
                    value.key(),
                    value.scope(),
                    Origin.LIBRARY_DEFAULT,
                    true,
                    Optional.of(reason));
        }

        public Ref dynamic(String reason) {
            return copy(
                    value.operation(),
                    value.endpoint(),
                    value.key(),
                    value.scope(),
                    Origin.DYNAMIC,
                    false,
                    Optional.of(reason));
        }

        public Ref trail(Hop... hops) {
            Reference v = value;
            return new Ref(new Reference(
                    v.id(),
                    v.model(),
                    hops[0].place(),
                    List.of(hops[hops.length - 1].place()),
                    List.of(),
                    Origin.CONFIG,
                    v.implicit(),
                    v.reason(),
                    v.client(),
                    v.operation(),
                    v.endpoint(),
                    v.key(),
                    v.scope(),
                    v.module(),
                    new Trail(Arrays.asList(hops)),
                    v.constant()));
        }

        private Ref copy(
                String operation,
                Endpoint endpoint,
                KeyName key,
                Scope scope,
                Origin origin,
                boolean implicit,
                Optional<String> reason) {
            Reference v = value;
            return new Ref(new Reference(
                    v.id(),
                    v.model(),
                    v.place(),
                    v.uses(),
                    v.lookups(),
                    origin,
                    implicit,
                    reason,
                    v.client(),
                    operation,
                    endpoint,
                    key,
                    scope,
                    v.module(),
                    v.trail(),
                    v.constant()));
        }
    }

    public Run key(String name, KeyUse.Via via, String file, int line, Scope scope) {
        Place place = new Place(file, line, 20);
        keys.add(new KeyUse(
                name,
                via,
                place,
                List.of(place),
                List.of(),
                "openai",
                "openai-java",
                scope,
                "demo",
                false,
                Optional.empty()));
        return this;
    }

    public Run usualKey() {
        return key(KEY, KeyUse.Via.IMPLICIT_ENV, "src/main/java/demo/Client.java", 7, Scope.MAIN);
    }

    public Run key(KeyUse key) {
        keys.add(key);
        return this;
    }

    public Run note(ConfigurationNote.Kind kind, String name, String detail) {
        Place place = new Place("src/main/resources/application.yml", 4, 3);
        notes.add(new ConfigurationNote(kind, name, detail, place, Scope.MAIN, "demo"));
        return this;
    }

    public Run problem(String file, String message) {
        problems.add(new Problem(new Place(file, 1, 1), message));
        return this;
    }

    public Run comment(String file, int line, String text, boolean alone) {
        comments.add(new SuppressionComment(new Place(file, line, 5), text, alone));
        return this;
    }

    public Run region(String file, int first, int last, String rule) {
        regions.add(new Inventory.SuppressedRegion(file, first, last, rule, "annotated", first));
        return this;
    }

    /** The key may use these; «id@2027-01-14» has a live shutdown day. */
    public Run listed(String... models) {
        SortedMap<String, ModelEntry> map = new TreeMap<>();
        for (String model : models) {
            String[] parts = model.split("@");
            map.put(
                    parts[0],
                    new ModelEntry(
                            parts[0], parts.length > 1 ? Optional.of(LocalDate.parse(parts[1])) : Optional.empty()));
        }
        return answer(AccessAnswer.Source.LIVE, AccessAnswer.State.LISTED, map, Optional.empty(), "asked");
    }

    public Run refused(Refusal.Meaning meaning, String message) {
        return answer(
                AccessAnswer.Source.LIVE,
                AccessAnswer.State.REFUSED,
                new TreeMap<>(),
                Optional.of(new Refusal(meaning, 403, message)),
                "The list was refused");
    }

    public Run notAsked(boolean keyMissing) {
        return answer(
                AccessAnswer.Source.NONE,
                AccessAnswer.State.NOT_ASKED,
                new TreeMap<>(),
                keyMissing ? Optional.of(new Refusal(Refusal.Meaning.KEY_MISSING, 0, "")) : Optional.empty(),
                keyMissing ? "OPENAI_API_KEY is not set" : "This build is offline");
    }

    private Run answer(
            AccessAnswer.Source source,
            AccessAnswer.State state,
            SortedMap<String, ModelEntry> models,
            Optional<Refusal> refusal,
            String detail) {
        answer = Optional.of(new AccessAnswer(
                KEY,
                "openai",
                URL,
                source,
                Optional.of(Instant.parse("2026-11-25T08:00:00Z")),
                state,
                models,
                true,
                refusal,
                detail,
                Optional.empty()));
        return this;
    }

    public Run required() {
        required = true;
        return this;
    }

    public Run failWithin(int days) {
        failWithin = days;
        return this;
    }

    public Inventory inventory() {
        return new Inventory(
                references.stream().sorted().toList(),
                keys.stream().sorted().toList(),
                notes,
                problems,
                comments,
                regions,
                42,
                7);
    }

    public AccessBook access() {
        return new Book(answer, table);
    }

    public RuleContext context() {
        return new RuleContext(inventory(), access(), table, TODAY, failWithin, required);
    }

    /** Findings of all rules but the informative ones every literal brings. */
    public List<Finding> findings() {
        return findings(RuleSettings.NONE).stream()
                .filter(f -> !f.rule().equals("model-hardcoded"))
                .toList();
    }

    public List<Finding> findings(RuleSettings settings) {
        return new RuleRunner(Rules.all(), settings, SourceText.NONE)
                .run(context())
                .findings();
    }

    /** Answers as the access layer does: live before table. */
    private record Book(Optional<AccessAnswer> answer, FakeTable table) implements AccessBook {
        @Override
        public List<AccessAnswer> answers() {
            return answer.stream().toList();
        }

        @Override
        public Optional<AccessAnswer> answerFor(Reference reference) {
            return answer.filter(a -> a.service().equals(reference.endpoint().service())
                    && reference.key().name().filter(a.key()::equals).isPresent());
        }

        @Override
        public Access accessOf(Reference reference) {
            Optional<AccessAnswer> mine = answerFor(reference);
            String id = reference.model().orElse("");
            if (mine.filter(a -> a.state() == AccessAnswer.State.LISTED).isEmpty()) {
                return table.find(id)
                        .flatMap(f -> f.shutdown())
                        .filter(day -> reference.endpoint().isOpenAi() && !day.isAfter(TODAY))
                        .<Access>map(day -> new Access.Unavailable(
                                Access.Cause.SHUT_DOWN, "OpenAI's table of 2026-11-20 says so", Optional.of(day)))
                        .orElseGet(() -> new Access.Unknown("nobody was asked"));
            }
            ModelEntry entry = mine.orElseThrow().models().get(id);
            if (entry != null) {
                return new Access.Available(entry.shutdown().map(day -> day.minusDays(1)), "it is in the key's list");
            }
            boolean known = table.find(id).isPresent();
            return new Access.Unavailable(
                    known ? Access.Cause.NOT_ACCESSIBLE : Access.Cause.NOT_KNOWN,
                    "it is not in the key's list of "
                            + mine.orElseThrow().models().size() + " models",
                    Optional.empty());
        }

        @Override
        public Optional<List<String>> usable(Reference reference) {
            return answerFor(reference)
                    .filter(a -> a.state() == AccessAnswer.State.LISTED)
                    .map(a -> List.copyOf(a.models().keySet()));
        }
    }
}
