package dev.keyguard.access;

import java.util.SortedSet;

/**
 * A project's own list of models, as an admin key may read it.
 *
 * @param allow whether it names what is allowed; else what is denied
 */
record ModelPermissions(String project, boolean allow, SortedSet<String> models) {
    private static final int SHOWN = 10;

    /** Why a model is refused, as far as this list tells; one sentence's worth. */
    String about(String model) {
        boolean named = models.contains(model);
        if (allow) {
            return named
                    ? "the allow list of project " + project + " names it, so it is not that which bars it"
                    : "the allow list of project " + project + " does not name it (it names " + shown() + ")";
        }
        return named
                ? "the deny list of project " + project + " names it"
                : "the deny list of project " + project + " does not name it, so it is not that which bars it";
    }

    private String shown() {
        if (models.isEmpty()) {
            return "nothing";
        }
        String text = String.join(", ", models.stream().limit(SHOWN).toList());
        return models.size() > SHOWN ? text + " and " + (models.size() - SHOWN) + " more" : text;
    }
}
