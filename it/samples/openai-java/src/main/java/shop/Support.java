package shop;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

/** Answers customers' questions. */
public final class Support {
    private static final String MODEL = "gpt-4o";

    private final OpenAIClient client = OpenAIOkHttpClient.fromEnv();

    public String answer(String question) {
        ChatCompletionCreateParams request = ChatCompletionCreateParams.builder()
                .model(MODEL)
                .addUserMessage(question)
                .build();
        return client.chat().completions().create(request).choices().get(0).message().content().orElse("");
    }
}
