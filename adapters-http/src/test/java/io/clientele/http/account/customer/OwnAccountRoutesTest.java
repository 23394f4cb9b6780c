package io.clientele.http.account.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.http.testing.CustomerClient;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnAccountRoutesTest {
  private static final String ME = "/store/v1/me";

  private final InMemoryServer service = new InMemoryServer();
  private final TestClient operations = new TestClient(service.port());
  private final AccountId account = operations.open("Ada Lovelace");
  private final CustomerClient customer = new CustomerClient(service, account);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void theCustomerSeesItsAccountAndCountsNoView() {
    operations.call("PATCH", "/v1/accounts/" + account, "{\"metadata\":{\"segment\":\"retail\"}}");
    var shown = customer.get(ME);
    assertThat(shown.json().propertyNames())
        .containsExactlyInAnyOrder(
            "id", "name", "email", "emailVerified", "status", "createdAt", "updatedAt");
    assertThat(shown.json().path("id").asString()).isEqualTo(account.toString());
    assertThat(shown.header("ETag")).matches("\"[0-9a-f]{32}\"");
    assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
    var views = operations.get("/v1/accounts/" + account + "/views").json();
    assertThat(views.path("total").asLong()).isZero();
  }

  @Test
  void aPatchOfTheSeenVersionIsTakenOnce() {
    var tag = "If-Match: " + customer.get(ME).header("ETag");
    var renamed = customer.call("PATCH", ME, "{\"name\":\"Ada King\"}", tag);
    assertThat(renamed.json().path("name").asString()).isEqualTo("Ada King");
    assertThat(customer.call("PATCH", ME, "{\"name\":\"Ada\"}", tag).status()).isEqualTo(412);
    assertThat(customer.call("PATCH", ME, "{\"name\":\"Ada\"}", "If-Match: \"2\"").status())
        .isEqualTo(412);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"metadata", "emailVerified", "taxId", "status", "id", "version", "reason"})
  void whatIsNotTheCustomersToChangeIsUnknown(String member) {
    var refused = customer.call("PATCH", ME, "{\"%s\":null}".formatted(member));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("errors").get(0).path("pointer").asString())
        .isEqualTo("#/" + member);
  }

  @Test
  void aPortfolioIsThatOfTheOwnAccount() {
    operations.call("POST", "/v1/assets", "{\"code\":\"USD\",\"scale\":2,\"kind\":\"money\"}");
    operations.call(
        "POST", "/v1/accounts/" + account + "/pockets", "{\"asset\":\"USD\",\"name\":\"main\"}");
    var shown = customer.get(ME + "/portfolio?quote=USD");
    assertThat(shown.json().propertyNames())
        .containsExactlyInAnyOrder("quote", "assets", "total", "asOf");
    assertThat(shown.json().path("assets").get(0).path("asset").asString()).isEqualTo("USD");
    assertThat(customer.get(ME + "/portfolio").status()).isEqualTo(400);
    assertThat(customer.get(ME + "/portfolio?quote=EUR").status()).isEqualTo(400);
  }
}
