package dev.keyguard.maven;

/** Whether providers are asked. */
enum Online {
    /** Where a key is found and the network answers. */
    AUTO,
    /** What cannot be asked is an error. */
    REQUIRED,
    /** Lock file, cache and model table only. */
    NEVER
}
