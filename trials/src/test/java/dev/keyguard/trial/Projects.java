package dev.keyguard.trial;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Small projects of all sorts that use a model or several. */
public final class Projects implements ArbitraryProvider {
    static final List<String> MODELS =
            List.of("gpt-4o", "gpt-4o-mini", "gpt-4.1", "gpt-5", "gpt-4-32k", "gpt-3.5-turbo-0301", "o3-mini");

    private static final String POM = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>trial</groupId>
              <artifactId>trial</artifactId>
              <version>1</version>
              <dependencies>
                <dependency><groupId>com.openai</groupId><artifactId>openai-java</artifactId><version>4.9.0</version></dependency>
                <dependency><groupId>dev.langchain4j</groupId><artifactId>langchain4j-open-ai</artifactId><version>1.11.0</version></dependency>
                <dependency><groupId>org.springframework.ai</groupId><artifactId>spring-ai-starter-model-openai</artifactId><version>1.1.0</version></dependency>
              </dependencies>
            </project>
            """;

    /** How a class says which model it wants; {@code %s} is the id. In order: members, statements, expression. */
    private static final List<List<String>> SPELLINGS = List.of(
            List.of("", "", "\"%s\""),
            List.of("private static final String MODEL = \"%s\";", "", "MODEL"),
            List.of("", "String chosen = \"%s\";", "chosen"),
            List.of("private String model() { return \"%s\"; }", "", "model()"),
            List.of("private final String model; { this.model = \"%s\"; }", "", "this.model"),
            List.of(
                    "",
                    "String chosen; if (question.isEmpty()) { chosen = \"%s\"; } else { chosen = \"%s\"; }",
                    "chosen"),
            List.of("", "", "System.getenv().getOrDefault(\"MODEL\", \"%s\")"),
            List.of(
                    "enum Kind { BIG(\"%s\"); final String id; Kind(String id) { this.id = id; } }",
                    "", "Kind.BIG.id"));

    private static final List<String> CLIENTS = List.of("""
            package %1$s;
            import com.openai.client.OpenAIClient;
            import com.openai.client.okhttp.OpenAIOkHttpClient;
            import com.openai.models.chat.completions.ChatCompletionCreateParams;
            class Support%2$d {
                %3$s
                String answer(String question) {
                    OpenAIClient client = OpenAIOkHttpClient.fromEnv();
                    %4$s
                    ChatCompletionCreateParams params = ChatCompletionCreateParams.builder().model(%5$s).addUserMessage(question).build();
                    return client.chat().completions().create(params).toString();
                }
            }
            """, """
            package %1$s;
            import dev.langchain4j.model.chat.ChatModel;
            import dev.langchain4j.model.openai.OpenAiChatModel;
            class Support%2$d {
                %3$s
                ChatModel answer(String question) {
                    String secret = System.getenv("OPENAI_API_KEY");
                    %4$s
                    return OpenAiChatModel.builder().apiKey(secret).modelName(%5$s).build();
                }
            }
            """);

    @Override
    public boolean canProvideFor(TypeUsage type) {
        return type.isOfType(Project.class);
    }

    @Override
    public java.util.Set<Arbitrary<?>> provideFor(TypeUsage type, SubtypeProvider subtypes) {
        return java.util.Set.of(projects());
    }

    private static Arbitrary<Project> projects() {
        Arbitrary<Map<String, String>> classes =
                source().list().ofMinSize(1).ofMaxSize(4).map(Projects::files);
        return Combinators.combine(
                        classes, Arbitraries.of(MODELS), Arbitraries.integers().between(0, 3))
                .as((files, model, configuration) -> {
                    Map<String, String> all = new TreeMap<>(files);
                    all.put("pom.xml", POM);
                    if (configuration == 1) {
                        all.put("src/main/resources/application.yml", """
                                spring:
                                  ai:
                                    openai:
                                      api-key: ${OPENAI_API_KEY}
                                      chat:
                                        options:
                                          model: %s
                                """.formatted(model));
                    } else if (configuration == 2) {
                        all.put("src/main/resources/application.properties", """
                                spring.ai.openai.api-key=${OPENAI_API_KEY}
                                spring.ai.openai.chat.options.model=%s
                                """.formatted(model));
                    }
                    return new Project(all);
                });
    }

    private static Arbitrary<String> source() {
        return Combinators.combine(
                        Arbitraries.of(CLIENTS),
                        Arbitraries.of(SPELLINGS),
                        Arbitraries.of(MODELS),
                        Arbitraries.of(MODELS))
                .as((client, spelling, model, other) -> client.formatted(
                        "shop.%1$s",
                        4711,
                        spelling.get(0).replace("%s", model),
                        spelling.get(1).replaceFirst("%s", model).replace("%s", other),
                        spelling.get(2).replace("%s", model)));
    }

    private static Map<String, String> files(List<String> sources) {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < sources.size(); i++) {
            String folder = i % 2 == 0 ? "a" : "b";
            files.put(
                    "src/main/java/shop/" + folder + "/Support" + i + ".java",
                    sources.get(i).replace("shop.%1$s", "shop." + folder).replace("4711", String.valueOf(i)));
        }
        return files;
    }
}
