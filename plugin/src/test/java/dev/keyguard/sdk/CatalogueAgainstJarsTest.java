package dev.keyguard.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the catalogue against the libraries themselves. Their jars are copied to {@code target/sdk-jars} by the profile
 * {@code sdk-jars}; openai-java's is taken from the class path.
 *
 * <p>What a file marks as {@code former} stands for versions other than the one read here, and must be absent from it.
 */
final class CatalogueAgainstJarsTest {
    private static final Path FOLDER = Path.of("target/sdk-jars");

    @ParameterizedTest
    @CsvSource(delimiter = ':', textBlock = """
                    openai-java                  : openai-java-.*
                    langchain4j                  : langchain4j-1.*, langchain4j-core-.*
                    langchain4j-open-ai          : langchain4j-open-ai-1.*, langchain4j-core-.*
                    langchain4j-open-ai-official : langchain4j-open-ai-official-.*, langchain4j-core-.*
                    langchain4j-azure-open-ai    : langchain4j-azure-open-ai-.*, langchain4j-core-.*
                    langchain4j-anthropic        : langchain4j-anthropic-.*, langchain4j-core-.*
                    langchain4j-mistral-ai       : langchain4j-mistral-ai-.*, langchain4j-core-.*
                    langchain4j-ollama           : langchain4j-ollama-.*, langchain4j-core-.*
                    langchain4j-bedrock          : langchain4j-bedrock-.*, langchain4j-core-.*
                    langchain4j-google-ai-gemini : langchain4j-google-ai-gemini-.*, langchain4j-core-.*
                    langchain4j-github-models    : langchain4j-github-models-.*, langchain4j-core-.*
                    langchain4j-hugging-face     : langchain4j-hugging-face-.*, langchain4j-core-.*
                    langchain4j-cohere           : langchain4j-cohere-.*, langchain4j-core-.*
                    langchain4j-watsonx          : langchain4j-watsonx-.*, langchain4j-core-.*
                    spring-ai                    : spring-ai-(model|client-chat|commons)-.*
                    spring-ai-openai             : spring-ai-(openai|model)-.*
                    spring-ai-azure-openai       : spring-ai-(azure-openai|model)-1.*
                    spring-ai-anthropic          : spring-ai-(anthropic|model)-.*
                    spring-ai-ollama             : spring-ai-(ollama|model)-.*
                    spring-ai-mistral-ai         : spring-ai-(mistral-ai|model)-.*
                    quarkus-langchain4j          : quarkus-langchain4j-core-.*
                    azure-ai-openai              : azure-ai-openai-.*, azure-core-.*
                    semantic-kernel              : semantickernel-.*
                    theokanning-openai           : (api|client|service)-0.18.*
                    simple-openai                : simple-openai-.*
                    openai4j                     : openai4j-.*
                    openai-kotlin                : openai-(client|core)-jvm-.*
                    anthropic-java               : anthropic-java-.*
                    google-genai                 : google-genai-.*
                    aws-bedrockruntime           : (bedrockruntime|aws-core|sdk-core|utils)-2.*
                    """)
    void theLibraryIsAsTheCatalogueSays(String id, String jarNames) throws IOException {
        JarIndex jars = new JarIndex(jars(jarNames));
        List<String> wrong = new ArrayList<>();
        Library library = LibraryFile.read(id);
        library.exceptions().stream()
                .filter(name -> library.packages().stream().anyMatch(name::startsWith) && !jars.has(name))
                .forEach(name -> wrong.add(name + " is not there"));
        JsonData.resource(id + ".json").objectMap("classes").forEach((name, members) -> {
            if (members.optionalText("former").isPresent()) {
                if (jars.has(name)) {
                    wrong.add(name + " is marked as former and is there");
                }
            } else if (jars.has(name)) {
                enters(jars, name, members, wrong);
                returns(jars, name, members, wrong);
                constants(jars, name, members, wrong);
            } else {
                wrong.add(name + " is not there");
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static void enters(JarIndex jars, String name, JsonData members, List<String> wrong) {
        for (JsonData entry : members.objects("enters")) {
            int parameter = entry.number("parameter").orElse(0);
            for (String method : entry.text("method").split(" ")) {
                boolean there = jars.methods(name, method).stream()
                        .anyMatch(m -> (m.parameters().size() > parameter
                                        || jars.shape(name).orElseThrow().annotation())
                                && entry.number("arity").orElse(m.parameters().size())
                                        == m.parameters().size());
                if (there == entry.optionalText("former").isPresent()) {
                    wrong.add(name + "." + method + " parameter " + parameter + " " + entry.number("arity")
                            + (there ? " is marked as former and is there" : " is not there"));
                }
            }
        }
        members.texts("wrappers").forEach(method -> {
            if (jars.methods(name, method).stream()
                    .noneMatch(m -> !m.parameters().isEmpty())) {
                wrong.add(name + "." + method + " is no wrapper");
            }
        });
    }

    private static void returns(JarIndex jars, String name, JsonData members, List<String> wrong) {
        Set<String> former = Set.copyOf(members.texts("formerReturns"));
        members.textMap("returns").forEach((method, result) -> {
            boolean there = jars.methods(name, method).stream()
                    .anyMatch(m -> jars.lineage(result).contains(m.result())
                            || m.result().equals("java.lang.Object"));
            if (there == former.contains(method)) {
                wrong.add(name + "." + method + (there ? " is marked as former and is there" : " does not return ")
                        + result + " but "
                        + jars.methods(name, method).stream()
                                .map(JarIndex.Method::result)
                                .distinct()
                                .toList());
            }
        });
        members.texts("extends").forEach(parent -> {
            if (!jars.lineage(name).contains(parent)) {
                wrong.add(name + " does not extend " + parent);
            }
        });
    }

    private static void constants(JarIndex jars, String name, JsonData members, List<String> wrong) {
        Map<String, Set<String>> real = jars.shape(name).orElseThrow().constants();
        members.textMap("constants").forEach((constant, model) -> {
            if (!real.getOrDefault(constant, Set.of()).contains(model)) {
                wrong.add(name + "." + constant + " is not " + model + " but " + real.get(constant));
            }
        });
    }

    private static List<Path> jars(String names) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> copied = Files.list(FOLDER)) {
            List<Path> candidates = Stream.concat(
                            copied,
                            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                    .filter(entry -> entry.contains("openai-java"))
                                    .map(Path::of))
                    .sorted()
                    .toList();
            for (String name : names.split(",")) {
                Pattern pattern = Pattern.compile(name.strip() + "\\.jar");
                List<Path> matching = candidates.stream()
                        .filter(file ->
                                pattern.matcher(file.getFileName().toString()).matches())
                        .toList();
                assertThat(matching)
                        .as("%s in %s: if the list in the pom has changed, delete that folder", name, FOLDER)
                        .isNotEmpty();
                found.addAll(matching);
            }
        }
        return found;
    }
}
