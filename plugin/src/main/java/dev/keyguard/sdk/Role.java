package dev.keyguard.sdk;

/** What an argument, a property or a variable means to a client library. */
public enum Role {
    /** A model id (or, at Azure, a deployment name). */
    MODEL,
    /** An API key, or an object that holds one. */
    KEY,
    /** An admin key; never used to call models. */
    ADMIN_KEY,
    BASE_URL,
    ORGANIZATION,
    PROJECT,
    /** A client object that carries key and endpoint. */
    CLIENT,
    /** A request, options or parameters object that carries the model into a client. */
    REQUEST,
    /** A header; its name decides. */
    HEADER,
    /** A model name given to a tokenizer or a price table: no request. */
    TOKENIZER,
    /** The name of a configuration, not of a model. */
    CONFIGURATION_NAME,
    /** The call names no model or key but makes the endpoint another provider's. */
    PROVIDER
}
