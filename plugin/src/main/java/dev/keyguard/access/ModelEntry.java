package dev.keyguard.access;

import java.time.LocalDate;
import java.util.Optional;

/** A model in a key's list. {@code shutdown} is the provider's own {@code shutdown_date}, if it gives one. */
public record ModelEntry(String id, Optional<LocalDate> shutdown) {}
