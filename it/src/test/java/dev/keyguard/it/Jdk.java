package dev.keyguard.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A JDK to run Maven with. */
record Jdk(String version, Path home) {
    private static final Pattern RELEASE = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");

    /** The one that runs these tests. */
    static Jdk own() {
        return new Jdk(Integer.toString(Runtime.version().feature()), Path.of(System.getProperty("java.home")));
    }

    /**
     * One of that version: {@code JAVA_HOME_25}, else of Maven's toolchains.xml, else installed beside the one that runs
     * these tests.
     */
    static Optional<Jdk> find(String version) {
        Stream<Path> named =
                Stream.ofNullable(System.getenv("JAVA_HOME_" + version)).map(Path::of);
        return Stream.of(named, toolchains().stream(), beside().stream())
                .flatMap(paths -> paths)
                .filter(home -> of(home).filter(version::equals).isPresent())
                .findFirst()
                .map(home -> new Jdk(version, home));
    }

    private static Optional<String> of(Path home) {
        try {
            Matcher release = RELEASE.matcher(Files.readString(home.resolve("release")));
            return release.find() ? Optional.of(release.group(1)) : Optional.empty();
        } catch (IOException noJdk) {
            return Optional.empty();
        }
    }

    private static List<Path> toolchains() {
        Path file = Path.of(System.getProperty("user.home"), ".m2", "toolchains.xml");
        List<Path> homes = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            try {
                NodeList found = ((Element) DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(file.toFile())
                                .getDocumentElement())
                        .getElementsByTagName("jdkHome");
                for (int i = 0; i < found.getLength(); i++) {
                    homes.add(Path.of(found.item(i).getTextContent().strip()));
                }
            } catch (Exception e) {
                System.out.println("toolchains.xml cannot be read: " + e.getMessage());
            }
        }
        return homes;
    }

    private static List<Path> beside() {
        Path folder = own().home().getParent();
        try (Stream<Path> others = Files.list(folder)) {
            return others.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public String toString() {
        return "JDK " + version;
    }
}
