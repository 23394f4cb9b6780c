package io.clientele.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Front;
import io.clientele.http.limits.CpuBulkhead;
import io.clientele.http.route.RouteTable;
import io.clientele.http.security.oidc.BrowserClient;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.server.HttpServer;
import io.clientele.http.server.RequestAdmission;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of the store as it is served: where, under which headers, and on which instances. */
class StorePageRoutesTest {
  private static final String BROWSER = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";
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
  @ValueSource(strings = {"/store/v1/nothing", "/store/docs/x", "/store/assets/a/b", "/storehouse"})
  void anUnknownPathOfTheApiIsNotThePageOfTheStore(String target) {
    var answer = caller.get(target, BROWSER);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("/store/assets/");
  }

  @Test
  void anUnknownPathOfTheStoreIsAProblemForPrograms() {
    var answer = caller.get("/store/nothing", "Accept: application/json");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void aServiceThatWasBuiltWithoutThePageSaysSo() {
    try (var server = server(Set.of(Front.STORE), new StorePageRoutes("/nowhere", List.of()))) {
      var answer = new TestClient(server.port()).get("/store/");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.json().path("detail").asString()).contains("built without its pages");
    }
  }

  @Test
  void anInstanceOfOperationsAloneHasNoPageOfTheStore() {
    try (var server = server(Set.of(Front.OPERATIONS), new StorePageRoutes(List.of()))) {
      var client = new TestClient(server.port());
      for (var target : Set.of("/store", "/store/", "/store/orders", "/store/nothing")) {
        var answer = client.get(target, BROWSER);
        assertThat(answer.status()).as(target).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      }
    }
  }

  @Test
  void thePageMayCallTheIssuersOfItsSignInAndNoOtherOrigin() {
    var client =
        BrowserClient.parse(
            "https://id.example.com/realms/a|clientele-store|page|openid|https://tokens.example.com");
    try (var server = server(Set.of(Front.STORE), new StorePageRoutes(List.of(client)))) {
      var http = new TestClient(server.port());
      assertThat(http.get("/store/sign-in.json").json().path("issuers").get(0).toString())
          .contains("\"issuer\":\"https://id.example.com/realms/a\"")
          .contains("\"audience\":\"clientele-store\"", "\"clientId\":\"page\"", "openid");
      assertThat(http.get("/store/").header("Content-Security-Policy"))
          .contains("connect-src 'self' https://id.example.com https://tokens.example.com")
          .doesNotContain("realms", "unsafe");
    }
    assertThat(caller.get("/store/sign-in.json").body()).isEqualTo("{\"issuers\":[]}");
  }

  private static HttpServer server(Set<Front> fronts, StorePageRoutes pages) {
    var server =
        new HttpServer(
            HttpConfig.of("127.0.0.1", 0),
            RouteTable.of(Set.of(pages, new DashboardRoutes()), fronts),
            RequestAdmission.of((http, front) -> null),
            new CpuBulkhead(),
            OpenTelemetry.noop());
    server.start();
    return server;
  }

  @Nested
  class Built {
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");

    @BeforeAll
    static void isBuilt() {
      assertThat(StorePageRoutes.class.getResource("/public/store/index.html"))
          .as("build the page: with Node.js 20.19 or newer, and without -Ddashboard.skip")
          .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/store",
          "/store/",
          "/store/?q=tea&sort=title",
          "/store/products/0199f3b2-7c00-7000-8000-000000000021",
          "/store/basket",
          "/store/orders",
          "/store/orders/0199f3b2-7c00-7000-8000-000000000031",
          "/store/balance",
          "/store/sign-in?to=/basket",
          "/store/signed-in?code=a&state=b"
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
    void aBrowserAtAnUnknownPathGetsThePageAndThe404() {
      var answer = caller.get("/store/nothing", BROWSER);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.header("Content-Type")).startsWith("text/html");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.body()).contains("/store/assets/");
    }

    @Test
    void everyFileOfThePageStandsBelowTheStoreAndIsImmutable() {
      var files = FILE.matcher(caller.get("/store/").body()).results().map(it -> it.group(1));
      assertThat(files)
          .hasSizeGreaterThan(2)
          .allSatisfy(
              file -> {
                assertThat(file).startsWith("/store/assets/");
                var answer = caller.get(file);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header("Cache-Control"))
                    .isEqualTo("public, max-age=31536000, immutable");
              });
    }

    @Test
    void noScriptOfTheDashboardIsServedBelowTheStoreButSharedLibraries() {
      var files = FILE.matcher(caller.get("/").body()).results().map(it -> it.group(1));
      assertThat(files.filter(file -> file.endsWith(".js")))
          .isNotEmpty()
          .anyMatch(file -> file.contains("/index-"))
          .allSatisfy(
              file -> {
                var script = caller.get(file);
                assertThat(script.status()).isEqualTo(200);
                var ofStore = caller.get("/store" + file);
                if (ofStore.status() == 200) {
                  assertThat(file).doesNotContain("/index-");
                  assertThat(ofStore.body()).isEqualTo(script.body()).doesNotContain("/v1/");
                } else {
                  assertThat(ofStore.status()).isEqualTo(404);
                }
              });
    }

    @Test
    void thePageHasNoInlineScriptOrStyle() {
      assertThat(caller.get("/store/").body())
          .doesNotContain("<style", "style=", "onclick")
          .doesNotContainPattern("<script(?![^>]* src=)");
    }
  }
}
