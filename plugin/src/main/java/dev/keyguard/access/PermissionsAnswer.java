package dev.keyguard.access;

import java.util.Optional;

/** A project's list of models, or one sentence on why it could not be had. */
record PermissionsAnswer(Optional<ModelPermissions> list, String failure) {
    static PermissionsAnswer of(ModelPermissions list) {
        return new PermissionsAnswer(Optional.of(list), "");
    }

    static PermissionsAnswer failed(String sentence) {
        return new PermissionsAnswer(Optional.empty(), sentence);
    }
}
