package dev.keyguard.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.Dependencies;
import dev.keyguard.source.Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Constants of jars: a small library is compiled and packed for the test. */
final class ClassPathConstantsTest {
    private static final String LIBRARY = """
            package lib.models;

            public class Models {
                public static final String PLAIN = "plain-id";
                public static final Model MADE = Model.of("made-id");
                public static final String JOINED = "a" + System.lineSeparator() + "b";

                public enum Kind {
                    FAST("Fast one", "fast-id", 10),
                    GOOD("Good one", "good-id", 20);

                    private final String label;
                    private final String code;

                    Kind(String label, String code, int limit) {
                        this.label = label;
                        this.code = code;
                    }

                    public String getCode() {
                        return code;
                    }

                    public String label() {
                        return label;
                    }
                }

                public enum Single {
                    ONE("one-id");

                    private final String id;

                    Single(String id) {
                        this.id = id;
                    }

                    public String id() {
                        return id;
                    }
                }

                public static class Model {
                    static Model of(String id) {
                        return new Model();
                    }
                }

                public static final String ALIAS = System.getProperty("x") == null ? "one" : "two";
                public static final String COPIED = Single.ONE.id();
                public static final Info INFO = new Info(null, "info-id", "Info");
                public static final Info SHORT = new Info("short-id");
                public static final Built BUILT = new Built.Builder().label("Built").id("built-id").build();

                public record Info(String vendor, String id, String label) {
                    Info(String id) {
                        this("acme", id, "Short");
                    }
                }

                public enum Bodies {
                    FIRST {
                        public String id() {
                            return "first-id";
                        }
                    },
                    SECOND {
                        public String id() {
                            return System.getProperty("x") == null ? "a" : "b";
                        }
                    };

                    public abstract String id();
                }

                public enum Chosen {
                    A("a-id", true);

                    private final String id;
                    private final String kind = "chat";

                    Chosen(String id, boolean old) {
                        this.id = old ? id : "new-" + id;
                    }

                    public String id() {
                        return id;
                    }

                    public String kind() {
                        return kind;
                    }
                }

                public static class Built {
                    private String id;

                    public String getId() {
                        return id;
                    }

                    public static class Builder {
                        Builder id(String id) {
                            return this;
                        }

                        Builder label(String label) {
                            return this;
                        }

                        Built build() {
                            return new Built();
                        }
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    private Module module;
    private final ClassPathConstants constants = new ClassPathConstants();

    @BeforeEach
    void compile() throws IOException {
        Path source = folder.resolve("Models.java");
        Files.writeString(source, LIBRARY);
        int status =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        assertThat(status).isZero();
        Path jar = folder.resolve("lib.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                var classes = Files.walk(folder.resolve("lib"))) {
            for (Path file : classes.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                out.write(Files.readAllBytes(file));
            }
        }
        Path broken = folder.resolve("broken.jar");
        Files.writeString(broken, "no jar");
        module = new Module(
                "m", "", List.of(), Optional.empty(), new Dependencies(true, true, List.of(), List.of(broken, jar)));
    }

    @Test
    void readsConstantsOfClasses() {
        assertThat(constants.has("lib.models.Models", module)).isTrue();
        assertThat(constants.has("lib.models.Missing", module)).isFalse();
        assertThat(constants.constant("lib.models.Models", "PLAIN", module)).contains("plain-id");
        assertThat(constants.constant("lib.models.Models", "MADE", module)).contains("made-id");
        assertThat(constants.constant("lib.models.Models", "JOINED", module)).isEmpty();
    }

    @Test
    void readsEnumsByTheirAccessors() {
        assertThat(constants.accessor("lib.models.Models.Kind", "GOOD", "getCode", module))
                .contains("good-id");
        assertThat(constants.accessor("lib.models.Models.Kind", "FAST", "label", module))
                .contains("Fast one");
        assertThat(constants.constant("lib.models.Models.Kind", "FAST", module)).isEmpty();
        assertThat(constants.constant("lib.models.Models.Single", "ONE", module))
                .contains("one-id");
        assertThat(constants.accessor("lib.models.Models.Single", "ONE", "id", module))
                .contains("one-id");
        assertThat(constants.accessor("lib.models.Models.Single", "ONE", "hashCode", module))
                .isEmpty();
    }

    @Test
    void readsObjectsThatOtherClassesDescribe() {
        assertThat(constants.constant("lib.models.Models", "COPIED", module)).contains("one-id");
        assertThat(constants.accessor("lib.models.Models", "INFO", "id", module))
                .contains("info-id");
        assertThat(constants.accessor("lib.models.Models", "INFO", "vendor", module))
                .isEmpty();
        assertThat(constants.accessor("lib.models.Models", "SHORT", "id", module))
                .contains("short-id");
        assertThat(constants.accessor("lib.models.Models", "SHORT", "vendor", module))
                .contains("acme");
        assertThat(constants.accessor("lib.models.Models", "BUILT", "getId", module))
                .contains("built-id");
        assertThat(constants.accessor("lib.models.Models.Bodies", "FIRST", "id", module))
                .contains("first-id");
        assertThat(constants.accessor("lib.models.Models.Chosen", "A", "kind", module))
                .contains("chat");
    }

    @Test
    void whatHasBranchesIsNotGuessed() {
        assertThat(constants.constant("lib.models.Models", "ALIAS", module)).isEmpty();
        assertThat(constants.accessor("lib.models.Models.Bodies", "SECOND", "id", module))
                .isEmpty();
        assertThat(constants.accessor("lib.models.Models.Chosen", "A", "id", module))
                .isEmpty();
    }

    @Test
    void readsConstantsByTheirNames() {
        assertThat(constants.constants("lib.models.Models", Pattern.compile("PL.*|MADE"), module))
                .containsExactlyInAnyOrder("plain-id", "made-id");
    }

    /** A megabyte in the jar, a gigabyte of zeros when it is unpacked; and what is no class at all. */
    @Test
    void whatAJarUnpacksToIsBounded() throws IOException {
        Path bomb = folder.resolve("bomb.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("bomb/Bomb.class"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 1024; i++) {
                out.write(zeros);
            }
            out.putNextEntry(new ZipEntry("bomb/Cut.class"));
            out.write(new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 61, (byte) 0xff});
            out.putNextEntry(new ZipEntry("../../outside/Escaped.class"));
            out.write(1);
        }
        assertThat(Files.size(bomb)).isLessThan(2 << 20);
        Module hostile = new Module(
                "h",
                "",
                List.of(),
                Optional.empty(),
                new Dependencies(true, true, List.of(), List.of(bomb, folder.resolve("lib.jar"))));
        assertThat(constants.has("bomb.Bomb", hostile)).isFalse();
        assertThat(constants.has("bomb.Cut", hostile)).isFalse();
        assertThat(constants.constant("bomb.Bomb", "X", hostile)).isEmpty();
        assertThat(constants.constant("lib.models.Models", "PLAIN", hostile)).contains("plain-id");
    }
}
