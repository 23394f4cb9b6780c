package io.clientele.http.identity.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.SignedInOperator;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an operator may is taken away: its tokens are good until the next look, and no longer. */
class RevokedAccessTest {
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
  void changedRolesEndTheAccessTokenAndARefreshHasThem() {
    var visitor = visitor("operator");
    change(visitor, "{\"roles\":[\"auditor\"]}");

    assertThat(visitor.status()).isEqualTo(401);
    var again = visitor.with(visitor.refreshed());
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.call("GET", "/v1/me").json().path("roles").toString())
        .isEqualTo("[\"auditor\"]");
    assertThat(again.call("GET", "/v1/audit").status()).isEqualTo(200);
    assertThat(again.call("POST", "/v1/accounts").status()).isEqualTo(403);
  }

  @Test
  void aChangedNameEndsNothing() {
    var visitor = visitor("operator");
    change(visitor, "{\"name\":\"Rear Admiral Hopper\"}");

    assertThat(visitor.status()).isEqualTo(200);
    assertThat(visitor.refreshed().status()).isEqualTo(200);
  }

  @Test
  void aDisabledOperatorLosesAccess() {
    var visitor = visitor("operator");
    change(visitor, "{\"status\":\"disabled\"}");

    isOut(visitor);
    assertThat(signIn(visitor, SignedInOperator.PASSWORD)).isEqualTo(401);

    change(visitor, "{\"status\":\"active\"}");
    isOut(visitor);
    assertThat(signIn(visitor, SignedInOperator.PASSWORD)).isEqualTo(201);
  }

  @Test
  void aRemovedOperatorLosesAccess() {
    var visitor = visitor("operator");
    assertThat(visitor.status()).isEqualTo(200);
    assertThat(caller.call("DELETE", "/v1/operators/" + visitor.id(), "").status()).isEqualTo(204);
    look();

    isOut(visitor);
    assertThat(signIn(visitor, SignedInOperator.PASSWORD)).isEqualTo(401);
  }

  @Test
  void aNewPasswordEndsEarlierSessions() {
    var visitor = visitor("operator");
    change(visitor, "{\"password\":\"another one, not known before\"}");

    isOut(visitor);
    assertThat(signIn(visitor, SignedInOperator.PASSWORD)).isEqualTo(401);
    assertThat(signIn(visitor, "another one, not known before")).isEqualTo(201);
  }

  @Test
  void signingOutEndsOnlyThisSession() {
    var visitor = visitor("operator");
    var other =
        visitor.with(SignedInOperator.signIn(caller, visitor.email(), SignedInOperator.PASSWORD));
    assertThat(visitor.status()).isEqualTo(200);
    assertThat(visitor.call("DELETE", "/v1/sessions/current").status()).isEqualTo(204);
    look();

    isOut(visitor);
    assertThat(other.status()).isEqualTo(200);
    assertThat(other.refreshed().status()).isEqualTo(200);
  }

  @Test
  void anUnseenTokenIsRevokedToo() {
    var unseen = visitor("operator");
    caller.call("PATCH", "/v1/operators/" + unseen.id(), "{\"status\":\"disabled\"}");
    look();

    assertThat(unseen.status()).isEqualTo(401);
  }

  @Test
  void otherCallersAreNotAffected() {
    var visitor = visitor("operator");
    change(visitor("operator"), "{\"status\":\"disabled\"}");

    assertThat(visitor.status()).isEqualTo(200);
  }

  private static SignedInOperator visitor(String role) {
    return SignedInOperator.of(caller, "visitor" + added++ + "@example.com", role);
  }

  /** The visitor is known already, so that what is remembered has to be forgotten. */
  private static void change(SignedInOperator visitor, String body) {
    var _ = visitor.status();
    assertThat(caller.call("PATCH", "/v1/operators/" + visitor.id(), body).status()).isEqualTo(200);
    look();
  }

  private static void isOut(SignedInOperator visitor) {
    assertThat(visitor.status()).isEqualTo(401);
    assertThat(visitor.refreshed().status()).isEqualTo(401);
  }

  private static int signIn(SignedInOperator visitor, String password) {
    return SignedInOperator.signIn(caller, visitor.email(), password).status();
  }

  /** What the service does once a second. */
  private static void look() {
    service.context(InMemoryIdentity.class).bearers.refresh();
  }
}
