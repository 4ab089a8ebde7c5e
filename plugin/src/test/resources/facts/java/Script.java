///usr/bin/env jbang "$0" "$@" ; exit $?
//DEPS com.openai:openai-java:4.0.0 dev.langchain4j:langchain4j
//DEPS io.quarkus.platform:quarkus-bom:3.2.1@pom

void main() {
    // keyguard:ignore model-dynamic it is chosen by the user
    call("gpt-4o"); // keyguard:ignore model-shut-down until June
    /* keyguard:ignore model-implicit why */ call("x");
    /*
     * keyguard:ignore all
     */
    call("// keyguard:ignore not a comment", """
        keyguard:ignore neither
        """);
}
