package shop;

import org.springframework.ai.chat.client.ChatClient;

/** Recommends products; model, key and endpoint come from application.yml. */
public final class Advisor {
    private final ChatClient chat;

    public Advisor(ChatClient.Builder builder) {
        this.chat = builder.build();
    }

    public String recommend(String wish) {
        return chat.prompt().user(wish).call().content();
    }
}
