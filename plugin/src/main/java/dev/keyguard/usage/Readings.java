package dev.keyguard.usage;

import dev.keyguard.source.FileFacts;
import dev.keyguard.source.Module;
import dev.keyguard.source.Problem;
import dev.keyguard.source.SuppressionComment;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.config.ConfigFacts;
import dev.keyguard.value.FactsProgram;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the files say beside code and configuration: what could not be read, and what its author wants left alone. */
final class Readings {
    private final FactsProgram program;
    private final Set<FileFacts> files = new LinkedHashSet<>();

    Readings(FactsProgram program) {
        this.program = program;
        for (Module module : program.modules()) {
            files.addAll(program.triggered(module));
            files.addAll(program.configuration(module));
            module.build().ifPresent(files::add);
        }
    }

    List<Problem> problemsWith(List<Problem> others) {
        List<Problem> problems = new ArrayList<>(program.problems());
        problems.addAll(others);
        files.forEach(file -> problems.addAll(file.problems()));
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::place).thenComparing(Problem::message))
                .toList();
    }

    List<SuppressionComment> suppressions() {
        List<SuppressionComment> comments = new ArrayList<>();
        for (FileFacts file : files) {
            if (file instanceof CodeFacts code) {
                comments.addAll(code.suppressions());
            } else if (file instanceof ConfigFacts configuration) {
                comments.addAll(configuration.suppressions());
            }
        }
        return comments.stream()
                .distinct()
                .sorted(Comparator.comparing(SuppressionComment::place))
                .toList();
    }
}
