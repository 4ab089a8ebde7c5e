package dev.keyguard.source.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Turns the nodes of a document into flat entries. Aliases are expanded, as whoever loads the file would see them, up to
 * a number of visits that only an alias bomb needs.
 */
final class YamlFlattener {
    private static final int MAX_VISITS = 1_000_000;
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private final String source;
    private final int start;
    private final boolean masked;
    private final Entries entries;
    private final YamlOffsets offsets;
    private int visits;
    private boolean full;

    /**
     * @param start  offset of the document in its file
     * @param masked whether {@link TemplateMask} was applied to {@code source}
     */
    YamlFlattener(String source, int start, boolean masked, Entries entries) {
        this.source = source;
        this.start = start;
        this.masked = masked;
        this.entries = entries;
        this.offsets = new YamlOffsets(source);
    }

    void add(Node root) {
        visit(root, "", offsets.of(root.getStartMark()), 0);
    }

    private void visit(Node node, String path, int keyOffset, int depth) {
        if (full || !admitted(path, keyOffset, depth)) {
            return;
        }
        if (node instanceof ScalarNode scalar) {
            if (!path.isEmpty()) {
                full = !entries.add(path, valueOf(scalar), start + valueOffset(scalar), start + keyOffset);
            }
        } else if (node instanceof SequenceNode sequence) {
            List<Node> items = sequence.getValue();
            for (int i = 0; i < items.size() && !full; i++) {
                Node item = items.get(i);
                visit(item, path + "[" + i + "]", offsets.of(item.getStartMark()), depth + 1);
            }
        } else if (node instanceof MappingNode mapping) {
            visitMapping(mapping, path, Set.of(), depth);
        }
    }

    private boolean admitted(String path, int keyOffset, int depth) {
        if (++visits > MAX_VISITS) {
            entries.problem(start + keyOffset, "The aliases of this YAML expand to too much; the rest was not read.");
            full = true;
        } else if (depth > YamlSegment.MAX_DEPTH || path.length() > Entries.MAX_KEY) {
            entries.problem(
                    start + keyOffset, "The YAML is nested too deep here (or in itself); this part was not read.");
            return false;
        }
        return !full;
    }

    /** A mapping's own keys, then what {@code <<} merges into it and it does not set itself. */
    private void visitMapping(MappingNode mapping, String path, Set<String> overridden, int depth) {
        Set<String> own = new HashSet<>(overridden);
        for (NodeTuple pair : mapping.getValue()) {
            if (full) {
                return;
            }
            if (pair.getKeyNode() instanceof ScalarNode key && !isMerge(key)) {
                String name = textOf(key);
                own.add(name);
                if (!overridden.contains(name)) {
                    visit(pair.getValueNode(), joined(path, name), valueOffset(key), depth + 1);
                }
            }
        }
        for (NodeTuple pair : mapping.getValue()) {
            if (pair.getKeyNode() instanceof ScalarNode key && isMerge(key)) {
                merge(pair.getValueNode(), path, own, depth + 1);
            }
        }
    }

    private void merge(Node merged, String path, Set<String> overridden, int depth) {
        if (full || !admitted(path, offsets.of(merged.getStartMark()), depth)) {
            return;
        }
        if (merged instanceof MappingNode mapping) {
            visitMapping(mapping, path, overridden, depth);
        } else if (merged instanceof SequenceNode sequence) {
            Set<String> taken = new HashSet<>(overridden);
            for (Node item : sequence.getValue()) {
                if (item instanceof MappingNode mapping) {
                    merge(mapping, path, taken, depth + 1);
                    mapping.getValue().stream()
                            .map(NodeTuple::getKeyNode)
                            .filter(ScalarNode.class::isInstance)
                            .forEach(key -> taken.add(textOf((ScalarNode) key)));
                }
            }
        }
    }

    private static boolean isMerge(ScalarNode key) {
        return key.getValue().equals("<<") && key.getScalarStyle() == ScalarStyle.PLAIN;
    }

    /** Spring's notation for a key with dots, {@code "[a.b]"}, is appended without a dot, as Spring does. */
    private static String joined(String path, String name) {
        return path.isEmpty() || name.startsWith("[") ? path + name : path + "." + name;
    }

    private String valueOf(ScalarNode scalar) {
        boolean absent = scalar.getScalarStyle() == ScalarStyle.PLAIN && NULLS.contains(scalar.getValue());
        return absent ? "" : textOf(scalar);
    }

    private String textOf(ScalarNode scalar) {
        return masked ? TemplateMask.unmask(scalar.getValue()) : scalar.getValue();
    }

    /** First character of the scalar's text: behind anchor, tag and quote; of a block scalar, on its first line. */
    private int valueOffset(ScalarNode scalar) {
        int at = offsets.of(scalar.getStartMark());
        while (at < source.length() && (source.charAt(at) == '&' || source.charAt(at) == '!')) {
            at = skip(skip(at, false), true);
        }
        return switch (scalar.getScalarStyle()) {
            case SINGLE_QUOTED, DOUBLE_QUOTED -> at + 1;
            case LITERAL, FOLDED -> blockStart(at, offsets.of(scalar.getEndMark()));
            default -> at;
        };
    }

    private int blockStart(int header, int end) {
        int line = source.indexOf('\n', header);
        int first = line < 0 ? header : skip(line, true);
        return first < end ? first : header;
    }

    private int skip(int from, boolean space) {
        int at = from;
        while (at < source.length() && Character.isWhitespace(source.charAt(at)) == space) {
            at++;
        }
        return at;
    }
}
