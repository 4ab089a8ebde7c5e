package dev.keyguard.trial;

import dev.keyguard.access.Access;
import dev.keyguard.access.AccessAnswer;
import dev.keyguard.access.AccessBook;
import dev.keyguard.access.BundledModelTable;
import dev.keyguard.access.FakeProvider;
import dev.keyguard.access.ModelFacts;
import dev.keyguard.access.ModelTable;
import dev.keyguard.maven.Trial;
import dev.keyguard.report.Report;
import dev.keyguard.rule.Finding;
import dev.keyguard.rule.Severity;
import dev.keyguard.source.Module;
import dev.keyguard.source.Scope;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.tree.FactsCache;
import dev.keyguard.trial.Plant.Kind;
import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.Reference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Plants refused ids at labelled places of checkouts and sees whether each fails at its line; and that nothing fails for
 * a key that may use everything named. The checkouts are not touched: changed files are read from a temporary folder, all
 * others from the facts of the first scan. Arguments: CHECKOUTS LABELS [REPOSITORY …].
 *
 * <p>A failure tells the plant by its line, so one scan has a plant at every place; {@code -Done=true} plants one place a
 * scan, which takes as many scans as there are plants.
 */
public final class Plants {
    private static final Set<String> ACCESS_RULES = Set.of(
            "model-not-accessible",
            "model-shut-down",
            "model-shutting-down",
            "model-unknown",
            "model-wrong-operation",
            "key-rejected",
            "key-scope",
            "organization-mismatch",
            "endpoint-wrong");
    /** How many different ids of a kind each place gets, one after the other. */
    private static final int TIMES = 2;

    private final Path checkout;
    private final List<Label> labels;
    private final FactsCache cache;
    private final Trial scanner = new Trial();
    private final Workspace workspace;
    private final Inventory original;
    private final AccessBook allowed;
    private final Map<String, Integer> tally = new TreeMap<>();
    private final List<String> missed = new ArrayList<>();

    private Plants(Path checkout, List<Label> labels, Path work) {
        this.checkout = checkout;
        this.labels = labels;
        this.cache = FactsCache.open(work.resolve("facts"), "plants");
        this.workspace = scanner.workspace(checkout);
        this.original = scanner.scan(workspace, cache);
        Report report = new Trial(original.references().stream()
                        .flatMap(r -> r.model().stream())
                        .distinct()
                        .toArray(String[]::new))
                .judge(original, checkout);
        this.allowed = report.access().orElseThrow();
        nothingElse(report);
    }

    public static void main(String[] arguments) throws IOException {
        List<Label> all = Label.read(Path.of(arguments[1]));
        Set<String> wanted = new LinkedHashSet<>(Arrays.asList(arguments).subList(2, arguments.length));
        Set<String> folders = new TreeSet<>(all.stream().map(Label::folder).toList());
        folders.removeIf(folder -> !wanted.isEmpty() && !wanted.contains(folder));
        Map<String, Integer> total = new TreeMap<>();
        for (String folder : folders) {
            Path work = Files.createTempDirectory("plants");
            Plants plants = new Plants(
                    Path.of(arguments[0]).resolve(folder),
                    all.stream().filter(label -> label.folder().equals(folder)).toList(),
                    work);
            plants.run(work);
            System.out.println(folder + " " + plants.tally);
            plants.missed.forEach(line -> System.out.println("  MISSED " + line));
            plants.tally.forEach((what, count) -> total.merge(what, count, Integer::sum));
        }
        System.out.println("TOTAL " + total);
        int planted = total.getOrDefault("planted at a resolved reference", 0);
        int caught = total.getOrDefault("caught", 0);
        System.out.printf(
                "%d of %d caught (%.2f %%); %d false errors%n",
                caught, planted, 100.0 * caught / Math.max(1, planted), total.getOrDefault("FALSE ERRORS", 0));
        System.exit(caught * 100L >= planted * 99L && !total.containsKey("FALSE ERRORS") ? 0 : 1);
    }

    /** A key whose list has every model named, without dates. */
    private void nothingElse(Report report) {
        for (Finding finding : report.findings()) {
            boolean wrong = finding.severity() == Severity.ERROR && ACCESS_RULES.contains(finding.rule());
            if (wrong && !asked(finding)) {
                tally.merge("shut down by the table, where no key can be asked", 1, Integer::sum);
            } else if (wrong) {
                tally.merge("FALSE ERRORS", 1, Integer::sum);
                missed.add("no refusal, and an error: " + finding.place() + " " + finding.rule() + " "
                        + finding.message());
            }
        }
    }

    private boolean asked(Finding finding) {
        return original.references().stream()
                .filter(r -> finding.reference().filter(r.id()::equals).isPresent())
                .flatMap(r -> allowed.answerFor(r).stream())
                .anyMatch(answer -> answer.state() == AccessAnswer.State.LISTED);
    }

    private void run(Path work) throws IOException {
        for (Kind kind : Kind.values()) {
            List<String> ids = ids(kind);
            List<Label> places = distinct();
            int size = Boolean.getBoolean("one") ? 1 : places.size();
            for (int time = 0; time < (kind == Kind.WRONG_OPERATION ? 1 : TIMES); time++) {
                List<Plant> all = new ArrayList<>();
                for (Label label : places) {
                    all.add(new Plant(label, kind, ids.get((all.size() + 7 * time) % ids.size())));
                }
                for (int from = 0; from < all.size(); from += size) {
                    round(all.subList(from, Math.min(all.size(), from + size)), work);
                }
            }
        }
    }

    private List<Label> distinct() {
        Map<String, Label> places = new TreeMap<>();
        labels.forEach(label -> places.putIfAbsent(label.file() + ":" + label.line() + " " + label.model(), label));
        return List.copyOf(places.values());
    }

    /** Ids that are refused so and that the repository does not name itself. */
    private List<String> ids(Kind kind) {
        ModelTable table = BundledModelTable.load();
        Set<String> named = new TreeSet<>(
                original.references().stream().flatMap(r -> r.model().stream()).toList());
        Predicate<ModelFacts> wanted = switch (kind) {
            case NOT_ACCESSIBLE -> facts -> facts.kind().equals("chat") && !past(facts);
            case SHUT_DOWN -> facts -> facts.kind().equals("chat") && past(facts);
            case WRONG_OPERATION -> facts -> facts.kind().equals("embedding") && !past(facts);
        };
        return table.ids().stream()
                .filter(id -> table.find(id).filter(wanted).isPresent())
                .filter(id -> kind == Kind.WRONG_OPERATION || !named.contains(id))
                .toList();
    }

    private static boolean past(ModelFacts facts) {
        return facts.shutdown().filter(day -> !day.isAfter(FakeProvider.TODAY)).isPresent();
    }

    private void round(List<Plant> plants, Path work) throws IOException {
        Map<String, String[]> changed = new HashMap<>();
        List<Plant> written = new ArrayList<>();
        for (Plant plant : plants) {
            Optional<Reference> reference = reference(plant.label());
            Optional<String> why = reference.isEmpty()
                    ? Optional.of("not planted: the inventory does not have it")
                    : unjudged(reference.get(), plant);
            if (why.isPresent() || !plant(plant, changed)) {
                tally.merge(why.orElse("not planted: the id is not written on the line"), 1, Integer::sum);
            } else {
                written.add(plant);
            }
        }
        if (written.isEmpty()) {
            return;
        }
        Report report = report(overlaid(changed, work));
        for (Plant plant : written) {
            tally.merge("planted at a resolved reference", 1, Integer::sum);
            boolean caught = report.findings().stream().anyMatch(finding -> caught(finding, plant));
            tally.merge(caught ? "caught" : "missed", 1, Integer::sum);
            if (!caught) {
                missed.add(plant.kind() + " " + plant.model() + " at "
                        + plant.label().id() + " " + plant.label().file() + ":"
                        + plant.label().line() + ": " + why(plant, report));
            }
        }
    }

    /** What is known about the planted id there. */
    private static String why(Plant plant, Report report) {
        return report.inventory().references().stream()
                .filter(r -> r.place().file().equals(plant.label().file())
                        && r.place().line() == plant.label().line())
                .map(r -> r.model().orElse("?") + " with " + r.key().name().orElse("no key") + " at "
                        + r.endpoint().service() + ", "
                        + report.access().orElseThrow().accessOf(r).reason())
                .findFirst()
                .orElse("no reference there any more");
    }

    private Report report(Workspace planted) {
        List<String> list = new ArrayList<>(
                original.references().stream().flatMap(r -> r.model().stream()).toList());
        list.addAll(ids(Kind.WRONG_OPERATION));
        Inventory inventory = scanner.scan(planted, cache);
        return new Trial(list.toArray(String[]::new)).judge(inventory, checkout);
    }

    /** An error; in test scope, where everything is one step lower, a warning. */
    private static boolean caught(Finding finding, Plant plant) {
        boolean grave = finding.severity() == Severity.ERROR
                || finding.scope() == Scope.TEST && finding.severity() == Severity.WARNING;
        return grave
                && ACCESS_RULES.contains(finding.rule())
                && finding.place().file().equals(plant.label().file())
                && finding.place().line() == plant.label().line()
                && finding.model().filter(plant.model()::equals).isPresent();
    }

    private Optional<Reference> reference(Label label) {
        return original.references().stream()
                .filter(r -> r.place().file().equals(label.file())
                        && r.place().line() == label.line()
                        && r.model().filter(label.model()::equals).isPresent())
                .findFirst();
    }

    /** Why nobody can say that a request there will be refused: as it is with an id that the key may use, too. */
    private Optional<String> unjudged(Reference reference, Plant plant) {
        boolean openAi = reference.endpoint().isOpenAi();
        if (plant.kind() == Kind.WRONG_OPERATION) {
            boolean tells = openAi && Set.of("chat", "responses", "completion").contains(reference.operation());
            return tells ? Optional.empty() : Optional.of("not judged: the table knows operations of OpenAI alone");
        }
        Access access = allowed.accessOf(reference);
        if (access instanceof Access.Available || openAi && plant.kind() == Kind.SHUT_DOWN) {
            return Optional.empty();
        }
        return Optional.of("not judged, as for any id: " + access.reason().replaceAll("\\S*[A-Z]+_[A-Z_]+\\S*", "KEY"));
    }

    private boolean plant(Plant plant, Map<String, String[]> changed) throws IOException {
        String path = plant.label().file();
        if (!changed.containsKey(path)) {
            changed.put(
                    path,
                    new String(Files.readAllBytes(checkout.resolve(path)), StandardCharsets.UTF_8).split("\n", -1));
        }
        String[] lines = changed.get(path);
        int at = plant.label().line() - 1;
        Optional<String> line = plant.into(lines[at], scanner.catalogue());
        line.ifPresent(text -> lines[at] = text);
        return line.isPresent();
    }

    private Workspace overlaid(Map<String, String[]> changed, Path work) throws IOException {
        Map<String, Path> files = new HashMap<>();
        for (Map.Entry<String, String[]> file : changed.entrySet()) {
            Path copy = Files.createTempFile(work, "planted", file.getKey().replaceAll(".*/", ""));
            Files.writeString(copy, String.join("\n", file.getValue()));
            files.put(file.getKey(), copy);
        }
        List<Module> modules = new ArrayList<>();
        for (Module module : workspace.modules()) {
            List<SourceFile> all = new ArrayList<>();
            for (SourceFile file : module.files()) {
                Path copy = files.get(file.path());
                all.add(
                        copy == null
                                ? file
                                : new SourceFile(
                                        file.path(),
                                        copy,
                                        file.scope(),
                                        Files.size(copy),
                                        Files.getLastModifiedTime(copy).toMillis()));
            }
            modules.add(new Module(module.name(), module.directory(), all, module.build(), module.dependencies()));
        }
        return new Workspace(workspace.root(), modules, workspace.problems(), workspace.otherFiles());
    }
}
