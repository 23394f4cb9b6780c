package io.clientele.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.kernel.text.Email;
import io.clientele.http.security.TokenKeys;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Device cookies before, while and after TOKEN_KEYS change, and at the end of their time. */
class DeviceCookieTest {
  private static final Email EMAIL = new Email("grace@example.com");
  private static final PasswordHash HASH = new PasswordHash("a hash");
  private static final TokenKeys OLD = TokenKeys.fresh();
  private static final TokenKeys NEW = TokenKeys.fresh();
  private static final Map<String, TokenKeys> KEYS =
      Map.of("old", OLD, "both", both(NEW, OLD), "new", NEW);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static Instant now = Instant.parse("2026-11-20T12:00:00Z");
  private static Javalin server;

  @BeforeAll
  static void start() {
    server =
        Javalin.create(
                config -> {
                  config.routes.get(
                      "/set/{keys}", http -> cookie(http).set(http, EMAIL, HASH, null));
                  config.routes.get("/read/{keys}", http -> http.result(read(http)));
                })
            .start("127.0.0.1", 0);
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void aCookieOfAnOldKeyIsValidWhileThatKeyVerifies() throws Exception {
    var cookie = issued("old");
    assertThat(read("old", cookie)).isEqualTo("good");
    assertThat(read("both", cookie)).isEqualTo("good");
    assertThat(read("new", cookie)).isEqualTo("none");
  }

  @Test
  void theFirstKeySigns() throws Exception {
    var cookie = issued("both");
    assertThat(read("new", cookie)).isEqualTo("good");
    assertThat(read("old", cookie)).isEqualTo("none");
  }

  @Test
  void aCookieIsValidForNinetyDays() throws Exception {
    var cookie = issued("new");
    var issuedAt = now;
    try {
      now = issuedAt.plus(Duration.ofDays(90)).minusSeconds(1);
      assertThat(read("new", cookie)).isEqualTo("good");
      now = issuedAt.plus(Duration.ofDays(90));
      assertThat(read("new", cookie)).isEqualTo("none");
    } finally {
      now = issuedAt;
    }
  }

  private static TokenKeys both(TokenKeys first, TokenKeys second) {
    var keys = List.of(first.secret(), second.secret());
    var joined = keys.stream().map(set -> set.substring("{\"keys\":[".length(), set.length() - 2));
    return TokenKeys.parse("{\"keys\":[" + String.join(",", joined.toList()) + "]}");
  }

  private static DeviceCookie cookie(Context http) {
    return new DeviceCookie(KEYS.get(http.pathParam("keys")), new SecureRandom(), () -> now);
  }

  private static String read(Context http) {
    var device = cookie(http).read(http);
    return device != null && device.isOf(EMAIL) && device.isSince(HASH) ? "good" : "none";
  }

  private static String issued(String keys) throws IOException, InterruptedException {
    var cookie = get("/set/" + keys, "a=b").headers().firstValue("Set-Cookie").orElseThrow();
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private static String read(String keys, String cookie) throws IOException, InterruptedException {
    return get("/read/" + keys, cookie).body();
  }

  private static HttpResponse<String> get(String path, String cookie)
      throws IOException, InterruptedException {
    var uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return CLIENT.send(
        HttpRequest.newBuilder(uri).header("Cookie", cookie).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
