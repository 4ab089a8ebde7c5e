package dev.keyguard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** openai-java is loaded where a question goes out, and nowhere else: shown by what a class loader was asked for. */
final class ClassLoadingTest {
    private static final String LIST = "{\"data\":[{\"id\":\"gpt-4o\"}]}";

    @TempDir
    private Path folder;

    private Set<String> loaded;

    @Test
    void onlyAQuestionLoadsTheClient() throws Exception {
        try (Faulty server = new Faulty(Faulty.says(200, "", LIST))) {
            for (String what : List.of("no key", "offline", "never")) {
                assertThat(run(what, server)).as(what).isEqualTo("none Unknown");
                assertThat(client()).as(what).isEmpty();
            }
            assertThat(server.requests()).isEmpty();

            assertThat(run("lock", server)).contains("1 models");
            assertThat(client()).as("asking").isNotEmpty();

            assertThat(run("lock file", server)).isEqualTo("lock Available");
            assertThat(client()).as("lock file").isEmpty();
            assertThat(run("offline", server)).startsWith("cache ").endsWith(" Available");
            assertThat(client()).as("kept list, offline").isEmpty();
            assertThat(run("fresh list", server)).isEqualTo("cache Available");
            assertThat(client()).as("kept list").isEmpty();
            assertThat(server.requests()).as("the lock file's question alone").hasSize(1);
        }
    }

    private String run(String what, Faulty server) throws Exception {
        loaded = ConcurrentHashMap.newKeySet();
        try (URLClassLoader loader = recording()) {
            return (String) loader.loadClass(Errand.class.getName())
                    .getMethod("run", String.class, String.class, Path.class)
                    .invoke(null, what, server.url(), folder);
        }
    }

    private List<String> client() {
        return loaded.stream()
                .filter(name ->
                        name.startsWith("com.openai.") || name.startsWith("okhttp3.") || name.startsWith("kotlin."))
                .toList();
    }

    private URLClassLoader recording() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                loaded.add(name);
                return super.findClass(name);
            }
        };
    }
}
