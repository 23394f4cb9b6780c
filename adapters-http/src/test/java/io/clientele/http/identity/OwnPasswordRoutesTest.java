package io.clientele.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.apikey.ApiKeyScope;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.SignedInOperator;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators change their own passwords, and must after an administrator set one. */
class OwnPasswordRoutesTest {
  private static final String CHOSEN = "four other small words";
  private static final String RESET = "set by an administrator";
  private static InMemoryServer service;
  private static TestClient caller;
  private static int added;

  @BeforeAll
  static void start() {
    service = new InMemoryServer();
    caller = new TestClient(service.port());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void allOtherSessionsEndAndTheOwnContinues() {
    var own = visitor();
    var other = own.with(SignedInOperator.signIn(caller, own.email(), SignedInOperator.PASSWORD));
    assertThat(other.status()).isEqualTo(200);
    assertThat(change(own, SignedInOperator.PASSWORD, CHOSEN).status()).isEqualTo(204);
    service.context(InMemoryIdentity.class).bearers.refresh();

    assertThat(own.status()).isEqualTo(200);
    assertThat(own.refreshed().status()).isEqualTo(200);
    assertThat(other.status()).isEqualTo(401);
    assertThat(other.refreshed().status()).isEqualTo(401);
    assertThat(SignedInOperator.signIn(caller, own.email(), SignedInOperator.PASSWORD).status())
        .isEqualTo(401);
    assertThat(SignedInOperator.signIn(caller, own.email(), CHOSEN).status()).isEqualTo(201);
  }

  @Test
  void aWrongCurrentPasswordIsAFaultOfItsField() {
    var own = visitor();
    var refused = change(own, "not the password", CHOSEN);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(pointer(refused)).isEqualTo("#/currentPassword");
    assertThat(SignedInOperator.signIn(caller, own.email(), SignedInOperator.PASSWORD).status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "short, must be 12 to 200 characters",
    "qwertyqwerty, must not be one of the most common passwords",
    "Grace Hopper 1906, must not be made of the own name or e-mail",
    "a password of its own, must not be the current password"
  })
  void anUnacceptablePasswordIsRefused(String chosen, String rule) {
    var refused = change(visitor(), SignedInOperator.PASSWORD, chosen);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(pointer(refused)).isEqualTo("#/newPassword");
    assertThat(refused.json().path("errors").path(0).path("detail").asString()).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({"qwertyqwerty", "grace hopper 1906", "resets.own@example.com"})
  void anAdministratorCannotSetAnUnacceptablePassword(String password) {
    var body =
        """
        {"name": "Grace Hopper", "email": "resets.own@example.com", "roles": ["auditor"], "password": "%s"}\
        """
            .formatted(password);
    var creation = caller.call("POST", "/v1/operators", body);
    assertThat(creation.status()).isEqualTo(400);
    assertThat(pointer(creation)).isEqualTo("#/password");
    if (!password.contains("@")) {
      var reset = reset(visitor(), password);
      assertThat(reset.status()).isEqualTo(400);
      assertThat(pointer(reset)).isEqualTo("#/password");
    }
  }

  @Test
  void keysAndCustomersHaveNoPassword() {
    var account = caller.open("Ada Lovelace");
    var auditor =
        service
            .context(InMemoryIdentity.class)
            .key(new ApiKeyScope(Set.of(Role.AUDITOR), null), null);
    for (var bearer : Set.of(auditor, service.context(InMemoryIdentity.class).keyOf(account))) {
      var known = "Authorization: Bearer " + bearer;
      assertThat(caller.call("POST", "/v1/me/password", "{}", known).status()).isEqualTo(403);
    }
  }

  @Test
  void afterAResetOnlyAPasswordChangeIsAllowed() {
    var operator = visitor();
    assertThat(reset(operator, RESET).status()).isEqualTo(200);
    var answer = SignedInOperator.signIn(caller, operator.email(), RESET);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("passwordChangeRequired").asBoolean()).isTrue();
    var signedIn = operator.with(answer);
    for (var target : Set.of("/v1/me", "/v1/accounts", "/v1/operators/" + operator.id())) {
      var refused = signedIn.call("GET", target);
      assertThat(refused.status()).as(target).isEqualTo(403);
      assertThat(refused.json().path("type").asString())
          .isEqualTo(target.contains("operators") ? "/problems/not-allowed" : REQUIRED);
    }
    var refreshed = signedIn.refreshed();
    assertThat(refreshed.json().path("passwordChangeRequired").asBoolean()).isTrue();
    var next = signedIn.with(refreshed);

    assertThat(change(next, RESET, CHOSEN).status()).isEqualTo(204);
    assertThat(next.status()).isEqualTo(200);
    assertThat(next.refreshed().json().has("passwordChangeRequired")).isFalse();
    var again = SignedInOperator.signIn(caller, operator.email(), CHOSEN);
    assertThat(again.json().has("passwordChangeRequired")).isFalse();
  }

  private static final String REQUIRED = "/problems/password-change-required";

  @Test
  void aCreationRequiresNoChangeAndNeitherDoesAnOwnPatch() {
    var admin = SignedInOperator.of(caller, "second.admin" + added++ + "@example.com", "admin");
    assertThat(admin.status()).isEqualTo(200);
    var body = "{\"password\":\"%s\"}".formatted(CHOSEN);
    var known = "Authorization: Bearer " + admin.access();
    assertThat(caller.call("PATCH", "/v1/operators/" + admin.id(), body, known).status())
        .isEqualTo(200);
    var answer = SignedInOperator.signIn(caller, admin.email(), CHOSEN);
    assertThat(answer.json().has("passwordChangeRequired")).isFalse();
  }

  @Test
  void aLargeBodyIsNotRead() {
    var body = "{\"newPassword\":\"" + "a".repeat(4096) + "\"}";
    var known = "Authorization: Bearer " + visitor().access();
    assertThat(caller.call("POST", "/v1/me/password", body, known).status()).isEqualTo(413);
  }

  private static SignedInOperator visitor() {
    return SignedInOperator.of(caller, "own.password" + added++ + "@example.com", "operator");
  }

  private static RawSocketClient.Answer reset(SignedInOperator operator, String password) {
    var body = "{\"password\":\"%s\"}".formatted(password);
    return caller.call("PATCH", "/v1/operators/" + operator.id(), body);
  }

  private static RawSocketClient.Answer change(
      SignedInOperator visitor, String current, String chosen) {
    var body = "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(current, chosen);
    var known = "Authorization: Bearer " + visitor.access();
    return caller.call("POST", "/v1/me/password", body, known);
  }

  private static String pointer(RawSocketClient.Answer answer) {
    return answer.json().path("errors").path(0).path("pointer").asString();
  }
}
