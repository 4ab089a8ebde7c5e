package shop;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

/** Uses the model that another module chooses. */
public final class Assistant {
    private final OpenAIClient client = OpenAIOkHttpClient.fromEnv();

    public void greet() {
        client.chat()
                .completions()
                .create(ChatCompletionCreateParams.builder()
                        .model(Models.CHAT)
                        .addUserMessage("Hello")
                        .build());
    }
}
