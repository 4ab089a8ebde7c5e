package dev.keyguard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.tree.FactsCache;
import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the byte search and the cache save must not show in the inventory. */
final class ExactnessIT {
    @TempDir
    Path root;

    @TempDir
    Path caches;

    @Test
    void theInventoryIsThatFromParsingEverything() throws IOException {
        new Reactor(12, 8, 0.25, 7).write(root);

        assertThat(new Exactness(root, caches).differences()).isEmpty();
    }

    @Test
    void everythingPlantedIsFoundAndNothingElse() throws IOException {
        Set<Reactor.Planted> planted = new Reactor(11, 10, 0.3, 3).write(root);

        assertThat(planted).hasSize(33);
        assertThat(found(new Scan(root).with(FactsCache.none()))).isEqualTo(planted);
    }

    @Test
    void nothingIsFoundWhereNothingIs() throws IOException {
        new Reactor(3, 10, 0, 5).write(root);

        Inventory inventory = new Scan(root).with(FactsCache.none());

        assertThat(inventory.references()).isEmpty();
        assertThat(inventory.keys()).isEmpty();
    }

    /** The constant stands in a module below the use, in a file that names no library. */
    @Test
    void aConstantChangedInAnotherModuleIsNoticed() throws IOException {
        Reactor.Planted constant = farConstant(new Reactor(12, 8, 0.25, 7).write(root));
        new Scan(root).with(FactsCache.open(caches, "1"));
        Path file = root.resolve(constant.file());
        rewrite(
                file,
                Files.readString(file)
                        .replace(constant.model(), constant.model().replace("4o", "5o")));

        assertThat(models()).contains(constant.model().replace("4o", "5o")).doesNotContain(constant.model());
    }

    @Test
    void aDeletedConstantIsForgotten() throws IOException {
        Reactor.Planted constant = farConstant(new Reactor(12, 8, 0.25, 7).write(root));
        new Scan(root).with(FactsCache.open(caches, "1"));
        Files.delete(root.resolve(constant.file()));

        assertThat(models()).doesNotContain(constant.model());
        assertThat(new Exactness(root, caches).differences()).isEmpty();
    }

    @Test
    void aRenamedConstantIsAnotherOne() throws IOException {
        Reactor.Planted constant = farConstant(new Reactor(12, 8, 0.25, 7).write(root));
        new Scan(root).with(FactsCache.open(caches, "1"));
        Path file = root.resolve(constant.file());
        rewrite(file, Files.readString(file).replace("FAST", "SLOW"));

        assertThat(models()).doesNotContain(constant.model());
    }

    @Test
    void aFileThatBecomesAUseIsNoticed() throws IOException {
        new Reactor(2, 6, 0, 7).write(root);
        new Scan(root).with(FactsCache.open(caches, "1"));
        Path file = root.resolve("m1/src/main/java/p1/C1x3.java");
        Plant plant = new Plant(Plant.Kind.LITERAL, 1, 3, true);
        Source source = new Source("p1", Reactor.type(1, 3));
        plant.into(source);
        rewrite(file, source.add("}").text());

        assertThat(models()).containsExactly(plant.model());
    }

    private Set<String> models() {
        Set<String> models = new TreeSet<>();
        found(new Scan(root).with(FactsCache.open(caches, "1"))).forEach(one -> models.add(one.model()));
        return models;
    }

    static Set<Reactor.Planted> found(Inventory inventory) {
        Set<Reactor.Planted> found = new TreeSet<>();
        for (Reference reference : inventory.references()) {
            found.add(new Reactor.Planted(
                    reference.model().orElse(String.valueOf(reference.reason())),
                    reference.place().file(),
                    reference.place().line()));
        }
        return found;
    }

    private static Reactor.Planted farConstant(Set<Reactor.Planted> planted) {
        return planted.stream()
                .filter(one -> one.file().matches("m(\\d+)/.*/Names(?!\\1x)\\d+x\\d+\\.java"))
                .findFirst()
                .orElseThrow();
    }

    private static void rewrite(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_100_000L));
    }
}
