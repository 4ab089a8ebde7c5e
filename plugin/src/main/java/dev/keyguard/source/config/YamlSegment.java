package dev.keyguard.source.config;

import dev.keyguard.source.text.Text;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * One document of a YAML file.
 *
 * @param start offset of its first character in the file
 * @param chars its text, with the {@code ---} line that begins it
 */
record YamlSegment(int start, String chars) {
    /** Deeper nesting is an attack, not configuration. */
    static final int MAX_DEPTH = 100;

    private static final int MAX_DOCUMENTS = 10_000;

    /** Cuts a file at its document marks, which YAML allows nowhere else than at a document's border. */
    static List<YamlSegment> split(Text text, Entries entries) {
        List<YamlSegment> segments = new ArrayList<>();
        int start = 0;
        boolean content = false;
        for (int line = 1; line <= text.lines(); line++) {
            int lineStart = text.startOf(line);
            boolean ended = isMark(text, lineStart, "...");
            if (content && isMark(text, lineStart, "---") || ended) {
                int cut = ended ? text.startOf(line + 1) : lineStart;
                if (content) {
                    segments.add(new YamlSegment(start, text.chars().substring(start, ended ? lineStart : cut)));
                }
                start = cut;
                content = false;
                if (segments.size() >= MAX_DOCUMENTS) {
                    entries.problem(
                            cut, "The file has more than " + MAX_DOCUMENTS + " documents; the rest was not read.");
                    return segments;
                }
            }
            content |= !ended && hasContent(text, line);
        }
        if (content) {
            segments.add(new YamlSegment(start, text.chars().substring(start)));
        }
        return segments;
    }

    private static boolean isMark(Text text, int at, String mark) {
        String chars = text.chars();
        int behind = at + mark.length();
        return chars.startsWith(mark, at) && (behind == chars.length() || Character.isWhitespace(chars.charAt(behind)));
    }

    /** Directives, comments and blank lines before a document's mark belong to that document. */
    private static boolean hasContent(Text text, int line) {
        int at = text.startOf(line);
        int end = text.endOf(line);
        if (at < end && text.chars().charAt(at) == '%') {
            return false;
        }
        while (at < end && Character.isWhitespace(text.chars().charAt(at))) {
            at++;
        }
        return at < end && text.chars().charAt(at) != '#';
    }

    /** Adds the document's scalars to {@code entries}. */
    void read(Entries entries) {
        try {
            flatten(chars, false, entries);
            return;
        } catch (YAMLException broken) {
            if (!TemplateMask.applies(chars)) {
                readBeforeBreak(chars, false, broken, entries);
                return;
            }
        }
        String masked = TemplateMask.mask(chars);
        try {
            flatten(masked, true, entries);
        } catch (YAMLException broken) {
            readBeforeBreak(masked, true, broken, entries);
        }
    }

    /** Notes the break and reads the lines before it: before its place, else before what it belongs to. */
    private void readBeforeBreak(String source, boolean masked, YAMLException broken, Entries entries) {
        YamlOffsets offsets = new YamlOffsets(source);
        int at = breakOffset(source, broken, offsets);
        entries.problem(start + at, YamlBreak.message(source, at, broken));
        int context = broken instanceof MarkedYAMLException marked && marked.getContextMark() != null
                ? offsets.of(marked.getContextMark())
                : at;
        for (int cut : List.of(at, context)) {
            try {
                flatten(source.substring(0, lineStart(source, cut)), masked, entries);
                return;
            } catch (YAMLException stillBroken) {
                // the next cut leaves more away
            }
        }
    }

    private void flatten(String source, boolean masked, Entries entries) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        Composer composer = new Composer(
                new ParserImpl(new StreamReader(new StringReader(source)), options), new Untyped(), options);
        List<Node> roots = new ArrayList<>();
        while (composer.checkNode()) {
            roots.add(composer.getNode());
        }
        YamlFlattener flattener = new YamlFlattener(source, start, masked, entries);
        roots.forEach(flattener::add);
    }

    private static int breakOffset(String source, YAMLException broken, YamlOffsets offsets) {
        if (broken instanceof MarkedYAMLException marked) {
            Mark mark = marked.getProblemMark() != null ? marked.getProblemMark() : marked.getContextMark();
            return mark == null ? 0 : offsets.of(mark);
        }
        int at = 0;
        while (at < source.length() && StreamReader.isPrintable(source.codePointAt(at))) {
            at += Character.charCount(source.codePointAt(at));
        }
        return at < source.length() ? at : 0;
    }

    private static int lineStart(String source, int offset) {
        return source.lastIndexOf('\n', Math.min(offset, source.length()) - 1) + 1;
    }

    /** Every scalar is a text. */
    private static final class Untyped extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // none
        }
    }
}
