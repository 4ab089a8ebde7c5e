package dev.keyguard.sdk;

import java.util.Optional;

/**
 * The model a library asks for when the code names none.
 *
 * @param library   id of the catalogue file
 * @param operation what is asked
 * @param versions  Maven version range
 * @param model     absent where these versions send none
 * @param trigger   {@code auto-configuration} (the starter on the class path is enough) or a class name whose use without
 *                  a model brings the default
 */
public record DefaultModel(String library, String operation, String versions, Optional<String> model, String trigger) {}
