class Expressions {
    Object all() {
        use("quote \" tab \t unicode \u0041", 'c', 1_000L, true, null, -2, !on);
        use("""
            {
              "model": "gpt-4o", \
              "tab": "\t"
            }
            """);
        use((String) map.get("k"), array[0], new int[3], Outer.this.name, String[].class);
        use("a" + b + ("c" + 1) + 2, 1 + 2, x * y * z, a && b && c);
        return com.openai.models.ChatModel.GPT_4O
                .asString()
                .<String>strip(Optional.of(1));
    }
}
