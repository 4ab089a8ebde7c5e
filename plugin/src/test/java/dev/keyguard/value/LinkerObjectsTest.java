package dev.keyguard.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.code.Expr;
import dev.keyguard.value.Linker.Located;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types, producers, callers and the calls on one object. */
final class LinkerObjectsTest {
    @TempDir
    Path folder;

    private LinkerFixtures of(String... sources) {
        try {
            for (int i = 0; i < sources.length; i += 2) {
                Path file = folder.resolve(sources[i]);
                Files.createDirectories(file.getParent());
                Files.writeString(file, sources[i + 1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LinkerFixtures(folder);
    }

    private static Located call(LinkerFixtures fixtures, String name) {
        return fixtures.files().stream()
                .flatMap(f -> fixtures.linker().occurrencesIn(f).calls(name).stream())
                .findFirst()
                .orElseThrow();
    }

    private static Expr argument(Located call) {
        return ((Expr.Call) call.expression()).arguments().get(0);
    }

    private static List<String> names(List<Located> calls) {
        return calls.stream()
                .map(l -> l.expression() instanceof Expr.Call c ? c.name() : "new")
                .toList();
    }

    @Test
    void tellsTypesOfChains() {
        LinkerFixtures fixtures = of("A.java", """
                import com.openai.client.OpenAIClient;
                import com.openai.client.okhttp.OpenAIOkHttpClient;
                import com.openai.models.chat.completions.ChatCompletionCreateParams;
                import dev.langchain4j.model.openai.*;
                import java.util.List;
                import java.util.Map;

                class A {
                    OpenAIClient client = OpenAIOkHttpClient.builder().apiKey("k").build();
                    List<ChatCompletionCreateParams.Builder> all;
                    Map<String, A> byName;

                    void a(ChatCompletionCreateParams.Builder given) {
                        one(OpenAIOkHttpClient.builder().apiKey("x"));
                        two(OpenAiChatModel.builder().apiKey("x"));
                        var local = ChatCompletionCreateParams.builder();
                        three(local.model("m"));
                        four(client);
                        for (var each : all) {
                            five(each);
                        }
                        six(byName.get("x"));
                        all.forEach(b -> seven(b));
                        eight(new Own("x") {});
                        nine(unknown());
                    }

                    class Own extends A {}
                }
                """);
        assertThat(type(fixtures, "one")).isEqualTo("com.openai.client.okhttp.OpenAIOkHttpClient.Builder");
        assertThat(type(fixtures, "two"))
                .isEqualTo("dev.langchain4j.model.openai.OpenAiChatModel.OpenAiChatModelBuilder");
        assertThat(type(fixtures, "three"))
                .isEqualTo("com.openai.models.chat.completions.ChatCompletionCreateParams.Builder");
        assertThat(type(fixtures, "four")).isEqualTo("com.openai.client.OpenAIClient");
        assertThat(type(fixtures, "five"))
                .isEqualTo("com.openai.models.chat.completions.ChatCompletionCreateParams.Builder");
        assertThat(type(fixtures, "six")).isEqualTo("A");
        assertThat(type(fixtures, "seven"))
                .isEqualTo("com.openai.models.chat.completions.ChatCompletionCreateParams.Builder");
        assertThat(type(fixtures, "eight")).isEqualTo("A.Own");
        assertThat(type(fixtures, "nine")).isEqualTo("?");
        assertThat(fixtures.linker().supertypesOf("A.Own", call(fixtures, "one").site()))
                .containsExactly("A");
    }

    private static String type(LinkerFixtures fixtures, String name) {
        Located call = call(fixtures, name);
        return fixtures.linker().typeOf(argument(call), call.site()).orElse("?");
    }

    @Test
    void collectsCallsOnOneBuilder() {
        LinkerFixtures fixtures = of("B.java", """
                import dev.langchain4j.model.openai.OpenAiChatModel;

                class B {
                    Object several(boolean yes) {
                        var builder = OpenAiChatModel.builder().apiKey("k");
                        if (yes) {
                            builder.modelName("m");
                        }
                        configure(builder);
                        builder.temperature(0.1).timeout(null);
                        other().organizationId("not this one");
                        return builder.build();
                    }

                    private void configure(OpenAiChatModel.OpenAiChatModelBuilder b) {
                        b.baseUrl("u");
                    }

                    private OpenAiChatModel.OpenAiChatModelBuilder other() {
                        return OpenAiChatModel.builder().user("u");
                    }
                }
                """);
        Located model = call(fixtures, "modelName");
        assertThat(names(fixtures.linker().callsOnSameObject(model.expression(), model.site())))
                .containsExactlyInAnyOrder(
                        "builder", "apiKey", "modelName", "temperature", "timeout", "build", "baseUrl");
        Located organization = call(fixtures, "organizationId");
        assertThat(names(fixtures.linker().callsOnSameObject(organization.expression(), organization.site())))
                .containsExactlyInAnyOrder("other", "organizationId", "builder", "user");
    }

    @Test
    void findsWhereAClientIsMade() {
        LinkerFixtures fixtures = of("app/Config.java", """
                package app;

                import com.openai.client.OpenAIClient;
                import com.openai.client.okhttp.OpenAIOkHttpClient;
                import org.springframework.context.annotation.Bean;

                class Config {
                    @Bean
                    OpenAIClient main() {
                        return OpenAIOkHttpClient.builder().apiKey("k").build();
                    }

                    @Bean("spare")
                    OpenAIClient second() {
                        return OpenAIOkHttpClient.fromEnv();
                    }
                }
                """, "app/Service.java", """
                package app;

                import com.openai.client.OpenAIClient;
                import org.springframework.beans.factory.annotation.Qualifier;

                class Service {
                    private final OpenAIClient client;

                    Service(@Qualifier("spare") OpenAIClient client) {
                        this.client = client;
                    }

                    void use(Holder holder) {
                        one(client);
                        two(holder.get());
                        three(Holder.shared);
                    }
                }
                """, "app/Holder.java", """
                package app;

                import com.openai.client.OpenAIClient;
                import com.openai.client.okhttp.OpenAIOkHttpClient;

                class Holder {
                    static OpenAIClient shared = OpenAIOkHttpClient.fromEnv();
                    private OpenAIClient lazy;

                    OpenAIClient get() {
                        if (lazy == null) {
                            lazy = OpenAIOkHttpClient.builder().fromEnv().build();
                        }
                        return lazy;
                    }
                }
                """);
        assertThat(produced(fixtures, "one")).containsExactly("fromEnv app/Config.java:15");
        assertThat(produced(fixtures, "two")).containsExactly("build app/Holder.java:12");
        assertThat(produced(fixtures, "three")).containsExactly("fromEnv app/Holder.java:7");
    }

    private static List<String> produced(LinkerFixtures fixtures, String name) {
        Located call = call(fixtures, name);
        return fixtures.linker().producersOf(argument(call), call.site()).stream()
                .map(l -> ((Expr.Call) l.expression()).name()
                        + " " + l.expression().place().file()
                        + ":" + l.expression().place().line())
                .toList();
    }

    @Test
    void findsCallersByTypeAndArity() {
        LinkerFixtures fixtures =
                of("C.java", """
                class C {
                    void ask(String model) {
                        here(model);
                    }

                    void ask(String model, int n) {}
                }
                """, "D.java", """
                class D {
                    void d(C c, Other other) {
                        c.ask("yes");
                        c.ask("no", 1);
                        other.ask("no");
                    }
                }
                """, "Other.java", "class Other { void ask(String s) {} }");
        Located here = call(fixtures, "here");
        assertThat(fixtures.linker().callersOf(here.site()))
                .extracting(l -> l.expression().place().line())
                .containsExactly(3);
    }

    @Test
    void tellsTheWayOfAValue() {
        LinkerFixtures fixtures = of("M.java", """
                class M {
                    static final String MODEL = "gpt-4o";

                    public static void main(String[] args) {
                        new N(MODEL).run();
                    }
                }
                """, "N.java", """
                class N {
                    private final String model;

                    N(String model) {
                        this.model = model;
                    }

                    void run() {
                        here(model);
                    }
                }
                """);
        Located here = call(fixtures, "here");
        Value value = fixtures.linker().valuesOf(argument(here), here.site()).get(0);
        assertThat(value.trail().hops())
                .extracting(h -> h.kind() + " " + h.place() + " " + h.name().orElse(""))
                .containsExactly(
                        "WRITTEN M.java:2:33 ",
                        "LOOKED_UP M.java:5:15 MODEL",
                        "LOOKED_UP N.java:5:22 model",
                        "LOOKED_UP N.java:9:14 model");
    }
}
