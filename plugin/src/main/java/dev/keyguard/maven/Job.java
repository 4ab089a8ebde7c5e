package dev.keyguard.maven;

import dev.keyguard.report.FailOn;
import dev.keyguard.report.Report;
import dev.keyguard.report.Summaries;
import dev.keyguard.sdk.Catalogue;
import dev.keyguard.source.Readers;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.config.ActiveProfiles;
import dev.keyguard.source.tree.FactsCache;
import dev.keyguard.usage.Inventory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One run of a goal: its work, and what was found so far. Each step is done once, when first needed. */
final class Job {
    private final MavenContext context;
    private final ScanOptions options;
    private final MavenServices services;
    private final Work work;
    private final long started = System.nanoTime();
    private final Engine engine;
    private Workspace workspace;
    private Inventory inventory;
    private Runnable whenTriggered = () -> {};

    Job(MavenContext context, ScanOptions options, MavenServices services) {
        this.context = context;
        this.options = options;
        this.services = services;
        this.engine = new Engine(ReactorState.of(context.session())
                .once(CatalogueLoading.class, CatalogueLoading.class, CatalogueLoading::new));
        this.work = new WorkSelection(context).select(options.directory());
    }

    MavenContext context() {
        return context;
    }

    ScanOptions options() {
        return options;
    }

    MavenServices services() {
        return services;
    }

    Work work() {
        return work;
    }

    Path root() {
        return work.root();
    }

    /**
     * Where the reports go.
     *
     * @throws BadParameterException if that is left to a folder that is none of the user's projects, and it leads away
     */
    Path output() {
        return options.outputDirectory().map(Path::toAbsolutePath).orElseGet(() -> {
            Path output = work.output();
            if (work instanceof Work.Folder && !new Boundary(root()).holds(output)) {
                throw new BadParameterException("The reports would be written outside of " + root() + ": "
                        + shown(output) + " is behind a symbolic link that leads out of it. Name a folder with"
                        + " keyguard.outputDirectory.");
            }
            return output;
        });
    }

    /**
     * The given file, relative to where Maven was started, or the one of that name in the root.
     *
     * @throws BadParameterException if the one in the root is a link that leads out of it
     */
    Path file(Optional<Path> given, String name) {
        return given.map(path -> context.startedIn().resolve(path)).orElseGet(() -> {
            Path usual = root().resolve(name);
            if (Files.isSymbolicLink(usual) && !new Boundary(root()).holds(usual)) {
                throw new BadParameterException(name
                        + " is a symbolic link that leads out of the project or to nothing; it is not followed. Put the"
                        + " file there, or name it with the parameter.");
            }
            return usual;
        });
    }

    Workspace workspace() {
        if (workspace == null) {
            workspace = new Layout(this, Readers.all()).workspace();
        }
        return workspace;
    }

    Catalogue catalogue() {
        return engine.catalogue();
    }

    /** Where facts and lists are kept; absent if nothing is to be kept. */
    Optional<Path> cacheFolder() {
        return options.cache()
                ? Optional.of(options.cacheDirectory()
                        .map(folder -> context.startedIn().resolve(folder))
                        .orElseGet(CacheFolder::ofUser))
                : Optional.empty();
    }

    private FactsCache facts() {
        return cacheFolder()
                .map(folder -> FactsCache.open(folder, Version.exact()))
                .orElseGet(FactsCache::none);
    }

    /** A file's path for people: relative to the root where it is below it. */
    String shown(Path file) {
        return file.startsWith(root())
                ? root().relativize(file).toString().replace('\\', '/')
                : file.getFileName().toString();
    }

    /** Runs that when the scan has a use of a client in sight. */
    void whenTriggered(Runnable action) {
        whenTriggered = action;
    }

    /** What the code uses; in projects that are only context of the work nothing is reported. */
    Inventory inventory() {
        if (inventory == null) {
            Workspace all = workspace();
            try (Progress progress = Progress.begin(context, "reading " + files(all) + " files")) {
                inventory = Focus.on(work, all)
                        .narrow(engine.inventory(all, facts(), new ActiveProfiles(options.profiles()), whenTriggered));
            }
        }
        return inventory;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Logs the lines of a text for people. */
    void say(List<String> lines) {
        lines.forEach(line -> context.log().info(Shown.line(line)));
    }

    private static int files(Workspace workspace) {
        return workspace.modules().stream()
                .mapToInt(module -> module.files().size())
                .sum();
    }

    /** The report of {@code scan}. */
    Report inventoryReport() {
        return new Report(
                Version.current(),
                inventory(),
                Optional.empty(),
                List.of(),
                new Summaries(FailOn.NEVER).ofScan(inventory()));
    }

    Publishing publishing(LocalDate today) {
        return new Publishing(root(), context.log(), today);
    }
}
