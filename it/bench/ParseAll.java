import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Parses every Java file below a folder on two threads and drops the trees. */
final class ParseAll {
    public static void main(String[] arguments) throws Exception {
        List<Path> files;
        try (var walk = Files.walk(Path.of(arguments[0]))) {
            files = walk.filter(file -> file.toString().endsWith(".java") && Files.isRegularFile(file)).toList();
        }
        var threads = Executors.newFixedThreadPool(2, task -> new Thread(null, task, "parse", 64 << 20));
        var parsers = ThreadLocal.withInitial(() -> new JavaParser(new ParserConfiguration()
                .setAttributeComments(false)
                .setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE)));
        for (Path file : files) {
            threads.execute(() -> {
                try {
                    parsers.get().parse(Files.readString(file));
                } catch (Exception | StackOverflowError e) {
                    System.err.println(file + " " + e);
                }
            });
        }
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.HOURS);
    }
}
