package dev.keyguard.maven;

import dev.keyguard.access.AccessBook;
import dev.keyguard.access.AccessService;
import dev.keyguard.access.AccessSettings;
import dev.keyguard.access.BundledModelTable;
import dev.keyguard.access.KeyEntry;
import dev.keyguard.access.ListMemo;
import dev.keyguard.access.ServiceEntry;
import dev.keyguard.access.Surroundings;
import dev.keyguard.rule.SourceText;
import dev.keyguard.usage.Inventory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/** What the keys of an inventory may use. */
final class Asking {
    private static final String LOCK = "keyguard.lock.json";

    private final Job job;
    private final AccessOptions options;
    private Inventory inventory;
    private AccessService service;
    private AccessBook book;

    Asking(Job job, AccessOptions options) {
        this.job = job;
        this.options = options;
        options.trust().warnings().forEach(job.context().log()::warn);
    }

    AccessOptions options() {
        return options;
    }

    /** What the code uses, and what the user declares because the code cannot tell. */
    Inventory inventory() {
        if (inventory == null) {
            job.whenTriggered(() -> service().anticipate());
            inventory = job.context()
                    .realProject()
                    .filter(project -> !options.models().isEmpty())
                    .map(this::declared)
                    .orElseGet(job::inventory);
        }
        return inventory;
    }

    /** Configuration is inherited: of the modules that share it, the one whose pom it stands in speaks. */
    private Inventory declared(MavenProject project) {
        Path pom = project.getFile().toPath();
        List<String> lines =
                SourceText.below(pom.getParent()).lines(pom.getFileName().toString());
        List<ModelParameter> own = options.models().stream()
                .filter(model -> project.equals(job.context().session().getTopLevelProject())
                        || lines.stream().anyMatch(line -> line.contains(">" + model.id() + "<")))
                .toList();
        return new DeclaredModels(own, job.shown(pom), project.getArtifactId(), lines).addTo(job.inventory());
    }

    /** The answers for the inventory. */
    AccessBook book() {
        if (book == null) {
            Inventory inventory = inventory();
            book = nothingToAsk(inventory) ? AccessBook.empty() : answers(inventory);
        }
        return book;
    }

    private AccessBook answers(Inventory inventory) {
        try (Progress progress = Progress.begin(job.context(), "asking what the keys may use")) {
            return service().book(inventory);
        }
    }

    /** Also no file or setting that could be wrong and would have to be spoken of. */
    private boolean nothingToAsk(Inventory inventory) {
        return inventory.references().isEmpty()
                && inventory.keys().isEmpty()
                && options.trust().services().isEmpty()
                && options.trust().keys().isEmpty()
                && !Files.exists(lockFile());
    }

    /** The goal {@code lock}, as lines for people. */
    List<String> lock() {
        try {
            return service().lock(inventory(), lockFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path lockFile() {
        return job.file(options.lockFile(), LOCK);
    }

    private AccessService service() {
        if (service == null) {
            service = newService();
        }
        return service;
    }

    private AccessService newService() {
        MavenContext context = job.context();
        SettingsServers servers = new SettingsServers(
                context.session().getSettings(),
                job.services().decrypter(),
                Trust.foreignSettings(context.session(), context.projectRoot()),
                context.log());
        ListMemo memo = ReactorState.of(context.session()).once(ListMemo.class, ListMemo.class, ListMemo::new);
        return new AccessService(
                settings(), surroundings(servers), servers, job::catalogue, BundledModelTable.load(), memo);
    }

    /** Variables of the process; properties that the user typed or set for the JVM; the user's settings.xml. */
    private Surroundings surroundings(SettingsServers servers) {
        return new Surroundings(
                name -> Optional.ofNullable(System.getenv(name)),
                name -> Optional.ofNullable(
                                job.context().session().getUserProperties().getProperty(name))
                        .or(() -> Optional.ofNullable(System.getProperty(name))),
                servers,
                module -> options.dotEnv() ? dotEnv(module) : Optional.empty());
    }

    /** The module's own file, else the root's. */
    private Optional<Path> dotEnv(String module) {
        return Stream.concat(
                        job.workspace().modules().stream()
                                .filter(each -> each.name().equals(module))
                                .map(each -> job.root().resolve(each.directory())),
                        Stream.of(job.root()))
                .map(folder -> folder.resolve(".env"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private AccessSettings settings() {
        return new AccessSettings(
                options.online(),
                job.context().offline(),
                job.context().refresh(),
                options.probe(),
                options.admin(),
                options.timeout(),
                options.cacheTtl(),
                options.lockMaxAge(),
                job.cacheFolder(),
                Optional.of(lockFile()),
                options.trust().services().stream()
                        .map(each -> new ServiceEntry(each.url(), each.profile(), each.key()))
                        .toList(),
                options.trust().keys().stream()
                        .map(each -> new KeyEntry(each.name(), each.env(), each.serverId(), each.service()))
                        .toList(),
                options.today(),
                Version.current(),
                Clock.systemUTC());
    }
}
