package dev.keyguard.rule;

import dev.keyguard.source.Scope;
import java.util.stream.Stream;

/** A file, or a part of it, that keyguard could not read: what it uses is not checked. */
final class ParseFailed implements Rule {
    @Override
    public String id() {
        return "parse-failed";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "A file that could not be read, wholly or in part.";
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.inventory().problems().stream()
                .map(problem -> Draft.at(this, problem.place(), "", Scope.MAIN)
                        .message("What this file uses was not fully checked: " + Sentence.of(problem.message()))
                        .fix("Correct the file, or leave it out (excludes).")
                        .finding());
    }
}
