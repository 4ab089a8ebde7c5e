package tampered;
import com.openai.client.*; import com.openai.client.okhttp.OpenAIOkHttpClient; import com.openai.models.chat.completions.ChatCompletionCreateParams;
class Tampered { static String m = id(3); static String id(int n) { return n > 0 ? id(n - 1) + m : "gpt-4o"; }
 String a = b, b = a; java.util.Map<String, String> all = java.util.Map.of("x", "gpt-4.1", "y", a);
 void go(String p) { OpenAIClient c = OpenAIOkHttpClient.builder().apiKey(System.getenv("OPENAI_API_KEY")).baseUrl(p).build(); StringBuilder s = new StringBuilder("gpt"); for (int i = 0; i < 9; i++) { s.append("-").append(i); }
 c.chat().completions().create(ChatCompletionCreateParams.builder().model(s.toString().replace("a", "b").split("-")[0].toLowerCase().trim().concat(all.get("x")).formatted(p)).build()); go(all.get(p)); } }
