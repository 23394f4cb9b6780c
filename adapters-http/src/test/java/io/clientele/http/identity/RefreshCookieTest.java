package io.clientele.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.apikey.ApiKeyScope;
import io.clientele.http.net.AllowedOrigins;
import io.clientele.http.net.TrustedProxies;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The refresh token in a cookie, and from where it is taken. */
class RefreshCookieTest {
  private static final String NAME = "__Host-clientele-refresh=";
  private static final String OWN = "Origin: https://clientele";
  private static final String ALLOWED = "https://dashboard.example.com";
  private static final String SIGN_IN =
      """
      {"email": "%s", "password": "%s", "cookie": true}\
      """
          .formatted(InMemoryIdentity.ADMIN_EMAIL, InMemoryIdentity.ADMIN_PASSWORD);

  private static InMemoryServer service;
  private static TestClient caller;

  private RawSocketClient.Answer signedIn;

  @BeforeAll
  static void start() {
    var config =
        HttpConfig.of("127.0.0.1", 0).behind(TrustedProxies.NONE, AllowedOrigins.parse(ALLOWED));
    service = new InMemoryServer(config);
    caller = new TestClient(service.port());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void signIn() {
    signedIn = caller.call("POST", "/v1/sessions", SIGN_IN, "Authorization: none");
    assertThat(signedIn.status()).isEqualTo(201);
  }

  @Test
  void theCookieIsForThisHostOnlyAndNotForScripts() {
    var parts = List.of(cookies(signedIn).getFirst().split("; "));
    assertThat(parts.getFirst()).matches(NAME + "\\S{40,}");
    assertThat(parts.subList(1, parts.size()))
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Strict")
        .noneMatch(part -> part.startsWith("Domain"));
    var seconds = signedIn.json().path("refreshExpiresIn").asLong();
    assertThat(parts).contains("Max-Age=" + seconds);
    assertThat(seconds).isPositive();
  }

  @Test
  void aTokenInTheCookieIsNotInTheBody() {
    var refreshed = refresh("", OWN, cookie(signedIn));

    for (var answer : List.of(signedIn, refreshed)) {
      assertThat(answer.json().has("refreshToken")).isFalse();
      assertThat(answer.json().path("accessToken").asString()).isNotEmpty();
      assertThat(answer.body()).doesNotContain(token(answer));
    }
  }

  @Test
  void aCookieIsSetOnlyOnRequest() {
    var body = SIGN_IN.replace("true", "false");
    var answer = caller.call("POST", "/v1/sessions", body, "Authorization: none");
    assertThat(answer.header("Set-Cookie")).isNull();
    assertThat(answer.json().has("refreshToken")).isTrue();
  }

  @Test
  void aRefreshSetsTheNextAndTheOldOneEndsTheFamily() {
    var second = refresh("", OWN, cookie(signedIn));
    assertThat(second.status()).isEqualTo(200);
    assertThat(token(second)).isNotEqualTo(token(signedIn));

    assertThat(refresh("", OWN, cookie(signedIn)).status()).isEqualTo(401);
    assertThat(refresh("", OWN, cookie(second)).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://clientele",
        "http://clientele",
        "https://CLIENTELE",
        "https://clientele:443",
        "http://clientele:80",
        "https://Dashboard.example.com:443",
        "https://dashboard.example.com"
      })
  void theCookieIsAcceptedFromOwnAndAllowedOrigins(String origin) {
    var answer = refresh("", "Origin: " + origin, cookie(signedIn));
    assertThat(answer.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Origin: ",
        "Origin: null",
        "Origin: clientele",
        "Origin: https://evil.example.com",
        "Origin: https://clientele.evil.example.com",
        "Origin: https://evil.example.com/clientele",
        "Origin: https://clientele:8443",
        "Origin: https://clientele@evil.example.com",
        "Origin: http://dashboard.example.com",
        "Origin: https://dashboard.example.com:444",
        "Origin: https://dashboard.example.com.evil.example.com",
        "Origin: https://clientele https://evil.example.com",
        "Origin: :"
      })
  void theCookieIsRefusedFromOtherOriginsWithoutRotation(String origin) {
    var refused = refresh("", origin, cookie(signedIn));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("Set-Cookie")).isNull();
    assertThat(refresh("", OWN, cookie(signedIn)).status()).isEqualTo(200);
  }

  /** Its own port is no other one (RFC 6454, section 4); a proxy may forward it. */
  @ParameterizedTest
  @CsvSource({
    "https://app.example.com, app.example.com:443, 200",
    "http://app.example.com, app.example.com:80, 200",
    "https://app.example.com, app.example.com:80, 403",
    "http://app.example.com, app.example.com:443, 403",
    "http://[::1], [::1]:80, 200",
    "null, app.example.com, 403"
  })
  void theCookieIsAcceptedFromTheHostOfTheRequest(String origin, String host, int status)
      throws Exception {
    try (var wire = new RawSocketClient(service.port())) {
      wire.send(
          "POST /v1/sessions/refresh HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\n%s\r\nContent-Length: 0\r\n\r\n"
              .formatted(host, origin, cookie(signedIn)));
      assertThat(wire.read().status()).isEqualTo(status);
    }
  }

  @Test
  void aForeignPageCannotTellWhetherACookieIsValid() {
    var good = refresh("", "Origin: https://evil.example.com", cookie(signedIn));
    var bad = refresh("", "Origin: https://evil.example.com", "Cookie: " + NAME + "made-up");
    assertThat(good.status()).isEqualTo(bad.status()).isEqualTo(403);
  }

  @Test
  void bothOrNeitherIsRefusedAndNothingIsRotated() {
    var body = "{\"refreshToken\":\"" + token(signedIn) + "\"}";
    assertThat(refresh(body, OWN, cookie(signedIn)).status()).isEqualTo(400);
    assertThat(refresh("", OWN).status()).isEqualTo(400);
    assertThat(refresh("{}", OWN).status()).isEqualTo(400);

    assertThat(refresh("{}", OWN, cookie(signedIn)).status()).isEqualTo(200);
  }

  @Test
  void aTokenInTheBodyNeedsNoOrigin() {
    var body = "{\"refreshToken\":\"" + token(signedIn) + "\"}";
    assertThat(refresh(body, "").status()).isEqualTo(200);
  }

  @Test
  void signingOutClearsTheCookie() {
    var bearer = "Authorization: Bearer " + signedIn.json().path("accessToken").asString();
    var answer = caller.call("DELETE", "/v1/sessions/current", "", bearer, OWN, cookie(signedIn));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Set-Cookie"))
        .startsWith(NAME + ";")
        .contains("; Path=/;", "; Secure", "; Max-Age=0");
    assertThat(refresh("", OWN, cookie(signedIn)).status()).isEqualTo(401);
  }

  @Test
  void theCookieEndsItsSessionWithAnyAccessToken() {
    for (var bearer : List.of("none", "Bearer expired.or.made-up", "Bearer " + bearerOfNobody())) {
      signIn();
      var access = signedIn.json().path("accessToken").asString();
      var answer = signOut(OWN, cookie(signedIn), "Authorization: " + bearer);
      assertThat(answer.status()).as(bearer).isEqualTo(204);
      assertThat(answer.header("Set-Cookie")).startsWith(NAME + ";").contains("; Max-Age=0");
      assertThat(refresh("", OWN, cookie(signedIn)).status()).isEqualTo(401);
      service.context(InMemoryIdentity.class).bearers.refresh();
      assertThat(caller.get("/v1/me", "Authorization: Bearer " + access).status()).isEqualTo(401);
    }
  }

  @Test
  void aUsedCookieEndsItsSessionRepeatedly() {
    var second = refresh("", OWN, cookie(signedIn));
    assertThat(signOut(OWN, cookie(signedIn)).status()).isEqualTo(204);
    assertThat(signOut(OWN, cookie(signedIn)).status()).isEqualTo(204);
    assertThat(refresh("", OWN, cookie(second)).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Origin: null", "Origin: https://evil.example.com"})
  void aForeignPageCannotSignOutByTheCookie(String origin) {
    var bearer = "Authorization: Bearer " + signedIn.json().path("accessToken").asString();
    for (var authorization : List.of("Authorization: none", bearer)) {
      var refused = signOut(origin, cookie(signedIn), authorization);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.header("Set-Cookie")).isNull();
    }
    assertThat(refresh("", OWN, cookie(signedIn)).status()).isEqualTo(200);
  }

  @Test
  void withoutACookieTheTokenDecides() {
    var foreign = "Cookie: " + NAME + "made-up";
    assertThat(signOut(OWN).status()).isEqualTo(401);
    assertThat(signOut(OWN, foreign).status()).isEqualTo(401);
    var key = "Authorization: Bearer " + bearerOfNobody();
    var none = signOut(OWN, foreign, key);
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.json().path("type").asString()).isEqualTo("/problems/no-such-thing");
    var bearer = "Authorization: Bearer " + signedIn.json().path("accessToken").asString();
    assertThat(signOut(OWN, foreign, bearer).status()).isEqualTo(204);
    assertThat(refresh("", OWN, cookie(signedIn)).status()).isEqualTo(401);
  }

  /** A key: it has no session. */
  private static String bearerOfNobody() {
    return service
        .context(InMemoryIdentity.class)
        .key(new ApiKeyScope(Set.of(Role.AUDITOR), null), null);
  }

  private static RawSocketClient.Answer signOut(String... headers) {
    var given = new ArrayList<String>();
    Arrays.stream(headers).filter(header -> !header.isEmpty()).forEach(given::add);
    if (given.stream().noneMatch(header -> header.startsWith("Authorization"))) {
      given.add("Authorization: none");
    }
    return caller.call("DELETE", "/v1/sessions/current", "", given.toArray(String[]::new));
  }

  private static List<String> cookies(RawSocketClient.Answer answer) {
    return List.of(answer.header("Set-Cookie").split(", (?=__Host-)"));
  }

  private static RawSocketClient.Answer refresh(String body, String... headers) {
    var given = new ArrayList<>(List.of("Authorization: none"));
    Arrays.stream(headers).filter(header -> !header.isEmpty()).forEach(given::add);
    return caller.call("POST", "/v1/sessions/refresh", body, given.toArray(String[]::new));
  }

  private static String cookie(RawSocketClient.Answer answer) {
    return "Cookie: " + NAME + token(answer);
  }

  private static String token(RawSocketClient.Answer answer) {
    return answer.header("Set-Cookie").split(";")[0].substring(NAME.length());
  }
}
