package dev.keyguard.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The URL of one request: the base URL with a path of the profile behind it. */
record Target(String url) {
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

    /** One model. Only for profiles with a path for it. */
    static Target model(ListQuestion question, String model) {
        String encoded = URLEncoder.encode(model, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
        String path = question.profile().retrieve().orElseThrow().replace("{id}", encoded);
        return new Target(question.url().text() + "/" + path);
    }
}
