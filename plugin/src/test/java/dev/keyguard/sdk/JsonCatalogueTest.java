package dev.keyguard.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JsonCatalogueTest {
    private static final JsonCatalogue CATALOGUE = JsonCatalogue.bundled();
    private static final String OPENAI = "com.openai.";
    private static final String L4J = "dev.langchain4j.model.openai.";
    private static final String SPRING = "org.springframework.ai.";

    private static List<Role> roles(String className, String method) {
        return CATALOGUE.entryPoints(className, method).stream()
                .map(EntryPoint::role)
                .distinct()
                .toList();
    }

    private static String operation(String className, String method) {
        return CATALOGUE.entryPoints(className, method).get(0).operation().orElseThrow();
    }

    @Test
    void modelsEnterBuilders() {
        String params = OPENAI + "models.chat.completions.ChatCompletionCreateParams";
        assertThat(roles(params + ".Builder", "model")).containsExactly(Role.MODEL);
        assertThat(operation(params + ".Builder", "model")).isEqualTo("chat");
        assertThat(CATALOGUE.resultOf(params, "builder")).contains(params + ".Builder");
        assertThat(CATALOGUE.resultOf(params + ".Builder", "build")).contains(params);
        assertThat(operation(L4J + "OpenAiEmbeddingModel.OpenAiEmbeddingModelBuilder", "modelName"))
                .isEqualTo("embedding");
        assertThat(CATALOGUE.resultOf(L4J + "OpenAiChatModel", "builder"))
                .contains(L4J + "OpenAiChatModel.OpenAiChatModelBuilder");
    }

    @Test
    void answersAndTokenizersTakeNoModel() {
        assertThat(CATALOGUE.entryPoints(OPENAI + "models.responses.Response.Builder", "model"))
                .isEmpty();
        assertThat(CATALOGUE.entryPoints(OPENAI + "models.chat.completions.ChatCompletion.Builder", "model"))
                .isEmpty();
        assertThat(roles(L4J + "OpenAiTokenCountEstimator", "<init>")).containsExactly(Role.TOKENIZER);
        assertThat(roles("io.quarkiverse.langchain4j.RegisterAiService", "modelName"))
                .containsExactly(Role.CONFIGURATION_NAME);
    }

    @Test
    void aClientLeadsToItsRequests() {
        String chat = CATALOGUE
                .resultOf(OPENAI + "client.okhttp.OpenAIOkHttpClient", "fromEnv")
                .flatMap(client -> CATALOGUE.resultOf(client, "chat"))
                .flatMap(service -> CATALOGUE.resultOf(service, "completions"))
                .orElseThrow();
        assertThat(roles(chat, "create")).containsExactly(Role.REQUEST);
        assertThat(CATALOGUE.entryPoints(OPENAI + "client.okhttp.OpenAIOkHttpClient", "fromEnv"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.role()).isEqualTo(Role.KEY);
                    assertThat(entry.parameter()).isEqualTo(-1);
                });
    }

    @Test
    void formerNamesMeanTheSame() {
        String old = OPENAI + "models.ChatCompletionCreateParams";
        assertThat(roles(old + ".Builder", "model")).containsExactly(Role.MODEL);
        assertThat(CATALOGUE.resultOf(old, "builder")).contains(old + ".Builder");
        assertThat(CATALOGUE.resultOf(old + ".Builder", "build")).contains(old);
        assertThat(CATALOGUE.constant(OPENAI + "models.EmbeddingModel.TEXT_EMBEDDING_3_SMALL"))
                .contains("text-embedding-3-small");
    }

    @Test
    void constantsAndWrappers() {
        assertThat(CATALOGUE.constant(OPENAI + "models.ChatModel.GPT_4O")).contains("gpt-4o");
        assertThat(CATALOGUE.constant(L4J + "OpenAiChatModelName.GPT_4_O")).contains("gpt-4o");
        assertThat(CATALOGUE.constant(SPRING + "openai.api.OpenAiApi.ChatModel.GPT_4_O"))
                .contains("gpt-4o");
        assertThat(CATALOGUE.constant(L4J + "OpenAiChatModelName.GPT_4O")).isEmpty();
        assertThat(CATALOGUE.isWrapper(OPENAI + "models.ChatModel", "of")).isTrue();
        assertThat(CATALOGUE.isWrapper("java.util.List", "of")).isFalse();
        assertThat(CATALOGUE.isAccessor("asString")).isTrue();
        assertThat(CATALOGUE.isAccessor("trim")).isFalse();
    }

    @Test
    void inheritedEntryPointsAreFound() {
        assertThat(roles(L4J + "OpenAiChatModel", "chat")).containsExactly(Role.REQUEST);
        assertThat(roles("dev.langchain4j.model.chat.ChatModel", "chat")).containsExactly(Role.REQUEST);
    }

    @Test
    void constructorsDifferByArity() {
        assertThat(CATALOGUE.entryPoints(SPRING + "openai.api.OpenAiApi", "<init>"))
                .filteredOn(entry -> entry.role() == Role.KEY)
                .filteredOn(entry -> entry.arity().orElse(0) == 1)
                .extracting(EntryPoint::parameter)
                .containsExactly(0);
        assertThat(CATALOGUE.entryPoints(SPRING + "openai.api.OpenAiApi", "<init>"))
                .filteredOn(entry -> entry.role() == Role.KEY)
                .filteredOn(entry -> entry.arity().orElse(0) == 2)
                .extracting(EntryPoint::parameter)
                .containsExactly(1);
    }

    @Test
    void simpleNamesCanBelongToSeveralLibraries() {
        assertThat(CATALOGUE.classesNamed("OpenAiChatModel"))
                .contains(L4J + "OpenAiChatModel", SPRING + "openai.OpenAiChatModel");
        assertThat(CATALOGUE.classesNamed("Nothing")).isEmpty();
        assertThat(CATALOGUE.knowsClass(L4J + "OpenAiChatModel")).isTrue();
        assertThat(CATALOGUE.knowsClass("com.example.OpenAiChatModel")).isFalse();
    }

    @Test
    void aClassBelongsToTheLibraryOfItsPackage() {
        assertThat(CATALOGUE.libraryOf(L4J + "OpenAiChatModel").map(Library::id))
                .contains("langchain4j-open-ai");
        assertThat(CATALOGUE
                        .libraryOf("io.quarkiverse.langchain4j.openai.runtime.X")
                        .map(Library::id))
                .contains("quarkus-langchain4j-openai");
        assertThat(CATALOGUE.libraryOf("com.example.X")).isEmpty();
    }

    @Test
    void propertiesAreFoundByTheirCanonicalName() {
        assertThat(CATALOGUE.properties("spring.ai.openai.chat.options.model"))
                .singleElement()
                .satisfies(property -> {
                    assertThat(property.role()).isEqualTo(Role.MODEL);
                    assertThat(property.group()).isEqualTo("spring.ai.openai.chat");
                    assertThat(property.operation()).contains("chat");
                });
        assertThat(CATALOGUE.properties("spring.ai.openai.chat.model").get(0).versions())
                .contains("[2.0.0-M5,)");
        assertThat(CATALOGUE.properties("spring.ai.openai.chat.options.temperature"))
                .isEmpty();
    }

    @Test
    void namedSegmentsAreMatchedInBothOrders() {
        for (String key : List.of(
                "quarkus.langchain4j.openai.my-model.chat-model.model-name",
                "quarkus.langchain4j.my-model.openai.chat-model.model-name",
                "quarkus.langchain4j.\"my.model\".openai.chat-model.model-name")) {
            assertThat(CATALOGUE.properties(key))
                    .extracting(ConfigProperty::group)
                    .containsExactly("quarkus.langchain4j.<name>.openai.chat-model");
        }
        assertThat(CATALOGUE.properties("quarkus.langchain4j.openai.chat-model.model-name"))
                .extracting(ConfigProperty::group)
                .containsExactly("quarkus.langchain4j.openai.chat-model");
    }

    @Test
    void defaultsTellTheirVersions() {
        Library spring = CATALOGUE.library("spring-ai-openai").orElseThrow();
        assertThat(spring.defaultModels())
                .filteredOn(model ->
                        model.operation().equals("chat") && model.trigger().equals("auto-configuration"))
                .extracting(DefaultModel::model)
                .contains(Optional.of("gpt-4o-mini"), Optional.of("gpt-5-mini"));
    }
}
