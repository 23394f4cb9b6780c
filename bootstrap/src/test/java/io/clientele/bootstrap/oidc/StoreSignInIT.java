package io.clientele.bootstrap.oidc;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.clientele.bootstrap.oidc.TestOidcIssuer.STORE_AUDIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import io.clientele.bootstrap.browser.BrowserSession;
import io.clientele.bootstrap.browser.Chromium;
import io.clientele.domain.kernel.Uuid7;
import io.clientele.testbed.service.ServiceCluster;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Customers sign in at the page of the store with outside issuers, in a real browser. */
class StoreSignInIT {
  private static final String TOKEN = "clientele-store-token";
  private static final String CONSENT = "May the store know who you are?";

  @TempDir private static Path folder;
  private static TestAuthorizationServer near;
  private static TestAuthorizationServer far;
  private static ServiceCluster stage;
  private static Chromium chromium;
  private static String product;

  private String number = "";

  @BeforeAll
  static void start() throws Exception {
    near = TestAuthorizationServer.ofOneOrigin();
    far = TestAuthorizationServer.withTokensAtAnotherOrigin();
    var nearUrl = near.issuer().url() + "|" + STORE_AUDIENCE;
    var farUrl = far.issuer().url() + "|" + STORE_AUDIENCE;
    var client = "|" + TestAuthorizationServer.CLIENT;
    stage =
        ServiceCluster.set(
            folder,
            1,
            Map.of(
                "OIDC_ISSUERS",
                nearUrl + "," + farUrl,
                "STORE_SIGN_IN",
                nearUrl + client + "," + farUrl + client + "|openid|" + far.otherOrigin()));
    near.register(origin());
    far.register(origin());
    chromium = new Chromium();
    created("/v1/assets", "{\"code\":\"EUR\",\"scale\":2,\"kind\":\"money\"}");
    product =
        created(
            "/v1/products",
            "{\"sku\":\"GUIDE\",\"title\":\"Guide\",\"kind\":\"service\",\"status\":\"active\"}");
    created("/v1/products/" + product + "/prices", "{\"currency\":\"EUR\",\"amount\":\"0\"}");
  }

  @AfterAll
  static void stop() {
    chromium.close();
    stage.close();
    far.close();
    near.close();
  }

  /** A customer of both issuers who has one order. */
  @BeforeEach
  void aCustomerWithAnOrder() throws Exception {
    var account = stage.instance(0).open("Ada " + UUID.randomUUID());
    near.signedInAs(account);
    far.signedInAs(account);
    var order = "/store/v1/me/orders/" + Uuid7.of(Instant.now(), new Random());
    var lines = "{\"currency\":\"EUR\",\"lines\":[{\"productId\":\"%s\",\"quantity\":\"1\"}]}";
    var request =
        HttpRequest.newBuilder(stage.instance(0).uri(order))
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Bearer " + near.issuer().token('"' + STORE_AUDIENCE + '"', near.claims()))
            .PUT(BodyPublishers.ofString(lines.formatted(product)));
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      number = new JsonMapper().readTree(answer.body()).path("number").asString();
    }
  }

  @Test
  void aCustomerSignsInAndComesBackToThePageThatAsked() {
    try (var visitor = visitor()) {
      signsIn(visitor, near, "/store/orders");
      assertThat(visitor.page.locator(".order-row")).containsText(number);
      visitor.isAt(origin() + "/store/orders");
      assertThat(kept(visitor)).isNotNull();
      assertThat(visitor.page.evaluate("sessionStorage.length")).isEqualTo(1);
      visitor.page.reload();
      assertThat(visitor.page.locator(".order-row")).containsText(number);
    }
  }

  /** As with large providers, whose tokens come from another host than their pages. */
  @Test
  void theTokenEndpointMayHaveAnotherOriginThanTheIssuer() {
    try (var visitor = visitor()) {
      signsIn(visitor, far, "/store/balance");
      assertThat(visitor.heading("Balance")).isVisible();
      visitor.isAt(origin() + "/store/balance");
    }
  }

  @Test
  void aCodeThatThisTabDidNotAskForIsRefused() {
    try (var visitor = visitor()) {
      visitor.open("/store/orders");
      leaves(visitor, near);
      var allowed = visitor.link("Allow").getAttribute("href");
      visitor.open(allowed.replaceFirst("state=[^&]*", "state=forged"));
      assertThat(visitor.alert()).containsText("This sign-in is no longer valid.");
      visitor.isAt(origin() + "/store/signed-in");
      visitor.open(allowed);
      assertThat(visitor.alert()).containsText("This sign-in is no longer valid.");
      assertThat(kept(visitor)).isNull();
    }
  }

  @Test
  void aCodeIsOfNoUseInAnotherBrowser() {
    try (var victim = visitor();
        var thief = visitor()) {
      victim.open("/store/orders");
      leaves(victim, near);
      thief.open(victim.link("Allow").getAttribute("href"));
      assertThat(thief.alert()).containsText("This sign-in is no longer valid.");
      assertThat(kept(thief)).isNull();
    }
  }

  @Test
  void aDeniedConsentIsToldInWordsAndTheCustomerMayTryAgain() {
    try (var visitor = visitor()) {
      visitor.open("/store/orders");
      leaves(visitor, near);
      visitor.link("Deny").click();
      assertThat(visitor.alert()).containsText("You cancelled the sign-in.");
      visitor.isAt(origin() + "/store/signed-in");
      visitor.isAccessible("a denied consent");
      visitor.link("Sign in again").click();
      leaves(visitor, near);
      visitor.link("Allow").click();
      assertThat(visitor.page.locator(".order-row")).containsText(number);
    }
  }

  @Test
  void theCustomerOfATokenThatEndedIsAskedAnewAndStaysOnThePage() throws Exception {
    try (var visitor = visitor()) {
      signsIn(visitor, near, "/store/orders");
      visitor.page.locator(".order-row").click();
      assertThat(visitor.page.locator(".order-state")).isVisible();
      var order = visitor.page.url();
      var ended = near.issuer().ended(near.claims());
      visitor.page.evaluate("token => sessionStorage.setItem('" + TOKEN + "', token)", ended);
      visitor.page.reload();
      assertThat(visitor.page.getByText("Your session has ended.")).isVisible();
      assertThat(kept(visitor)).isNull();
      leaves(visitor, near);
      visitor.link("Allow").click();
      assertThat(visitor.page.locator(".order-state")).isVisible();
      assertThat(visitor.page).hasURL(order);
    }
  }

  @Test
  void nothingOfTheCustomerStaysAfterSigningOut() {
    try (var visitor = visitor()) {
      signsIn(visitor, near, "/store/orders");
      assertThat(visitor.page.locator(".order-row")).containsText(number);
      visitor.button("Settings").click();
      visitor.item("Sign out").click();
      visitor.isAt(origin() + "/store/");
      assertThat(kept(visitor)).isNull();
      visitor.page.goBack();
      assertThat(button(visitor, near)).isVisible();
      assertThat(visitor.page.getByText(number)).hasCount(0);
    }
  }

  @Test
  void aCustomerWhoseAccountIsUnknownIsToldInWords() {
    near.signedInAs("0199f3b2-7c00-7000-8000-00000000dead");
    try (var visitor = visitor()) {
      visitor.open("/store/orders");
      leaves(visitor, near);
      visitor.link("Allow").click();
      assertThat(visitor.alert()).containsText("This sign-in has no customer account.");
      assertThat(kept(visitor)).isNull();
    }
  }

  private static void signsIn(BrowserSession visitor, TestAuthorizationServer server, String path) {
    visitor.open(path);
    leaves(visitor, server);
    visitor.link("Allow").click();
  }

  private static void leaves(BrowserSession visitor, TestAuthorizationServer server) {
    button(visitor, server).click();
    assertThat(visitor.heading(CONSENT)).isVisible();
  }

  private static Locator button(BrowserSession visitor, TestAuthorizationServer server) {
    return visitor.button("Continue with " + server.issuer().url().replace("http://", ""));
  }

  private static Object kept(BrowserSession visitor) {
    return visitor.page.evaluate("sessionStorage.getItem('" + TOKEN + "')");
  }

  private static BrowserSession visitor() {
    return new BrowserSession(
        chromium.browser.newContext(
            new Browser.NewContextOptions().setBaseURL(origin()).setLocale("en-GB")));
  }

  private static String origin() {
    return "http://127.0.0.1:" + stage.ports().getFirst();
  }

  /** Creates something as an administrator, and returns its id. */
  private static String created(String path, String body) throws Exception {
    var answer = stage.instance(0).post(path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new JsonMapper().readTree(answer.body()).path("id").asString();
  }
}
