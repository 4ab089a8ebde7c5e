package dev.keyguard.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.maven.Trial;
import dev.keyguard.report.Report;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Code that pushes values in circles: every question about it ends, always with the same answer. */
final class ProgramProperty {
    private static final Trial TRIAL = new Trial("gpt-4o-mini", "gpt-5");

    @Property
    void whatever_code_does_with_its_values_the_scan_ends(@ForAll @Size(min = 20, max = 600) byte[] choices) {
        Project project = new Project(Map.of("src/main/java/tampered/Tampered.java", Program.of(choices)));
        Report report = project.in(1, TRIAL::verify);
        assertThat(report.inventory().problems()).isEmpty();
        assertThat(report.inventory().references()).isNotEmpty();
        Report again = project.in(2, TRIAL::verify);
        assertThat(again.inventory()).isEqualTo(report.inventory());
        assertThat(again.findings()).isEqualTo(report.findings());
    }
}
