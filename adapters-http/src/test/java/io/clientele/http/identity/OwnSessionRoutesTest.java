package io.clientele.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.apikey.ApiKeyScope;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.SignedInOperator;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Operators see and end their own sessions. */
class OwnSessionRoutesTest {
  private static final String SESSIONS = "/v1/me/sessions";
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
  void anOperatorSeesItsSessionsAndWhichIsItsOwn() {
    var own = visitor();
    var other = own.with(SignedInOperator.signIn(caller, own.email(), SignedInOperator.PASSWORD));
    visitor();
    var listed = own.call("GET", SESSIONS).json().path("data");
    assertThat(listed.size()).isEqualTo(2);
    var ofOther = other.call("GET", SESSIONS).json().path("data");
    var current = listed.path(0).path("current").asBoolean() ? 0 : 1;
    assertThat(listed.path(1 - current).path("current").asBoolean()).isFalse();
    assertThat(ofOther.path(1 - current).path("current").asBoolean()).isTrue();
  }

  @Test
  void anEndedSessionLosesItsTokensAndTheOthersContinue() {
    var own = visitor();
    var other = own.with(SignedInOperator.signIn(caller, own.email(), SignedInOperator.PASSWORD));
    var listed = own.call("GET", SESSIONS).json().path("data");
    var id = listed.path(listed.path(0).path("current").asBoolean() ? 1 : 0).path("id").asString();
    assertThat(own.call("DELETE", SESSIONS + "/" + id).status()).isEqualTo(204);
    assertThat(own.call("DELETE", SESSIONS + "/" + id).status()).isEqualTo(404);
    service.context(InMemoryIdentity.class).bearers.refresh();
    assertThat(other.refreshed().status()).isEqualTo(401);
    assertThat(own.status()).isEqualTo(200);
    assertThat(own.call("GET", SESSIONS).json().path("data").size()).isEqualTo(1);
  }

  @Test
  void theSessionOfAnotherOperatorIsAbsent() {
    var other = visitor();
    var id = other.call("GET", SESSIONS).json().path("data").path(0).path("id").asString();
    assertThat(visitor().call("DELETE", SESSIONS + "/" + id).status()).isEqualTo(404);
    assertThat(other.status()).isEqualTo(200);
  }

  @Test
  void anApiKeyHasNoSessions() {
    var key =
        service
            .context(InMemoryIdentity.class)
            .key(new ApiKeyScope(Set.of(Role.AUDITOR), null), null);
    var listed = caller.get(SESSIONS, "Authorization: Bearer " + key);
    assertThat(listed.body()).isEqualTo("{\"data\":[]}");
  }

  private static SignedInOperator visitor() {
    return SignedInOperator.of(caller, "own.session" + added++ + "@example.com", "operator");
  }
}
