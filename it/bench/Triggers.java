import dev.keyguard.sdk.JsonCatalogue;

/** Prints what the byte search looks for, one a line. */
final class Triggers {
    public static void main(String[] arguments) {
        JsonCatalogue.bundled().triggers().stream().sorted().forEach(System.out::println);
    }
}
