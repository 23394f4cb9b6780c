package io.clientele.bootstrap.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.clientele.bootstrap.browser.BrowserSession;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorProfile;
import io.clientele.domain.identity.operator.OperatorProfile.Status;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Email;
import io.clientele.http.security.JwtTokens;
import io.clientele.http.security.TokenKeys;
import io.clientele.testbed.Await;
import io.clientele.testbed.service.ServiceLauncher;
import io.clientele.testbed.service.ServiceProcess;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** Who leaves the page open for a day, and who asks for too much. */
@ExtendWith(DashboardExtension.class)
class DashboardLongSessionIT {
  /** Found by as many searches as it has beginnings. */
  private static final String PATIENT = "Pa" + "t".repeat(50) + "ient";

  private final DashboardTestbed stage;

  private int searches;

  DashboardLongSessionIT(DashboardTestbed stage) {
    this.stage = stage;
  }

  /** The browser's clock is put forward, as a laptop's is that was shut for a day. */
  @Test
  void afterADayTheTokenIsRenewedAndFiguresAreCurrent() throws Exception {
    try (var visitor = stage.visitor()) {
      visitor.page.clock().install();
      visitor.signIn(stage.known(Part.ADMIN).email(), "/accounts?q=ursula");
      assertThat(visitor.page.getByText("Ursula Franklin")).hasCount(0);
      stage.service().open("Ursula Franklin");
      visitor.page.waitForResponse(
          DashboardLongSessionIT::isRenewal, () -> visitor.page.clock().fastForward("24:00:00"));
      visitor.page.clock().runFor("01:00");
      assertThat(visitor.row("Ursula Franklin")).isVisible();
    }
  }

  private static boolean isRenewal(Response response) {
    return response.url().endsWith("/v1/sessions/refresh") && response.status() == 200;
  }

  /** The page believes its token to be good still: only the service tells it otherwise. */
  @Test
  void anExpiredTokenIsRenewed() {
    var expired = tokenOf(Instant.now().minus(Duration.ofMinutes(11)));
    var isFirst = new AtomicBoolean(true);
    try (var visitor = stage.visitor(Part.ADMIN, "/")) {
      visitor.page.route(
          "**/v1/audit*",
          route -> {
            var headers = new HashMap<>(route.request().allHeaders());
            if (isFirst.getAndSet(false)) {
              headers.put("authorization", "Bearer " + expired);
            }
            route.resume(new Route.ResumeOptions().setHeaders(headers));
          });
      var refused =
          visitor.page.waitForResponse(
              response -> response.url().contains("/v1/audit"), visitor.link("Audit")::click);
      assertThat(refused.status()).isEqualTo(401);
      assertThat(visitor.page.locator(".entry-sentence").first()).isVisible();
    }
  }

  /** Signed with the service's own key. */
  private static String tokenOf(Instant issuedAt) {
    var profile =
        new OperatorProfile(
            new DisplayName("Ada"),
            new Email("ada@example.com"),
            Set.of(Role.ADMIN),
            Status.ACTIVE);
    var random = new SecureRandom();
    var added =
        Operator.add(OperatorId.of(issuedAt, random), profile, new Provenance("test", issuedAt))
            .state();
    return new JwtTokens(TokenKeys.parse(ServiceLauncher.KEYS.get("TOKEN_KEYS")))
        .issue(added, SessionId.of(issuedAt, random), issuedAt)
        .value()
        .value();
  }

  @Test
  void aRateLimitIsShownAndEnds() throws Exception {
    var operator = stage.operator(Part.OPERATOR);
    stage.service().open(PATIENT);
    try (var visitor = stage.visitor().signIn(operator.email(), "/accounts")) {
      try (var flood = new Flood(stage.service(), operator)) {
        Await.until("all is spent", () -> flood.status() == 429);
        Await.until("the page's own call is refused", () -> search(visitor).status() == 429);
        assertThat(visitor.alert().first()).containsText("Too many requests.");
      }
      visitor.page.waitForCondition(() -> isAnsweredAfter(visitor));
      assertThat(visitor.row(PATIENT)).isVisible();
    }
  }

  /** Calls come back all the time, and the page may get one before the flood does. */
  private Response search(BrowserSession visitor) {
    searches++;
    var words = PATIENT.substring(0, Math.min(2 + searches, PATIENT.length()));
    return visitor.page.waitForResponse(
        response -> response.url().contains("/v1/accounts?"),
        () -> visitor.page.getByRole(AriaRole.SEARCHBOX).fill(words));
  }

  /**
   * The rate limit may have no permit yet; then the page retries. Meanwhile the result of an
   * earlier search stands there, marked as busy, and does not count as an answer.
   */
  private static boolean isAnsweredAfter(BrowserSession visitor) {
    visitor.button("Try again").evaluateAll("buttons => buttons.forEach(each => each.click())");
    return visitor.page.locator("table[aria-busy=false]").isVisible();
  }

  /** Calls the API under the operator's name without a pause, as a script of that operator may. */
  private static final class Flood implements AutoCloseable {
    private static final int THREADS = 2;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final HttpRequest request;
    private volatile boolean isOver;

    Flood(ServiceProcess service, DashboardTestbed.Operator operator) throws Exception {
      var who =
          """
          {"email": "%s", "password": "%s"}\
          """
              .formatted(operator.email(), BrowserSession.PASSWORD);
      var session = JsonMapper.shared().readTree(service.post("/v1/sessions", who).body());
      request =
          HttpRequest.newBuilder(service.uri("/v1/me"))
              .header("Authorization", "Bearer " + session.get("accessToken").asString())
              .build();
      for (var i = 0; i < THREADS; i++) {
        threads.submit(this::ask);
      }
    }

    int status() throws Exception {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private Void ask() throws Exception {
      while (!isOver) {
        status();
      }
      return null;
    }

    @Override
    public void close() {
      isOver = true;
      threads.close();
      client.close();
    }
  }
}
