package dev.keyguard.source.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumDeclaration;
import dev.keyguard.source.code.BodyBuilder;
import java.util.ArrayList;
import java.util.List;

/** What lowers the parts of one file, wired together. */
final class Lowering {
    private final Places places;
    private final Annotations annotations = new Annotations(this);
    private final Types types = new Types(this);

    private final List<EnumDeclaration> localEnums;

    /**
     * @param localEnums enums cut out of method bodies, to be put back
     */
    Lowering(String path, List<EnumDeclaration> localEnums) {
        this.places = new Places(path);
        this.localEnums = new ArrayList<>(localEnums);
    }

    /** The enums cut out of that body; each is given once, to the innermost body, which asks first. */
    List<EnumDeclaration> takeLocalEnums(Node body) {
        if (localEnums.isEmpty()) {
            return List.of();
        }
        List<EnumDeclaration> inside = localEnums.stream()
                .filter(declaration -> body.getRange()
                        .flatMap(range -> declaration.getRange().map(range::contains))
                        .orElse(false))
                .toList();
        localEnums.removeAll(inside);
        return inside;
    }

    Places places() {
        return places;
    }

    Annotations annotations() {
        return annotations;
    }

    Types types() {
        return types;
    }

    Expressions expressions(BodyBuilder body) {
        return new Expressions(this, body);
    }

    Statements statements(BodyBuilder body) {
        return new Statements(this, body);
    }
}
