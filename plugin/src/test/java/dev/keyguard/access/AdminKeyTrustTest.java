package dev.keyguard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The key with power over the whole organisation goes to OpenAI, or to the one endpoint that is named for it. */
final class AdminKeyTrustTest {
    private static final String GATEWAY = "https://gateway.example/v1";

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1, sk-admin-fakeFakeFakeFakeFakeFakeFake, true",
        "https://eu.api.openai.com/v1, sk-admin-fakeFakeFakeFakeFakeFakeFake, true",
        "http://api.openai.com/v1, sk-admin-fakeFakeFakeFakeFakeFakeFake, false",
        "https://api.openai.com.example/v1, sk-admin-fakeFakeFakeFakeFakeFakeFake, false",
        "https://api.openai.com/v1, ghp_fakeFakeFakeFakeFakeFakeFakeFake, false",
        "https://api.openai.com/v1, demo, false",
        "https://api.openai.com/v1, sk-admin-fake Fake, false",
        "https://gateway.example/v1, sk-admin-fakeFakeFakeFakeFakeFakeFake, true",
        "https://gateway.example/v1, demo, false",
        "https://any.example/v1, sk-admin-fakeFakeFakeFakeFakeFakeFake, false",
        "https://other.example/v1, sk-admin-fakeFakeFakeFakeFakeFakeFake, false",
        "https://nobody.example/v1, sk-admin-fakeFakeFakeFakeFakeFakeFake, false"
    })
    void goesNowhereElse(String url, String value, boolean sent) {
        Surroundings nothing = new Surroundings(
                name -> Optional.empty(), name -> Optional.empty(), id -> Optional.empty(), module -> Optional.empty());
        Trust trust = new Trust(
                ProviderProfiles.load(),
                Placeholders.load(),
                List.of(
                        new ServiceEntry(GATEWAY, Optional.empty(), Optional.of(Permissions.ADMIN_KEY)),
                        new ServiceEntry("https://any.example/v1", Optional.empty(), Optional.empty()),
                        new ServiceEntry("https://other.example/v1", Optional.empty(), Optional.of("OPENAI_API_KEY"))),
                new KeyRing(nothing, List.of()),
                nothing);
        FoundKey key = new FoundKey(
                SecretKey.of(value), Permissions.ADMIN_KEY, Permissions.ADMIN_KEY, false, Optional.empty());
        assertThat(trust.admin(BaseUrl.parse(url).orElseThrow(), key)).isEqualTo(sent);
    }
}
