package dev.keyguard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes a multi-module project of any size with known answers: which model stands where. The same numbers make the same
 * project.
 *
 * @param modules in chains of ten, each of which depends on the one before it
 * @param files   Java files of each module, of about {@value #LINES} lines
 * @param share   part of the files that use a model, from 0 to 1
 * @param seed    of what is left to chance
 */
record Reactor(int modules, int files, double share, long seed) {
    static final int LINES = 220;
    /** Long ago, so that a cache may trust it; in milliseconds since the epoch. */
    private static final FileTime TIME = FileTime.fromMillis(1_700_000_000_000L);

    private static final int CHAIN = 10;

    /** A model that is named exactly once in the project. */
    record Planted(String model, String file, int line) implements Comparable<Planted> {
        @Override
        public int compareTo(Planted other) {
            return Comparator.comparing(Planted::model)
                    .thenComparing(Planted::file)
                    .thenComparing(Planted::line)
                    .compare(this, other);
        }
    }

    /**
     * Writes the project into a folder.
     *
     * @return every model that the code will ask for, and where it is written
     */
    Set<Planted> write(Path root) throws IOException {
        Random random = new Random(seed);
        Set<Planted> planted = new TreeSet<>();
        StringBuilder list = new StringBuilder();
        for (int m = 0; m < modules; m++) {
            list.append("    <module>").append(name(m)).append("</module>\n");
            module(m, root, random, planted);
        }
        put(root.resolve("pom.xml"), parent(list.toString()));
        return planted;
    }

    private void module(int module, Path root, Random random, Set<Planted> planted) throws IOException {
        List<Plant> plants = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (int f = 0; f < files; f++) {
            Source source = new Source("p" + module, type(module, f));
            long number = (long) module * files + f;
            if ((long) ((number + 1) * share) > (long) (number * share)) {
                Plant plant = new Plant(Plant.Kind.of((int) (number * share)), module, f, module % CHAIN > 0);
                plants.add(plant);
                plant.into(source);
                sources.addAll(plant.elsewhere());
            }
            new Filler(random).into(source, LINES);
            sources.add(source);
        }
        for (Source source : sources) {
            String home = source.packageName().replace('p', 'm');
            put(root.resolve(source.path(home)), source.text());
            source.planted().forEach(one -> planted.add(one.in(home)));
        }
        Resources resources = Resources.of(plants, name(module));
        put(root.resolve(name(module) + "/src/main/resources/application.properties"), resources.text());
        planted.addAll(resources.planted());
        put(root.resolve(name(module) + "/pom.xml"), pom(module, plants));
    }

    /** Names of types differ from module to module, as they mostly do. */
    static String type(int module, int file) {
        return "C" + module + "x" + file;
    }

    private static String name(int module) {
        return "m" + module;
    }

    private static String parent(String modules) {
        return "<project xmlns=\"http://maven.apache.org/POM/4.0.0\">\n  <modelVersion>4.0.0</modelVersion>\n"
                + "  <groupId>generated</groupId>\n  <artifactId>parent</artifactId>\n  <version>1</version>\n"
                + "  <packaging>pom</packaging>\n  <modules>\n" + modules + "  </modules>\n</project>\n";
    }

    private static String pom(int module, List<Plant> plants) {
        StringBuilder text = new StringBuilder("<project xmlns=\"http://maven.apache.org/POM/4.0.0\">\n"
                + "  <modelVersion>4.0.0</modelVersion>\n  <parent><groupId>generated</groupId>"
                + "<artifactId>parent</artifactId><version>1</version></parent>\n  <artifactId>"
                + name(module) + "</artifactId>\n  <dependencies>\n");
        if (module % CHAIN > 0) {
            text.append(dependency("generated", name(module - 1), "1"));
        }
        if (!plants.isEmpty()) {
            text.append(dependency("com.openai", "openai-java", "4.0.0"));
            text.append(dependency("dev.langchain4j", "langchain4j-open-ai", "1.0.0"));
        }
        return text.append("  </dependencies>\n</project>\n").toString();
    }

    private static String dependency(String group, String artifact, String version) {
        return "    <dependency><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId><version>"
                + version + "</version></dependency>\n";
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, TIME);
    }
}
