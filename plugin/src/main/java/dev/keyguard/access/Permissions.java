package dev.keyguard.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says why a model is refused, where the user lets an admin key be used ({@code keyguard.admin}): the project's allow or
 * deny list, {@code GET /organization/projects/{id}/model_permissions}. An admin key is asked for nothing else.
 */
final class Permissions {
    /** As openai-java calls it. */
    static final String ADMIN_KEY = "OPENAI_ADMIN_KEY";

    private static final Pattern PROJECT = Pattern.compile("\\bproj_[A-Za-z0-9_-]{3,64}\\b");

    private final AccessSettings settings;
    private final KeyRing ring;
    private final Trust trust;
    private final Asking asking;
    private final Surroundings surroundings;

    Permissions(AccessSettings settings, KeyRing ring, Trust trust, Asking asking, Surroundings surroundings) {
        this.settings = settings;
        this.ring = ring;
        this.trust = trust;
        this.asking = asking;
        this.surroundings = surroundings;
    }

    /** The answer with what the project's list says, if it refuses one of {@code wanted} and somebody may be asked why. */
    Answered explain(Answered answered, Subject subject, ListQuestion question, Collection<Wanted> wanted) {
        if (!settings.admin() || !settings.mayAsk() || wanted.stream().noneMatch(answered::refuses)) {
            return answered;
        }
        Optional<FoundKey> key = ring.find(List.of(ADMIN_KEY), subject.module(), text -> true);
        if (key.isEmpty()) {
            return answered.noting("keyguard.admin: this build has no " + ADMIN_KEY + " to ask why with");
        }
        if (!trust.admin(question.url(), key.get())) {
            return answered.noting("keyguard.admin: " + ADMIN_KEY + " was not sent to "
                    + question.url().host() + "; name the endpoint in services for this key, and check the key's form");
        }
        Optional<String> project = project(answered, subject);
        if (project.isEmpty()) {
            return answered.noting("keyguard.admin: whose list to ask for is not known; set OPENAI_PROJECT_ID");
        }
        PermissionsAnswer told =
                asking.permissions(question.as(key.get().value().trimmed()), project.get());
        return told.list()
                .map(answered::explained)
                .orElseGet(() -> answered.noting("keyguard.admin: the list of project " + project.get()
                        + " could not be had: " + told.failure()));
    }

    /** What is sent along, what the refusal names, or what openai-java would send. */
    private Optional<String> project(Answered answered, Subject subject) {
        return Stream.of(
                        subject.project(),
                        answered.refusals()
                                .map(Refusal::message)
                                .map(Permissions::named)
                                .flatMap(Optional::stream)
                                .findFirst(),
                        surroundings.properties().apply("openai.projectId"),
                        surroundings.environment().apply("OPENAI_PROJECT_ID"))
                .flatMap(Optional::stream)
                .filter(text -> PROJECT.matcher(text).matches())
                .findFirst();
    }

    private static Optional<String> named(String message) {
        Matcher matcher = PROJECT.matcher(message);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
