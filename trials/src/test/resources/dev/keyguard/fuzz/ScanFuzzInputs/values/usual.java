package a.b;
import static c.D.*;
import com.openai.models.ChatModel;
/** Doc. */
@SuppressWarnings("keyguard:model-unknown")
public sealed class A<T extends Comparable<T>> extends B implements C, java.io.Serializable permits X {
    enum Kind { BIG("gpt-4o") { @Override String id() { return "x"; } }, SMALL("gpt-4o-mini"); private final String id; Kind(String id) { this.id = id; } String id() { return id; } }
    record R(String model, int n) { R { if (n < 0) throw new IllegalArgumentException(); } }
    @Value("${spring.ai.openai.chat.options.model:gpt-4o}") private String model;
    static final String TEXT = """
        {"model": "gpt-4o",
         "n": 1}
        """; // keyguard:ignore model-hardcoded because
    String m(Object o) throws Exception {
        var list = java.util.List.of("a" + 'b' + 1 + 1.0f + 0x1L, System.getenv("K"));
        for (String s : list) { switch (s) { case "a", "b" -> { return s; } default -> throw new Exception(); } }
        String r = o instanceof R(String x, var y) && y > 1 ? x : o == null ? TEXT.formatted(1) : String.format("%s-%d", "gpt", 4);
        try (var in = open()) { do { r += "x"; } while (r.length() < 3); } catch (RuntimeException | Error e) { throw e; } finally { synchronized (this) { } }
        Runnable f = () -> client.chat().completions().create(ChatCompletionCreateParams.builder().model(ChatModel.GPT_4O).build());
        label: while (true) { break label; }
        return Kind.valueOf(r)::id.toString();
    }
}
