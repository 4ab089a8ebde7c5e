package dev.keyguard.rule;

import dev.keyguard.source.Place;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads {@code keyguard-suppressions.yml}: a list of {@code rule}, {@code path}, {@code model}, {@code reason} and
 * {@code until}. Nodes are composed, no types are constructed.
 */
public final class SuppressionFile {
    /** The file's usual name. */
    public static final String NAME = "keyguard-suppressions.yml";

    private static final int MAX_CHARACTERS = 1 << 20;
    private static final long MAX_BYTES = 4L << 20;
    private static final Set<String> MEMBERS = Set.of("rule", "path", "model", "reason", "until");

    private final Path path;
    private final String shown;

    /**
     * @param path  where it is
     * @param shown its path in findings, relative to the scanned root
     */
    public SuppressionFile(Path path, String shown) {
        this.path = path;
        this.shown = shown;
    }

    /**
     * Reads it.
     *
     * @throws BadSettingException with line and remedy if it is not as described
     * @throws IOException if it cannot be read at all
     */
    public List<FileSuppression> read() throws IOException {
        if (Files.size(path) > MAX_BYTES) {
            throw new BadSettingException(
                    shown + ": the file is larger than 4 MB; nobody writes that many suppressions.");
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setMaxAliasesForCollections(10);
        options.setNestingDepthLimit(20);
        try {
            Node root = new Yaml(options)
                    .compose(new StringReader(new String(Files.readAllBytes(path), StandardCharsets.UTF_8)));
            return root == null ? List.of() : entries(root);
        } catch (MarkedYAMLException bad) {
            int line = bad.getProblemMark() == null ? 1 : bad.getProblemMark().getLine() + 1;
            throw new BadSettingException(shown + ":" + line + ": this is no YAML: " + bad.getProblem(), bad);
        } catch (YAMLException bad) {
            throw new BadSettingException(shown + ": this is no YAML: " + bad.getMessage(), bad);
        }
    }

    private List<FileSuppression> entries(Node root) {
        Node list = root;
        if (root instanceof MappingNode mapping) {
            list = members(mapping, Set.of("suppressions")).get("suppressions");
        }
        if (!(list instanceof SequenceNode sequence)) {
            throw bad(root, "a list of suppressions is expected here");
        }
        List<FileSuppression> entries = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (!(item instanceof MappingNode entry)) {
                throw bad(item, "an entry has rule, path, model, reason and until");
            }
            entries.add(entry(entry));
        }
        return List.copyOf(entries);
    }

    private FileSuppression entry(MappingNode node) {
        Map<String, Node> members = members(node, MEMBERS);
        Optional<String> rule = text(members, "rule");
        Optional<String> glob = text(members, "path");
        Optional<String> model = text(members, "model");
        if (rule.isEmpty() && glob.isEmpty() && model.isEmpty()) {
            throw bad(node, "an entry needs at least one of rule, path and model");
        }
        glob.ifPresent(pattern -> checked(pattern, members.get("path")));
        model.ifPresent(pattern -> checked(pattern, members.get("model")));
        String reason = text(members, "reason").orElseThrow(() -> bad(node, "an entry needs a reason"));
        Optional<LocalDate> until = text(members, "until").map(day -> date(day, members.get("until")));
        Place place = new Place(
                shown, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
        return new FileSuppression(place, rule, glob, model, reason, until);
    }

    private void checked(String pattern, Node node) {
        try {
            FileSuppression.glob(pattern);
        } catch (IllegalArgumentException notAGlob) {
            throw bad(node, notAGlob.getMessage());
        }
    }

    private Map<String, Node> members(MappingNode node, Set<String> allowed) {
        Map<String, Node> members = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!allowed.contains(name)) {
                throw bad(
                        tuple.getKeyNode(),
                        "«" + name + "» is not known here; use "
                                + String.join(", ", allowed.stream().sorted().toList()));
            }
            members.put(name, tuple.getValueNode());
        }
        return members;
    }

    private Optional<String> text(Map<String, Node> members, String name) {
        Node node = members.get(name);
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof ScalarNode scalar)) {
            throw bad(node, name + " is one text");
        }
        return Optional.of(scalar.getValue().strip()).filter(text -> !text.isEmpty());
    }

    private LocalDate date(String day, Node node) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException notADate) {
            throw bad(node, "until is a day like 2027-01-31");
        }
    }

    private BadSettingException bad(Node node, String what) {
        int line = node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
        return new BadSettingException(shown + ":" + line + ": " + what);
    }
}
