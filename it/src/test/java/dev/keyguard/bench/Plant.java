package dev.keyguard.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * One use of a model, with everything that leads to it.
 *
 * @param kind   how code names it
 * @param module number of the module that has the use
 * @param file   number of the file
 * @param lower  whether the module has one below it, so that something may stand there
 */
record Plant(Kind kind, int module, int file, boolean lower) {
    /** The ways in which a model gets into a request. */
    enum Kind {
        /** A literal at the builder. */
        LITERAL,
        /** A constant of a class that names no library. */
        CONSTANT,
        /** A constant of a class of the module below. */
        FAR_CONSTANT,
        /** What a caller gives to the constructor. */
        PARAMETER,
        /** A property that the code reads. */
        INJECTED;

        static Kind of(int number) {
            return values()[number % values().length];
        }
    }

    String model() {
        return "gpt-4o-m" + module + "f" + file;
    }

    String property() {
        return "app.model" + file;
    }

    /** Opens the class of that file and puts the use into it. */
    void into(Source source) {
        String type = source.type();
        switch (kind) {
            case LITERAL ->
                openai(source)
                        .add("    Object send() {")
                        .add("        return client.chat().completions().create(ChatCompletionCreateParams.builder()")
                        .add("                .model(\"" + model() + "\")", model())
                        .add("                .build());")
                        .add("    }");
            case CONSTANT, FAR_CONSTANT ->
                openai(source)
                        .add("    Object send() {")
                        .add("        return client.chat().completions().create(ChatCompletionCreateParams.builder()")
                        .add("                .model(" + constants() + ".FAST)")
                        .add("                .build());")
                        .add("    }");
            case PARAMETER ->
                source.add("import dev.langchain4j.model.openai.OpenAiChatModel;")
                        .add("import java.util.*;")
                        .add("")
                        .add("public final class " + type + " {")
                        .add("    private final Object model;")
                        .add("    " + type + "(String name) {")
                        .add("        this.model = OpenAiChatModel.builder().apiKey(System.getenv(\"OPENAI_API_KEY\"))"
                                + ".modelName(name).build();")
                        .add("    }")
                        .add("    " + type + "() {")
                        .add("        this(\"\");")
                        .add("    }");
            case INJECTED ->
                source.add("import dev.langchain4j.model.openai.OpenAiChatModel;")
                        .add("import java.util.*;")
                        .add("import org.springframework.beans.factory.annotation.Value;")
                        .add("")
                        .add("public final class " + type + " {")
                        .add("    @Value(\"${" + property() + "}\")")
                        .add("    private String name;")
                        .add("    Object model() {")
                        .add("        return OpenAiChatModel.builder().apiKey(System.getenv(\"OPENAI_API_KEY\"))"
                                + ".modelName(name).build();")
                        .add("    }");
        }
    }

    private static Source openai(Source source) {
        return source.add("import com.openai.client.okhttp.OpenAIOkHttpClient;")
                .add("import com.openai.models.chat.completions.ChatCompletionCreateParams;")
                .add("import java.util.*;")
                .add("")
                .add("public final class " + source.type() + " {")
                .add("    private final com.openai.client.OpenAIClient client = OpenAIOkHttpClient.fromEnv();");
    }

    private String constants() {
        return far() ? "p" + (module - 1) + ".Names" + module + "x" + file : "Names" + module + "x" + file;
    }

    private boolean far() {
        return kind == Kind.FAR_CONSTANT && lower;
    }

    /** Further files that the use needs. */
    List<Source> elsewhere() {
        List<Source> sources = new ArrayList<>();
        if (kind == Kind.CONSTANT || kind == Kind.FAR_CONSTANT) {
            Source names = new Source("p" + (far() ? module - 1 : module), "Names" + module + "x" + file);
            sources.add(names.add("public final class " + names.type() + " {")
                    .add("    public static final String FAST = \"" + model() + "\";", model())
                    .add("}"));
        }
        if (kind == Kind.PARAMETER) {
            Source caller = new Source("p" + module, "Caller" + module + "x" + file);
            sources.add(caller.add("public final class " + caller.type() + " {")
                    .add(
                            "    final " + Reactor.type(module, file) + " made = new " + Reactor.type(module, file)
                                    + "(\"" + model() + "\");",
                            model())
                    .add("}"));
        }
        return sources;
    }
}
