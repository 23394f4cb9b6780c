package io.clientele.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.config.InvalidConfiguration;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.text.Email;
import io.clientele.http.identity.authentication.AuthenticationConfig;
import io.clientele.http.security.TokenKeys;
import io.clientele.http.security.oidc.BrowserClient;
import io.clientele.http.security.oidc.OidcIssuer;
import io.clientele.http.security.oidc.RefusedSubject;
import io.clientele.persistence.crypto.DataKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitySettingsTest {
  private static final TokenKeys KEYS = TokenKeys.fresh();
  private static final Map<String, String> REQUIRED =
      Map.of(
          "DATABASE_URL",
          "postgresql://clientele@db/accounts",
          "REDIS_URL",
          "none",
          "TOKEN_KEYS",
          KEYS.secret(),
          "DATA_KEYS",
          DataKeys.fresh());

  @Test
  void noneIsRequired() {
    var config = config(Map.of());

    assertThat(IdentitySettings.firstAdmin(config)).isEmpty();
    assertThat(IdentitySettings.authentication(config))
        .isEqualTo(new AuthenticationConfig(KEYS, List.of(), Set.of()));
    assertThat(config.toString())
        .endsWith("\nADMIN_EMAIL=\nADMIN_PASSWORD=\nOIDC_ISSUERS=\nOIDC_REFUSED=\nSTORE_SIGN_IN=");
  }

  @Test
  void everySettingSet() {
    var config =
        config(
            Map.of(
                "ADMIN_EMAIL",
                "Ada@example.com",
                "ADMIN_PASSWORD",
                "correct horse",
                "OIDC_ISSUERS",
                "https://id.example.com/realm|accounts|admin+customer|PT1H,"
                    + " http://localhost:8081|clientele",
                "OIDC_REFUSED",
                "https://id.example.com/realm|auth0|7"));

    assertThat(IdentitySettings.firstAdmin(config))
        .contains(new FirstAdmin(new Email("ada@example.com"), "correct horse"));
    assertThat(IdentitySettings.authentication(config))
        .isEqualTo(
            new AuthenticationConfig(
                KEYS,
                List.of(
                    new OidcIssuer(
                        "https://id.example.com/realm",
                        "accounts",
                        Set.of(Role.ADMIN, Role.CUSTOMER),
                        Duration.ofHours(1)),
                    new OidcIssuer(
                        "http://localhost:8081",
                        "clientele",
                        Set.of(Role.OPERATOR, Role.AUDITOR, Role.CUSTOMER),
                        Duration.ofHours(24))),
                Set.of(new RefusedSubject("https://id.example.com/realm", "auth0|7"))));
  }

  @Test
  void theAdministratorIsPrintedMasked() {
    var printed =
        config(Map.of("ADMIN_EMAIL", "ada@example.com", "ADMIN_PASSWORD", "correct horse"))
            .toString();

    assertThat(printed).contains("\nADMIN_PASSWORD=***\n").doesNotContain("ada@", "correct horse");
  }

  @Test
  void thePasswordIsReadFromAFile(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("secret"), "correct horse\n").toString();

    var config = config(Map.of("ADMIN_EMAIL", "ada@example.com", "ADMIN_PASSWORD_FILE", file));

    assertThat(IdentitySettings.firstAdmin(config))
        .contains(new FirstAdmin(new Email("ada@example.com"), "correct horse"));
  }

  @Test
  void anEmailWithoutAPasswordIsAFaultBesideItsOwn() {
    assertThat(faults(Map.of("ADMIN_EMAIL", "no-at")))
        .hasSize(2)
        .anyMatch(fault -> fault.startsWith("ADMIN_EMAIL must be a mailbox"))
        .anyMatch(fault -> fault.startsWith("ADMIN_EMAIL and ADMIN_PASSWORD belong together"));
  }

  @Test
  void noFaultHasThePassword() {
    assertThat(faults(Map.of("ADMIN_EMAIL", "ada@example.com", "ADMIN_PASSWORD", "s3cr3t")))
        .singleElement()
        .asString()
        .startsWith("ADMIN_PASSWORD must have 12 to 200 characters")
        .doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "https://id.example.com; must be https://issuer|audience",
        "https://id.example.com|; must be https://issuer|audience",
        "http://id.example.com|a; must be https://issuer|audience",
        "https://id.example.com|a,; must be https://issuer|audience",
        "https://id.example.com|a|operator|PT1H|store|x; must be https://issuer|audience",
        "https://id.example.com|a|operator|PT1H|shop; must name the front",
        "https://id.example.com|a|operator|PT1H|store; must name the front",
        "https://id.example.com|a|; must name roles",
        "https://id.example.com|a||PT1H; must name roles",
        "https://id.example.com|a|root; must name roles",
        "https://id.example.com|a|operator+; must name roles",
        "https://id.example.com|a|ADMIN; must name roles",
        "https://id.example.com|a|operator|; must name a maximum age",
        "https://id.example.com|a|operator|1h; must name a maximum age",
        "https://id.example.com|a|operator|PT0S; must name a maximum age",
        "https://id.example.com|a|operator|-PT1H; must name a maximum age",
        "https://id.example.com|a|operator|P367D; must name a maximum age",
        "https://id.example.com|a,https://id.example.com|a|admin; must name each issuer and"
            + " audience"
      })
  void aMisspeltIssuerIsAFault(String issuers, String fault) {
    assertThat(faults(Map.of("OIDC_ISSUERS", issuers)))
        .singleElement()
        .asString()
        .startsWith("OIDC_ISSUERS " + fault);
  }

  @ParameterizedTest
  @CsvSource({
    "ada",
    "|ada",
    "https://id.example.com|",
    "https://id.example.com/|ada",
    "https://other.example.com|ada"
  })
  void aRefusedSubjectOfNoIssuerIsAFault(String refused) {
    var variables =
        Map.of("OIDC_ISSUERS", "https://id.example.com|accounts", "OIDC_REFUSED", refused);

    assertThat(faults(variables)).singleElement().asString().startsWith("OIDC_REFUSED must ");
  }

  @Test
  void thePageOfTheStoreSignsInWithAnIssuerOfTheStore() {
    var config =
        config(
            Map.of(
                "OIDC_ISSUERS",
                "https://id.example.com|clientele-store",
                "STORE_SIGN_IN",
                "https://id.example.com|clientele-store|page"));

    assertThat(config.get(IdentitySettings.STORE_SIGN_IN))
        .containsExactly(
            new BrowserClient(
                "https://id.example.com", "clientele-store", "page", "openid", List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.example.com|clientele-store",
        "https://id.example.com|accounts|page",
        "https://id.example.org|clientele-store|page"
      })
  void aSignInWithNoIssuerOfTheStoreIsAFault(String clients) {
    var variables =
        Map.of(
            "OIDC_ISSUERS",
            "https://id.example.com|clientele-store,https://id.example.com|accounts",
            "STORE_SIGN_IN",
            clients);

    assertThat(faults(variables)).singleElement().asString().startsWith("STORE_SIGN_IN must ");
  }

  private static Config config(Map<String, String> variables) {
    var all = new HashMap<>(REQUIRED);
    all.putAll(variables);
    return Config.from(all, List.of(IdentitySettings.GROUP));
  }

  private static List<String> faults(Map<String, String> variables) {
    return catchThrowableOfType(InvalidConfiguration.class, () -> config(variables)).faults();
  }
}
