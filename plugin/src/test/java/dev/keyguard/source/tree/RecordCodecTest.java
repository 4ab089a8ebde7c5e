package dev.keyguard.source.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyguard.source.Place;
import dev.keyguard.source.build.BuildFacts;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.config.ConfigFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RecordCodecTest {
    private static final List<Class<?>> ROOTS = List.of(CodeFacts.class, ConfigFacts.class, BuildFacts.class);

    private final RecordCodec codec = new RecordCodec(ROOTS);

    record Nested(Expr expression) {}

    @Test
    void everyKindOfFactsComesBack() {
        List<Object> visited = new ArrayList<>();
        for (int seed = 0; seed < 40; seed++) {
            RandomFacts random = new RandomFacts(seed);
            for (Record facts :
                    List.of(random.of(CodeFacts.class), random.of(ConfigFacts.class), random.of(BuildFacts.class))) {
                byte[] bytes = codec.encode(facts, visited::add).orElseThrow();

                assertThat(decode(bytes)).isEqualTo(facts);
            }
        }
        for (Class<?> kind : Expr.class.getPermittedSubclasses()) {
            assertThat(visited).as("made at all").hasAtLeastOneElementOfType(kind);
        }
    }

    @Test
    void damagedBytesAreRefusedOrReadAsSomethingElseButNeverLoopOrCrash() {
        byte[] bytes =
                codec.encode(new RandomFacts(3).of(CodeFacts.class), seen -> {}).orElseThrow();
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] = (byte) random.nextInt();
            try {
                decode(damaged);
            } catch (BinaryInput.Broken expected) {
                assertThat(expected).isNotNull();
            }
        }
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> decode(cut)).isInstanceOf(BinaryInput.Broken.class);
        }
    }

    @Test
    void whatIsNestedTooDeepIsNotWritten() {
        RecordCodec nested = new RecordCodec(List.of(Nested.class));
        Expr expression = new Expr.Name("x", new Place("f", 1, 1));
        for (int i = 0; i < 20_000; i++) {
            expression = new Expr.Call(Optional.of(expression), "m", List.of(), new Place("f", 1, 1));
        }

        assertThat(nested.encode(new Nested(expression), seen -> {})).isEmpty();
    }

    @Test
    void anotherShapeOfTheRecordsIsAnotherSchema() {
        assertThat(new RecordCodec(ROOTS).schema()).isEqualTo(codec.schema());
        assertThat(new RecordCodec(List.of(ConfigFacts.class)).schema()).isNotEqualTo(codec.schema());
        assertThat(codec.schema()).contains("Lambda", "TEXT_BLOCK", "argumentNames");
    }

    private Object decode(byte[] bytes) {
        return codec.decode(new BinaryInput(bytes, 0, bytes.length));
    }
}
