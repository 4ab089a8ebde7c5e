package dev.keyguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.rule.RuleRunner;
import dev.keyguard.rule.Run;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class HtmlReporterTest {
    private final HtmlReporter reporter = new HtmlReporter(Sample.TEXT, Run.TODAY);

    @Test
    void saysAtOnceWhatIsWrong() throws IOException {
        String page = Sample.write(reporter, Sample.report());
        assertThat(page)
                .contains("<h1>2 requests of this code will be refused</h1>")
                .contains("<li class=\"bad\"><b>3</b>refused</li>")
                .contains("until 2027-01-13")
                .contains("in 50 days, 1 place → <code>gpt-5-mini</code>");
    }

    @Test
    void errorsThatDoNotFailTheBuildAreNoGreenPage() throws IOException {
        Report failed = Sample.report();
        Report let = new Report(
                failed.toolVersion(),
                failed.inventory(),
                failed.access(),
                failed.findings(),
                new Summaries(FailOn.NEVER)
                        .of(
                                failed.inventory(),
                                failed.access().orElseThrow(),
                                new RuleRunner.Outcome(failed.findings(), 0),
                                Duration.ofSeconds(1)));
        assertThat(Sample.write(reporter, let))
                .contains("<h1>2 errors, which this build lets pass</h1>", "<header class=\"failed\">");
    }

    @Test
    void whatSaysTheSameOfManyPlacesIsSaidOnce() throws IOException {
        Run run = Run.usual().usualKey();
        for (int line = 1; line <= 30; line++) {
            run.model("gpt-4o", "src/A.java", line);
        }
        String page = Sample.write(reporter, Sample.report(run.listed("gpt-5"), Sample.TEXT));
        assertThat(page).contains("<b class=\"n\">30 places</b>");
        assertThat(page.split("data-rule=\"model-not-accessible\"", -1)).hasSize(2);
    }

    @Test
    void showsTheLinesOfTheTrail() throws IOException {
        assertThat(Sample.write(reporter, Sample.report(Sample.run(), Sample.TEXT)))
                .contains("used in src/main/java/demo/Chat.java:33")
                .contains("<span class=\"here\"><b>12</b>        &quot;gpt-4o&quot;,</span>");
    }

    @Test
    void needsNoNetwork() throws IOException {
        String page = Sample.write(reporter, Sample.report());
        assertThat(page).contains("default-src 'none'").doesNotContain("src=\"http", "href=\"http", "@import", "url(");
    }

    @Test
    void nothingFromOutsideBecomesMarkup() throws IOException {
        String page = Sample.write(reporter, Sample.hostile());
        assertThat(page).doesNotContain("</script><b>", "<d>").contains("&lt;/script&gt;&lt;b&gt;");
        assertThat(page.split("<script>", -1)).hasSize(2);
    }
}
