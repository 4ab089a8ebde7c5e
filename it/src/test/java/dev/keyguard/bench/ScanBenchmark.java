package dev.keyguard.bench;

import dev.keyguard.sdk.CatalogueIndex;
import dev.keyguard.sdk.JsonCatalogue;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.config.ActiveProfiles;
import dev.keyguard.source.tree.FactsCache;
import dev.keyguard.source.tree.FactsStore;
import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.InventoryScan;
import dev.keyguard.value.FactsProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The parts of a scan, each once in a JVM of its own: a build is always cold. {@code -p folder=…} names the code; without
 * one a project is generated, of which one file in a hundred uses a model.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ScanBenchmark {
    private static final int MODULES = 100;
    private static final int FILES = 20;

    /** The code, listed. */
    @State(Scope.Benchmark)
    public static class Listed {
        /** The code to scan; empty to generate some. */
        @Param("")
        public String folder;

        private Scan scan;
        private Workspace workspace;
        private JsonCatalogue catalogue;

        /** Finds or makes the code. */
        @Setup
        public void list() throws IOException {
            Path root = folder.isEmpty() ? Files.createTempDirectory("keyguard-jmh") : Path.of(folder);
            if (folder.isEmpty()) {
                new Reactor(MODULES, FILES, 0.01, 1).write(root);
            }
            scan = new Scan(root);
            workspace = scan.workspace();
            catalogue = JsonCatalogue.bundled();
        }

        private FactsStore open() {
            return FactsStore.open(workspace, Scan.READERS, catalogue.triggers(), false, FactsCache.none());
        }
    }

    /** The code, searched for triggers. */
    @State(Scope.Benchmark)
    public static class Searched {
        private FactsStore store;
        private List<SourceFile> triggered;

        /** Searches. */
        @Setup
        public void search(Listed listed) {
            store = listed.open();
            triggered = store.index().triggered();
        }
    }

    /** The code, with every file parsed that holds a trigger. */
    @State(Scope.Benchmark)
    public static class Parsed {
        private FactsProgram program;

        /** Parses. */
        @Setup
        public void parse(Listed listed) {
            program = new FactsProgram(
                    listed.workspace,
                    Scan.READERS,
                    CatalogueIndex.of(listed.catalogue),
                    FactsCache.none(),
                    ActiveProfiles.all());
            program.modules().forEach(program::triggered);
        }
    }

    /** The search for triggers in the bytes of every file. */
    @Benchmark
    public int prefilter(Listed listed) {
        return listed.open().index().triggered().size();
    }

    /** Parsing the files that hold one, to their facts. */
    @Benchmark
    public int parse(Searched searched) {
        return searched.store.facts(searched.triggered, CodeFacts.class).size();
    }

    /** Following every value, with what it needs of further files. */
    @Benchmark
    public Inventory resolve(Listed listed, Parsed parsed) {
        return new InventoryScan(listed.catalogue, parsed.program).inventory();
    }

    /** All of it, from the walk on. */
    @Benchmark
    public Inventory whole(Listed listed) {
        return listed.scan.with(FactsCache.none());
    }
}
