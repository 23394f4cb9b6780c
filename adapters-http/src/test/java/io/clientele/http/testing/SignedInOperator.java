package io.clientele.http.testing;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An operator who signed in over HTTP, with the tokens that it was given then.
 *
 * @param access the access token
 * @param refresh the refresh token
 */
public record SignedInOperator(
    TestClient caller, String id, String email, String access, String refresh) {
  public static final String PASSWORD = "a password of its own";

  private static final String NO_CREDENTIALS = "Authorization: none";

  /** Adds an operator with this role, and signs it in. */
  public static SignedInOperator of(TestClient caller, String email, String role) {
    var body =
        """
        {"name": "Grace Hopper", "email": "%s", "roles": ["%s"], "password": "%s"}\
        """
            .formatted(email, role, PASSWORD);
    var added = caller.call("POST", "/v1/operators", body);
    assertThat(added.status()).isEqualTo(201);
    var id = added.json().path("id").asString();
    return of(caller, id, email, signIn(caller, email, PASSWORD));
  }

  public static RawSocketClient.Answer signIn(TestClient caller, String email, String password) {
    var body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    return caller.call("POST", "/v1/sessions", body, NO_CREDENTIALS);
  }

  /** The same operator with the tokens of this answer. */
  public SignedInOperator with(RawSocketClient.Answer granted) {
    return of(caller, id, email, granted);
  }

  public RawSocketClient.Answer refreshed() {
    var body = "{\"refreshToken\":\"" + refresh + "\"}";
    return caller.call("POST", "/v1/sessions/refresh", body, NO_CREDENTIALS);
  }

  public RawSocketClient.Answer call(String method, String target) {
    return caller.call(method, target, "", "Authorization: Bearer " + access);
  }

  public int status() {
    return call("GET", "/v1/me").status();
  }

  private static SignedInOperator of(
      TestClient caller, String id, String email, RawSocketClient.Answer granted) {
    assertThat(granted.status()).isIn(200, 201);
    return new SignedInOperator(
        caller,
        id,
        email,
        granted.json().path("accessToken").asString(),
        granted.json().path("refreshToken").asString());
  }
}
