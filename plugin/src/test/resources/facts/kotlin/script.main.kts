#!/usr/bin/env kotlin
@file:DependsOn("com.openai:openai-java:4.0.0")
//DEPS dev.langchain4j:langchain4j-open-ai:1.0.0

import com.openai.client.okhttp.OpenAIOkHttpClient

val client = OpenAIOkHttpClient.fromEnv()
plugins {
    id("java")
}
client.chat().completions().create(params { model("gpt-4o") })
