package dev.keyguard.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request.
 *
 * @param url  the base URL with a path of the profile behind it
 * @param json what is posted there; absent: it is asked with GET
 */
record Target(String url, Optional<String> json) {
    private Target(String url) {
        this(url, Optional.empty());
    }

    /** The list, from the given page on. */
    static Target list(ListQuestion question, Optional<String> next) {
        List<String> query = new ArrayList<>();
        question.profile().paging().ifPresent(paging -> {
            query.add(paging.first());
            next.ifPresent(value -> query.add(paging.next() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        });
        String plain = question.url().text() + "/" + question.profile().list();
        return new Target(query.isEmpty() ? plain : plain + "?" + String.join("&", query));
    }

    /** A real request to a model. Only for profiles that allow it. */
    static Target probe(ListQuestion question, String model, Probe probe) {
        String limit = question.profile().probeLimit().orElseThrow();
        return new Target(question.url().text() + "/" + probe.path(), Optional.of(probe.json(model, limit)));
    }

    /** A project's allow or deny list. */
    static Target permissions(ListQuestion question, String project) {
        return new Target(question.url().text() + "/organization/projects/"
                + URLEncoder.encode(project, StandardCharsets.UTF_8) + "/model_permissions");
    }

    /** One model. Only for profiles with a path for it. */
    static Target model(ListQuestion question, String model) {
        String encoded = URLEncoder.encode(model, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
        String path = question.profile().retrieve().orElseThrow().replace("{id}", encoded);
        return new Target(question.url().text() + "/" + path);
    }
}
