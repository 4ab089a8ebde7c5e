package dev.keyguard.maven;

import dev.keyguard.access.Online;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The parameters about asking providers, checked. See the goals' pages for what each means. */
record AccessOptions(
        Online online,
        Trust trust,
        List<ModelParameter> models,
        Duration cacheTtl,
        Optional<Path> lockFile,
        Duration lockMaxAge,
        Duration timeout,
        boolean probe,
        boolean admin,
        boolean dotEnv,
        LocalDate today) {
    static LocalDate day(String text) {
        if (text == null || text.isBlank()) {
            return LocalDate.now();
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new BadParameterException("keyguard.today is \"" + text + "\"; write a day as YYYY-MM-DD.");
        }
    }
}
