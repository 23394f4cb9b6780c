package io.clientele.http.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.AccountRateLimits;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient.Answer;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryContexts;
import io.clientele.http.testing.context.InMemoryIdentity;
import io.clientele.inmemory.kernel.InMemoryRateLimiter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who verifies an e-mail address, and how often a customer may change one. */
class EmailVerificationTest {
  private static final int CHANGES_MAX = 5;
  private static final String MERGE = "Content-Type: application/merge-patch+json";

  private final InMemoryServer service =
      new InMemoryServer(HttpConfig.of("127.0.0.1", 0), new InMemoryRateLimiter(limits(), () -> 0));
  private final TestClient admin = new TestClient(service.port());
  private final AccountId id = admin.open("Ada Lovelace");
  private final String customer =
      "Authorization: Bearer " + service.context(InMemoryIdentity.class).keyOf(id);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void anAccountIsUnverifiedUnlessTheHostSystemVerifiesIt() {
    assertThat(isVerified(admin.get("/v1/accounts/" + id))).isFalse();
    var opening = "{\"name\":\"Eve\",\"email\":\"eve@example.com\",\"emailVerified\":true}";
    var opened = admin.call("POST", "/v1/accounts", opening);
    assertThat(isVerified(opened)).isTrue();
    assertThat(admin.get("/v1/accounts?limit=1").body()).contains("\"emailVerified\":true");
    assertThat(admin.get("/v1/accounts/export?format=ndjson").body())
        .contains("\"emailVerified\":true", "\"emailVerified\":false");
  }

  @Test
  void operatorsVerifyAndACustomersChangeIsUnverified() {
    var operator =
        "Authorization: Bearer " + service.context(InMemoryIdentity.class).bearerOf(Role.OPERATOR);
    assertThat(isVerified(patch("{\"emailVerified\":true}", operator))).isTrue();
    assertThat(isVerified(patch("{\"name\":\"Ada King\"}", customer))).isTrue();
    assertThat(isVerified(patch("{\"email\":\"own@example.com\"}", customer))).isFalse();
    assertThat(isVerified(patch("{\"emailVerified\":true}", operator))).isTrue();
    assertThat(isVerified(patch("{\"email\":\"new@example.com\"}", operator))).isFalse();
    var both = "{\"email\":\"newer@example.com\",\"emailVerified\":true}";
    assertThat(isVerified(patch(both, operator))).isTrue();
    assertThat(isVerified(patch("{\"emailVerified\":false}", operator))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"emailVerified\":true}",
        "{\"emailVerified\":false}",
        "{\"taxId\":null}",
        "{\"taxId\":null,\"email\":\"own@example.com\"}"
      })
  void aForbiddenFieldIs403EvenWithoutAChange(String body) {
    var refused = patch(body, customer);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("type").asString()).isEqualTo("/problems/not-allowed");
    assertThat(admin.get("/v1/accounts/" + id).header("ETag")).isEqualTo("\"1\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"true\"", "1", "null", "{}"})
  void whatIsNotABooleanIs400(String value) {
    var body = "{\"emailVerified\":" + value + "}";
    assertThat(patch(body, customer).status()).isEqualTo(400);
    assertThat(patch(body, customer).body()).contains("#/emailVerified");
  }

  @Test
  void addressChangesOfACustomerAreLimited() {
    admin.call("POST", "/v1/accounts", "{\"name\":\"Eve\",\"email\":\"taken@example.com\"}");
    for (var i = 0; i < CHANGES_MAX; i++) {
      var isTaken = i % 2 == 0;
      var email = isTaken ? "taken@example.com" : "free" + i + "@example.com";
      var answer = patch("{\"email\":\"" + email + "\"}", customer);
      assertThat(answer.status()).isEqualTo(isTaken ? 409 : 200);
    }
    var refused = patch("{\"email\":\"taken@example.com\"}", customer);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isNotNull();
    assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"email-change\";q=5;w=3600");
    assertThat(patch("{\"email\":\"unused@example.com\"}", customer).status()).isEqualTo(429);
    assertThat(patch("{\"name\":\"Ada King\"}", customer).status()).isEqualTo(200);
    var operator =
        "Authorization: Bearer " + service.context(InMemoryIdentity.class).bearerOf(Role.OPERATOR);
    assertThat(patch("{\"email\":\"unused@example.com\"}", operator).status()).isEqualTo(200);
  }

  private Answer patch(String body, String authorization) {
    return admin.call("PATCH", "/v1/accounts/" + id, body, MERGE, authorization);
  }

  private static boolean isVerified(Answer answer) {
    assertThat(answer.status()).isBetween(200, 201);
    assertThat(answer.json().path("emailVerified").isBoolean()).isTrue();
    return answer.json().path("emailVerified").booleanValue();
  }

  private static Map<RateLimit, Quota> limits() {
    var limits = new HashMap<RateLimit, Quota>();
    for (var budget : InMemoryContexts.RATE_LIMITS) {
      limits.put(budget, new Quota(1_000, Duration.ofMinutes(1)));
    }
    limits.put(AccountRateLimits.EMAIL_CHANGE, new Quota(CHANGES_MAX, Duration.ofHours(1)));
    return limits;
  }
}
