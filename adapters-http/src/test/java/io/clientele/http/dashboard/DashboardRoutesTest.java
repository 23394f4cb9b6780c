package io.clientele.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.limits.CpuBulkhead;
import io.clientele.http.route.RouteTable;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.server.HttpServer;
import io.clientele.http.server.RequestAdmission;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import io.opentelemetry.api.OpenTelemetry;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as it is served: where, under which headers, and what it leaves alone. */
class DashboardRoutesTest {
  private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");
  private static InMemoryServer service;
  private static TestClient caller;

  @BeforeAll
  static void start() {
    service = new InMemoryServer();
    caller = new TestClient(service.port());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/nothing", "/health/nothing", "/docs/x", "/assets/a/b"})
  void anUnknownPathOfTheApiIsAProblem(String target) {
    var answer = caller.get(target, "Accept: text/html,*/*;q=0.8");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/json", "text/html;q=0.8, */*"})
  void anUnknownPathIsAProblemForPrograms(String accepted) {
    var answer = caller.get("/nothing", "Accept: " + accepted);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nothing.js", "index.html", "..%2Findex.html", "%2e%2e", "x.class", ".js"})
  void anAbsentAssetIsAProblem(String name) {
    assertThat(caller.get("/assets/" + name).status()).isIn(400, 404);
  }

  @Test
  void aServiceThatWasBuiltWithoutThePageSaysSo() {
    var routes = RouteTable.of(Set.of(new DashboardRoutes("/nowhere")));
    try (var server =
        new HttpServer(
            HttpConfig.of("127.0.0.1", 0),
            routes,
            RequestAdmission.of((http, front) -> null),
            new CpuBulkhead(),
            OpenTelemetry.noop())) {
      server.start();
      var answer = new TestClient(server.port()).get("/");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.json().path("detail").asString()).contains("built without its pages");
    }
  }

  @Nested
  class Built {
    @BeforeAll
    static void isBuilt() {
      assertThat(DashboardRoutes.class.getResource("/public/index.html"))
          .as("build the page: with Node.js 20.19 or newer, and without -Ddashboard.skip")
          .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/accounts/a/b"})
    void aBrowserAtAnUnknownPathGetsThePageAndThe404(String target) {
      var answer = caller.get(target, "Accept: text/html,application/xhtml+xml,*/*;q=0.8");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.header("Content-Type")).startsWith("text/html");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("Content-Security-Policy")).contains("default-src");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/",
          "/accounts",
          "/accounts?status=closed&q=ada",
          "/accounts/0199f3b2-7c00-7000-8000-000000000001",
          "/operators",
          "/api-keys",
          "/audit",
          "/operations",
          "/transfers",
          "/ledger",
          "/prices",
          "/events",
          "/tasks",
          "/profile"
        })
    void everyViewIsThePageWithRevalidation(String target) {
      var answer = caller.get(target);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
      assertThat(answer.header("Content-Security-Policy"))
          .contains("default-src 'self'", "base-uri 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe", "data:", "sha256", "http");
      assertThat(caller.get(target, "If-None-Match: " + answer.header("ETag")).status())
          .isEqualTo(304);
    }

    @Test
    void assetsAreCachedAsImmutable() {
      var asset = caller.get(script());
      assertThat(asset.status()).isEqualTo(200);
      assertThat(asset.header("Content-Type")).isEqualTo("text/javascript;charset=utf-8");
      assertThat(asset.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
      assertThat(asset.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void assetsAreCompressedOnRequest() {
      assertThat(encoding("Accept-Encoding: gzip, deflate, br")).isEqualTo("gzip");
      assertThat(encoding("Accept-Encoding: br;q=1.0, gzip;q=0.5")).isEqualTo("gzip");
      assertThat(encoding("Accept-Encoding: gzip;q=0, br")).isNull();
      assertThat(encoding("Accept-Encoding: br")).isNull();
    }

    @Test
    void thePageHasNoInlineScriptOrStyle() {
      assertThat(caller.get("/").body()).doesNotContain("<style", "style=", "onclick");
      assertThat(caller.get("/").body()).doesNotContainPattern("<script(?![^>]* src=)");
    }

    private static String encoding(String accepts) {
      return caller.call("HEAD", script(), "", accepts).header("Content-Encoding");
    }

    private static String script() {
      var found = SCRIPT.matcher(caller.get("/").body());
      assertThat(found.find()).isTrue();
      return found.group(1);
    }
  }
}
