package shop;

/** The one place where models are chosen. */
public final class Models {
    public static final String CHAT = "gpt-4o";

    private Models() {}
}
