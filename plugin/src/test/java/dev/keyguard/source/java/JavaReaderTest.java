package dev.keyguard.source.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.FactsPrinter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class JavaReaderTest {
    private static CodeFacts read(String text) {
        return new JavaReader().read("src/A.java", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String print(String text) {
        return FactsPrinter.print(read(text), false);
    }

    private static String places(String text) {
        return FactsPrinter.print(read(text), true);
    }

    @Test
    void a_call_stands_at_its_name_and_a_member_at_its_last() {
        assertThat(places("""
                package demo;

                import com.openai.models.ChatModel;
                import static demo.Names.*;

                class A {
                    Object make() {
                        return X.builder()
                                .model(ChatModel.GPT_4O)
                                .name("a" + NAME)
                                .build();
                    }
                }
                """)).isEqualTo("""
                package demo
                import com.openai.models.ChatModel
                import static demo.Names.*
                class A@6:7
                  Object make()@7:12
                    return X@8:16.builder@8:18().model@9:18(ChatModel@9:24.GPT_4O@9:34)\
                .name@10:18(concat("a"@10:23, NAME@10:29)).build@11:18()
                """);
    }
}
