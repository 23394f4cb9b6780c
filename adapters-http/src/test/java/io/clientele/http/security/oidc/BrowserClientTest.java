package io.clientele.http.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.InvalidValue;
import java.util.List;
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
                "https://id.example.com/realms/a", "clientele-store", "page", "openid", List.of()));
    assertThat(client).hasToString("https://id.example.com/realms/a|clientele-store|page");
    var other = BrowserClient.parse("https://id.example.com|clientele-store|page|openid+orders");
    assertThat(other.scope()).isEqualTo("openid orders");
    assertThat(BrowserClient.parse(other.toString())).isEqualTo(other);
  }

  @Test
  void thePageCallsTheOriginOfTheIssuer() {
    var client = BrowserClient.parse("http://127.0.0.1:8099/realms/a|clientele-store|page");
    assertThat(client.called()).containsExactly("http://127.0.0.1:8099");
    assertThat(BrowserClient.parse("https://id.example.com/|a|page").called())
        .containsExactly("https://id.example.com");
  }

  @Test
  void thePageCallsTheNamedOriginsOfOtherEndpoints() {
    var text = "https://id.example.com|a|page|openid|https://tokens.example.com+https://b.example";
    var client = BrowserClient.parse(text);
    assertThat(client.called())
        .containsExactly(
            "https://id.example.com", "https://tokens.example.com", "https://b.example");
    assertThat(client).hasToString(text);
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
        "https://id.example.com|clientele-store|page|openid|more",
        "https://id.example.com|clientele-store|page|openid|https://tokens.example.com/token",
        "https://id.example.com|clientele-store|page|openid|http://tokens.example.com",
        "https://id.example.com|clientele-store|page|openid|https://a.example;script-src",
        "https://id.example.com|clientele-store|page|openid|",
        "https://id.example.com|clientele-store|page|openid|https://a.example|more"
      })
  void aMalformedClientIsRefused(String text) {
    assertThatThrownBy(() -> BrowserClient.parse(text)).isInstanceOf(InvalidValue.class);
  }
}
