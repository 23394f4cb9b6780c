package io.clientele.http.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserClientTest {
  @Test
  void aClientAsksForOpenidUnlessAnotherScopeIsNamed() {
    var client = BrowserClient.parse("https://id.example.com/realms/a | clientele-store | page");
    assertThat(client)
        .isEqualTo(
            new BrowserClient(
                "https://id.example.com/realms/a", "clientele-store", "page", "openid"));
    assertThat(client).hasToString("https://id.example.com/realms/a|clientele-store|page");
    var other = BrowserClient.parse("https://id.example.com|clientele-store|page|openid+orders");
    assertThat(other.scope()).isEqualTo("openid orders");
    assertThat(BrowserClient.parse(other.toString())).isEqualTo(other);
  }

  @Test
  void theOriginIsThatOfTheIssuer() {
    var client = BrowserClient.parse("http://127.0.0.1:8099/realms/a|clientele-store|page");
    assertThat(client.origin()).isEqualTo("http://127.0.0.1:8099");
    assertThat(BrowserClient.parse("https://id.example.com/|a|page").origin())
        .isEqualTo("https://id.example.com");
  }

  @Test
  void aClientIsOfTheEntryWithItsIssuerAndAudience() {
    var client = BrowserClient.parse("https://id.example.com|clientele-store|page");
    assertThat(client.isOf(OidcIssuer.parse("https://id.example.com|clientele-store"))).isTrue();
    assertThat(client.isOf(OidcIssuer.parse("https://id.example.com|other"))).isFalse();
    assertThat(client.isOf(OidcIssuer.parse("https://id.example.org|clientele-store"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.example.com",
        "https://id.example.com|clientele-store",
        "https://id.example.com||page",
        "http://id.example.com|clientele-store|page",
        "https://id.example.com|clientele-store|",
        "https://id.example.com|clientele-store|page|",
        "https://id.example.com|clientele-store|page|\"",
        "https://id.example.com|clientele-store|page|openid|more"
      })
  void aMalformedClientIsRefused(String text) {
    assertThatThrownBy(() -> BrowserClient.parse(text)).isInstanceOf(InvalidValue.class);
  }
}
