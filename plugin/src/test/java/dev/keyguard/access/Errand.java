package dev.keyguard.access;

import dev.keyguard.usage.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What {@link ClassLoadingTest} runs behind a class loader of its own. */
public final class Errand {
    private Errand() {}

    /** Does as {@code what} says; the answer's source and the model's access. */
    public static String run(String what, String url, Path folder) throws IOException {
        Sample sample = new Sample();
        sample.environment.put("OPENAI_BASE_URL", url);
        if (!what.equals("no key") && !what.equals("lock file")) {
            sample.environment.put("OPENAI_API_KEY", "sk-fake-canary-7f3a9b2c1d0e");
        }
        sample.offline = what.equals("offline");
        sample.online = what.equals("never") ? Online.NEVER : Online.AUTO;
        sample.cache = Optional.of(folder.resolve("cache"));
        sample.lockFile = Optional.of(folder.resolve("keyguard.lock.json"));
        Reference reference = sample.uses("gpt-4o", "OPENAI_API_KEY");
        AccessService service = sample.service();
        if (what.equals("lock")) {
            return String.valueOf(service.lock(sample.inventory(), folder.resolve("keyguard.lock.json")));
        }
        service.anticipate();
        AccessBook book = service.book(sample.inventory());
        return book.answers().get(0).source().label() + " "
                + book.accessOf(reference).getClass().getSimpleName();
    }
}
