package dev.keyguard.source.java;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import dev.keyguard.source.Place;

/** Places of syntax nodes in one file. */
final class Places {
    private final String path;

    Places(String path) {
        this.path = path;
    }

    /** Where the node begins. */
    Place of(Node node) {
        return node.getRange().map(range -> at(range.begin)).orElseGet(() -> new Place(path, 1, 1));
    }

    Place at(Position position) {
        return new Place(path, Math.max(1, position.line), Math.max(1, position.column));
    }

    /** The node's last line. */
    int endLine(Node node) {
        return node.getRange()
                .map(Range::getLineCount)
                .map(n -> of(node).line() + n - 1)
                .orElse(1);
    }
}
