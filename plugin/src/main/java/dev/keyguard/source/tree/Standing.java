package dev.keyguard.source.tree;

/**
 * How a word stands in a file, as far as the bytes around it tell. Where they leave it open, and in languages other than
 * Java, it counts as standing in every way: what is excluded is excluded for certain.
 */
public enum Standing {
    /** In whatever way. */
    ANYHOW,
    /** As the name of a method that is called, or referred to behind {@code ::}. */
    CALLED,
    /** As the name of a variable or field that is assigned to. */
    ASSIGNED,
    /** As the name of a class of which an object may be made: {@code new X}, {@code X::new}, {@code extends X}. */
    MADE,
    /** As the name of a type that another one extends or implements, an anonymous one included. */
    EXTENDED;

    /** All of them, as a set of bits. */
    static final int ALL = (1 << values().length) - 1;

    /** This one, as a bit. */
    int bit() {
        return 1 << ordinal();
    }
}
