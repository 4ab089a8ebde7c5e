package dev.keyguard.source.tree;

/**
 * What one look at a file's bytes told.
 *
 * @param worth       whether it holds a trigger, so that it is worth reading at once; true also for a file that cannot be
 *                    looked at, because reading it will say why
 * @param packageName the package a code file says it is in; empty for none and for other files
 */
record Glance(boolean worth, String packageName) {
    static final Glance UNREADABLE = new Glance(true, "");
}
