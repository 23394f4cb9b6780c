package io.clientele.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.Caller;
import io.clientele.http.Wire;

/**
 * An operator who signed in over HTTP, with the tokens that it was given then.
 *
 * @param access the access token
 * @param refresh the refresh token
 */
record Visitor(Caller caller, String id, String email, String access, String refresh) {
  static final String PASSWORD = "a password of its own";

  private static final String NOBODY = "Authorization: none";

  /** Adds an operator with this role, and signs it in. */
  static Visitor of(Caller caller, String email, String role) {
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

  static Wire.Answer signIn(Caller caller, String email, String password) {
    var body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    return caller.call("POST", "/v1/sessions", body, NOBODY);
  }

  /** The same operator with the tokens of this answer. */
  Visitor with(Wire.Answer granted) {
    return of(caller, id, email, granted);
  }

  Wire.Answer refreshed() {
    var body = "{\"refreshToken\":\"" + refresh + "\"}";
    return caller.call("POST", "/v1/sessions/refresh", body, NOBODY);
  }

  Wire.Answer call(String method, String target) {
    return caller.call(method, target, "", "Authorization: Bearer " + access);
  }

  int status() {
    return call("GET", "/v1/me").status();
  }

  private static Visitor of(Caller caller, String id, String email, Wire.Answer granted) {
    assertThat(granted.status()).isIn(200, 201);
    return new Visitor(
        caller,
        id,
        email,
        granted.json().path("accessToken").asString(),
        granted.json().path("refreshToken").asString());
  }
}
