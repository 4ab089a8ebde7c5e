package dev.keyguard.maven;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that judge: which findings there are and which of them count. */
abstract class AbstractGateMojo extends AbstractAccessMojo {
    /** Days before an announced shutdown that already make an error. */
    @Parameter(property = "keyguard.failWithin", defaultValue = "0")
    private int failWithin;

    /**
     * Levels of rules: <code>&lt;model-unknown&gt;error&lt;/model-unknown&gt;</code> (<code>error</code>,
     * <code>warning</code>, <code>info</code>, <code>off</code>). Typed: <code>-Dkeyguard.severities=rule=level,…</code>.
     */
    @Parameter
    private Map<String, String> severities;

    /** Findings accepted so far; <code>keyguard-baseline.json</code> in the root if not given. */
    @Parameter(property = "keyguard.baselineFile")
    private File baselineFile;

    /** Suppressions with reasons and dates; <code>keyguard-suppressions.yml</code> in the root if not given. */
    @Parameter(property = "keyguard.suppressionFile")
    private File suppressionFile;

    AbstractGateMojo(MavenServices maven) {
        super(maven);
    }

    final RuleOptions ruleOptions() {
        if (failWithin < 0) {
            throw new BadParameterException("keyguard.failWithin is " + failWithin + "; it counts days from 0.");
        }
        return new RuleOptions(
                failWithin,
                RuleOptions.severities(severities, context()),
                Optional.ofNullable(baselineFile).map(File::toPath),
                Optional.ofNullable(suppressionFile).map(File::toPath));
    }

    static List<String> list(List<String> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
