package shop;

import dev.langchain4j.service.UserMessage;
import io.quarkiverse.langchain4j.RegisterAiService;

/** Greets customers; model and key come from application.properties. */
@RegisterAiService
public interface Greeter {
    @UserMessage("Greet {name} in one friendly sentence.")
    String greet(String name);
}
