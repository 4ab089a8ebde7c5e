package dev.keyguard.source;

/**
 * A {@code keyguard:ignore rule reason} comment.
 *
 * @param place where the comment's text begins
 * @param text  what follows {@code keyguard:ignore}, trimmed
 * @param alone whether nothing but the comment stands on its line (then it speaks for the next line)
 */
public record SuppressionComment(Place place, String text, boolean alone) {}
