package demo;

@Configuration(
        name = Names.A,
        value = {"a", "b"},
        inner = @Inner(key = "k", of = @Deep))
class Annotations {
    @Value("${openai.model:gpt-4o}")
    String model;

    @Bean("x")
    @Primary
    Object bean(@ConfigProperty(name = "k", defaultValue = "d") String key, @demo.Qualified Object other) {
        @SuppressWarnings("unchecked")
        Object local = key;
        return local;
    }
}
