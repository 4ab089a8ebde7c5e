package dev.keyguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.rule.Run;
import java.io.IOException;
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
