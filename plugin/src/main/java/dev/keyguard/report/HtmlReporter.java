package dev.keyguard.report;

import com.samskivert.mustache.Mustache;
import dev.keyguard.access.BundledModelTable;
import dev.keyguard.rule.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/** One page for people: no network, no files beside it. Everything that comes from outside is escaped. */
public final class HtmlReporter implements Reporter {
    private final SourceText text;
    private final LocalDate today;

    /**
     * @param text  of the scanned tree, for excerpts
     * @param today what shutdowns are counted from
     */
    public HtmlReporter(SourceText text, LocalDate today) {
        this.text = text;
        this.today = today;
    }

    @Override
    public String name() {
        return "html";
    }

    @Override
    public Optional<String> fileName() {
        return Optional.of("keyguard.html");
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        try (InputStream template = HtmlReporter.class.getResourceAsStream("keyguard.html.mustache")) {
            Mustache.compiler()
                    .escapeHTML(true)
                    .emptyStringIsFalse(true)
                    .zeroIsFalse(true)
                    .compile(new InputStreamReader(template, StandardCharsets.UTF_8))
                    .execute(HtmlPage.of(report, text, new Ends(BundledModelTable.load()), today), out);
        }
    }
}
