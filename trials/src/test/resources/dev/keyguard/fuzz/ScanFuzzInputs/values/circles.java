package tampered;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.*;
class Tampered {
    List<String> names = new ArrayList<>();
    Map<String, String> table = new HashMap<>(Map.of(System.getenv(table.get("a")), "gpt-5"));
    Tampered next = this;
    Object ask(String s, List<String> l) {
        l.add("gpt-4o");
        l.addAll(List.copyOf(l));
        for (String x : l) { l.add(x); names.add(x); }
        names.addAll(l);
        table.putAll(table);
        Map<String, String> other = new HashMap<>(table);
        other.putAll(next.table);
        table.putAll(other);
        s = l.stream().map(x -> x + table.get(x)).findFirst().orElse(s);
        s = names.stream().map().findFirst().orElse();
        next = new Tampered();
        next.names.addAll(names);
        return OpenAIOkHttpClient.fromEnv().chat().completions().create(
            ChatCompletionCreateParams.builder().model(s + next.names.get(0) + other.get(s)).build());
    }
}
