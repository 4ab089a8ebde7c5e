package dev.keyguard.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for keys that say nothing of the key: HMAC-SHA-256 with a random salt. A salt kept in the user's cache folder
 * makes them stable between builds; nobody without that file can test a guess against them.
 */
final class Fingerprints {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SALT = 32;
    private static final int LENGTH = 40;
    private static final String FILE = "salt";

    private final byte[] salt;

    private Fingerprints(byte[] salt) {
        this.salt = salt;
    }

    /** For this process alone. */
    static Fingerprints passing() {
        return new Fingerprints(fresh());
    }

    /** With the salt of that folder, made at the first call; empty if it can be neither read nor written. */
    static Optional<Fingerprints> in(PrivateFolder folder) {
        Path file = folder.file(FILE);
        try {
            if (!Files.exists(file)) {
                folder.write(FILE, fresh());
            }
            byte[] salt = Files.readAllBytes(file);
            return salt.length == SALT ? Optional.of(new Fingerprints(salt)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The name of a question. */
    String of(ListQuestion question) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt, ALGORITHM));
            String text = String.join(
                    "\n",
                    question.key().map(SecretKey::reveal).orElse(""),
                    question.url().text(),
                    question.profile().id(),
                    question.organization().orElse(""),
                    question.project().orElse(""));
            return HexFormat.of()
                    .formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static byte[] fresh() {
        byte[] bytes = new byte[SALT];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
