package dev.keyguard.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Whatever a provider or a lock file says becomes an answer, or one sentence; a key that is said back is gone. */
final class AnswersFuzz {
    private static final String KEY = "sk-proj-0a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d";
    private static final String SECRET = KEY.substring(KEY.length() / 2);
    private static final Scrubber SCRUBBER = new Scrubber(SecretKey.of(KEY));
    private static final AnswerReader READER = new AnswerReader(RefusalClassifier.load());
    private static final int[] STATUS = {200, 401, 403, 404, 429, 500, 302, 204};

    /** The first byte chooses the status; {@code KEY} in the body is the key. */
    @FuzzTest
    void answers(byte[] content) {
        if (content.length == 0) {
            return;
        }
        int status = STATUS[Math.floorMod(content[0] - 'a', STATUS.length)];
        String body = new String(content, 1, content.length - 1, StandardCharsets.UTF_8).replace("KEY", KEY);
        RawAnswer raw = new RawAnswer(status, body, Optional.empty(), Optional.empty(), Optional.of(body));
        ListAnswer list = READER.list(raw, SCRUBBER);
        assertThat(list.toString()).doesNotContain(KEY).doesNotContain(SECRET);
        if (list instanceof ListAnswer.Listed listed) {
            String text = new LockText("keyguard.lock.json")
                    .write(
                            List.of(new LockEntry(
                                    "OPENAI_API_KEY",
                                    "openai",
                                    "https://api.openai.com/v1",
                                    "openai",
                                    java.time.Instant.EPOCH,
                                    listed.models())),
                            "trial");
            assertThat(new LockText("keyguard.lock.json").read(text).get(0).models())
                    .isEqualTo(listed.models());
        }
        for (ProviderProfile profile : List.of(ProviderProfiles.load().openAi())) {
            READER.one(raw, "gpt-4o", profile, SCRUBBER);
            profile.paging().ifPresent(paging -> READER.next(raw, paging));
        }
    }

    @FuzzTest
    void lockFile(byte[] content) {
        LockText text = new LockText("keyguard.lock.json");
        List<LockEntry> entries;
        try {
            entries = text.read(new String(content, StandardCharsets.UTF_8));
        } catch (LockFileException damaged) {
            assertThat(damaged.getMessage()).startsWith("keyguard.lock.json").contains("mvn keyguard:lock");
            return;
        }
        String written = text.write(entries, "trial");
        assertThat(text.write(text.read(written), "trial")).isEqualTo(written);
    }
}
