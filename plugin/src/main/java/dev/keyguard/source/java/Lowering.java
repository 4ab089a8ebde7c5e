package dev.keyguard.source.java;

/** What lowers the parts of one file, wired together. */
final class Lowering {
    private final Places places;
    private final Annotations annotations = new Annotations(this);
    private final Types types = new Types(this);

    Lowering(String path) {
        this.places = new Places(path);
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
