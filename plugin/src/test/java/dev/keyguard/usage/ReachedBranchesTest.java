package dev.keyguard.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller's arguments only get where the code compares them with what they are. */
final class ReachedBranchesTest {
    @TempDir
    Path folder;

    @Test
    void aFactoryWithASwitchOnTheProvider() {
        Scanned scanned = Scanned.in(folder, "src/main/java/Factory.java", """
                import dev.langchain4j.model.mistralai.MistralAiChatModel;
                import dev.langchain4j.model.ollama.OllamaChatModel;
                import dev.langchain4j.model.openai.OpenAiChatModel;

                class Factory {
                    Object create(String provider, String model) {
                        return switch (provider) {
                            case "openai" -> OpenAiChatModel.builder().modelName(model).build();
                            case "ollama", "local" -> {
                                yield OllamaChatModel.builder().modelName(model).build();
                            }
                            default -> MistralAiChatModel.builder().modelName(model).build();
                        };
                    }

                    void all(String named) {
                        create("openai", "gpt-4o");
                        create("local", "llama3");
                        create("mistral", "mistral-small");
                        create(named, "anything");
                    }
                }
                """);
        assertThat(scanned.models())
                .containsExactly(
                        "gpt-4o src/main/java/Factory.java:17 openai -",
                        "llama3 src/main/java/Factory.java:18 other:ollama -",
                        "mistral-small src/main/java/Factory.java:19 other:mistral -",
                        "anything src/main/java/Factory.java:20 other:mistral -",
                        "anything src/main/java/Factory.java:20 other:ollama -",
                        "anything src/main/java/Factory.java:20 openai -");
    }

    @Test
    void comparisonsAndEarlyReturns() {
        Scanned scanned = Scanned.in(folder, "src/main/java/Factory.java", """
                import dev.langchain4j.model.mistralai.MistralAiChatModel;
                import dev.langchain4j.model.ollama.OllamaChatModel;
                import dev.langchain4j.model.openai.OpenAiChatModel;

                class Factory {
                    enum Kind { OPENAI, OLLAMA, MISTRAL }

                    Object create(Kind kind, String model) {
                        if (kind == Kind.OPENAI) {
                            return OpenAiChatModel.builder().modelName(model).build();
                        } else if (Kind.OLLAMA.equals(kind)) {
                            return OllamaChatModel.builder().modelName(model).build();
                        }
                        return MistralAiChatModel.builder().modelName(model).build();
                    }

                    void all() {
                        create(Kind.OPENAI, "gpt-4o");
                        create(Kind.OLLAMA, "llama3");
                        create(Kind.MISTRAL, "mistral-small");
                    }
                }
                """);
        assertThat(scanned.models())
                .containsExactly(
                        "gpt-4o src/main/java/Factory.java:18 openai -",
                        "llama3 src/main/java/Factory.java:19 other:ollama -",
                        "mistral-small src/main/java/Factory.java:20 other:mistral -");
    }

    @Test
    void aNameThatIsOfNoKeyIsNotTheKey() {
        Scanned scanned = Scanned.in(folder, "src/main/java/Settings.java", """
                import com.openai.client.okhttp.OpenAIOkHttpClient;

                class Settings {
                    private String llm;
                    private String folder;

                    void load() {
                        for (String name : new String[] {"DATA_DIR", "CHAT_SECRET", "QUEUE"}) {
                            set(name, System.getenv(name));
                        }
                        set("DATA_DIR", System.getenv("DATA_DIR"));
                        set("CHAT_SECRET", System.getenv("CHAT_SECRET"));
                        set("QUEUE", System.getenv("QUEUE"));
                    }

                    void set(String name, String value) {
                        switch (name) {
                            case "DATA_DIR":
                                folder = value;
                                break;
                            case "SECRET":
                            case "CHAT_SECRET":
                                llm = value;
                                break;
                            default:
                        }
                    }

                    Object client() {
                        return OpenAIOkHttpClient.builder().apiKey(llm).build();
                    }
                }
                """);
        assertThat(scanned.keys()).contains("CHAT_SECRET src/main/java/Settings.java:12 env openai");
        assertThat(scanned.keys())
                .noneMatch(key -> key.contains("Settings.java:11") || key.contains("Settings.java:13"));
    }

    @Test
    void aConditionalAtTheCallDecidesWhatAHelperGives() {
        Scanned scanned = Scanned.in(folder, "src/main/java/Names.java", """
                import dev.langchain4j.model.openai.OpenAiChatModel;

                class Names {
                    static String modelFor(String task) {
                        if ("code".equals(task)) {
                            return "gpt-5-codex";
                        }
                        return "draft".equals(task) ? "gpt-5-nano" : "gpt-5";
                    }

                    Object coder = OpenAiChatModel.builder().modelName(modelFor("code")).build();
                    Object writer = OpenAiChatModel.builder().modelName(modelFor("draft")).build();
                }
                """);
        assertThat(scanned.models())
                .containsExactly(
                        "gpt-5-codex src/main/java/Names.java:6 openai -",
                        "gpt-5-nano src/main/java/Names.java:8 openai -");
    }

    @Test
    void manyVariablesInALoopAreNotAllTheKey() {
        Scanned scanned = Scanned.in(folder, "src/main/java/Env.java", """
                import com.openai.client.okhttp.OpenAIOkHttpClient;
                import java.util.HashMap;
                import java.util.Map;

                class Env {
                    enum Name { DATA_DIR, OPENAI_KEY, QUEUE }
                    private static final Map<String, String> RAW = new HashMap<>();
                    private static String llm;

                    static void load() {
                        for (Name name : Name.values()) {
                            RAW.put(name.toString(), System.getenv(name.toString()));
                        }
                        for (String value : RAW.values()) {
                            llm = value;
                        }
                    }

                    Object client = OpenAIOkHttpClient.builder().apiKey(llm).build();
                }
                """);
        assertThat(scanned.keys()).containsExactly("OPENAI_KEY src/main/java/Env.java:12 env openai");
    }

    @Test
    void whenAndIfInKotlin() {
        Scanned scanned = Scanned.in(folder, "src/main/kotlin/Factory.kt", """
                import dev.langchain4j.model.ollama.OllamaChatModel
                import dev.langchain4j.model.openai.OpenAiChatModel

                class Factory {
                    fun create(provider: String, model: String): Any = when (provider) {
                        "openai" -> OpenAiChatModel.builder().modelName(model).build()
                        else -> OllamaChatModel.builder().modelName(model).build()
                    }

                    fun pick(provider: String, model: String): Any {
                        if (provider == "openai") {
                            return OpenAiChatModel.builder().modelName(model).build()
                        } else {
                            return OllamaChatModel.builder().modelName(model).build()
                        }
                    }

                    fun all() {
                        create("openai", "gpt-4o")
                        pick("openai", "gpt-5")
                        pick("ollama", "llama3")
                        create("ollama", "gemma")
                    }
                }
                """);
        assertThat(scanned.models())
                .contains(
                        "gpt-4o src/main/kotlin/Factory.kt:19 openai -",
                        "gpt-5 src/main/kotlin/Factory.kt:20 openai -",
                        "llama3 src/main/kotlin/Factory.kt:21 other:ollama -",
                        "gemma src/main/kotlin/Factory.kt:22 other:ollama -")
                .doesNotContain(
                        "gpt-5 src/main/kotlin/Factory.kt:20 other:ollama -",
                        "llama3 src/main/kotlin/Factory.kt:21 openai -",
                        "gemma src/main/kotlin/Factory.kt:22 openai -");
    }
}
