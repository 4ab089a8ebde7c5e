package dev.keyguard.access;

import dev.keyguard.usage.Reference;

/** What the code asks of a key: a model for an operation. */
record Wanted(String model, String operation) implements Comparable<Wanted> {
    /** Only for references whose model is known. */
    static Wanted of(Reference reference) {
        return new Wanted(reference.model().orElseThrow(), reference.operation());
    }

    @Override
    public int compareTo(Wanted other) {
        int byModel = model.compareTo(other.model);
        return byModel != 0 ? byModel : operation.compareTo(other.operation);
    }

    /** For people. */
    String text() {
        return model + " (" + operation + ")";
    }
}
