package io.clientele.bootstrap.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.clientele.bootstrap.browser.BrowserSession;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Operator;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Operators change their passwords in the dashboard, and sign out with any access token. */
@ExtendWith(DashboardExtension.class)
class DashboardPasswordIT {
  private static final String CHOSEN = "four other small words";
  private static final String RESET = "set by an administrator";

  private final DashboardTestbed stage;

  DashboardPasswordIT(DashboardTestbed stage) {
    this.stage = stage;
  }

  @Test
  void anOperatorChangesItsPasswordAndStaysSignedIn() {
    var operator = stage.operator(Part.OPERATOR);
    try (var visitor = stage.visitor().signIn(operator.email(), "/accounts")) {
      visitor.page.locator(".user").click();
      visitor.item("Change password").click();
      picture(visitor, "dialog");
      fill(visitor, "not the password", CHOSEN);
      assertThat(visitor.dialog()).containsText("Incorrect password.");
      fill(visitor, BrowserSession.PASSWORD, "qwertyqwerty");
      assertThat(visitor.dialog()).containsText("This password is too common.");
      assertThat(field(visitor, "New password")).isFocused();
      picture(visitor, "refused");
      fill(visitor, BrowserSession.PASSWORD, CHOSEN);
      visitor.isTold("Password changed.");
      visitor.page.reload();
      assertThat(visitor.heading("Accounts")).isVisible();
    }
    signsInWith(operator, CHOSEN);
  }

  @Test
  void afterAResetThePasswordMustBeChangedFirst() {
    var operator = stage.operator(Part.OPERATOR);
    try (var admin = stage.visitor(Part.ADMIN, "/operators");
        var visitor = stage.visitor()) {
      admin.choose(operator.email(), "Edit");
      admin.dialog().getByLabel("New password", exactly()).fill(RESET);
      admin.dialog().getByText("Save").click();
      admin.isTold("Changes saved.");

      visitor.open("/accounts");
      visitor.enter(operator.email(), RESET);
      assertThat(visitor.heading("Choose a new password")).isVisible();
      visitor.page.reload();
      assertThat(visitor.heading("Choose a new password")).isVisible();
      picture(visitor, "required");
      fill(visitor, RESET, CHOSEN);
      assertThat(visitor.heading("Accounts")).isVisible();
    }
    signsInWith(operator, CHOSEN);
  }

  /** The access token that the page would send is not looked at: the cookie ends the session. */
  @Test
  void signingOutWithAnExpiredTokenEndsTheSession() throws Exception {
    try (var visitor = stage.visitor(Part.AUDITOR, "/")) {
      visitor.page.route(
          "**/v1/sessions/current",
          route -> {
            var headers = new HashMap<>(route.request().allHeaders());
            headers.put("authorization", "Bearer expired.long.ago");
            route.resume(new Route.ResumeOptions().setHeaders(headers));
          });
      var before = cookie(visitor);
      visitor.page.locator(".user").click();
      var ended =
          visitor.page.waitForResponse(
              response -> response.url().endsWith("/v1/sessions/current"),
              visitor.item("Sign out")::click);
      assertThat(ended.status()).isEqualTo(204);
      assertThat(visitor.button("Sign in")).isVisible();
      assertThat(visitor.context.cookies())
          .noneMatch(cookie -> cookie.name.equals("__Host-clientele-refresh"));
      assertThat(refreshStatus(before)).isEqualTo(401);
    }
  }

  private void signsInWith(Operator operator, String password) {
    try (var visitor = stage.visitor()) {
      visitor.open("/accounts");
      visitor.enter(operator.email(), BrowserSession.PASSWORD);
      assertThat(visitor.alert()).isVisible();
      visitor.enter(operator.email(), password);
      assertThat(visitor.heading("Accounts")).isVisible();
    }
  }

  private int refreshStatus(String cookie) throws IOException, InterruptedException {
    var uri = stage.service().uri("/v1/sessions/refresh");
    var request =
        HttpRequest.newBuilder(uri)
            .header("Cookie", cookie)
            .header("Origin", "http://" + uri.getAuthority())
            .POST(BodyPublishers.noBody())
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  private static String cookie(BrowserSession visitor) {
    return visitor.context.cookies().stream()
        .filter(cookie -> cookie.name.equals("__Host-clientele-refresh"))
        .map(cookie -> cookie.name + "=" + cookie.value)
        .findFirst()
        .orElseThrow();
  }

  private static void fill(BrowserSession visitor, String current, String chosen) {
    field(visitor, "Current password").fill(current);
    field(visitor, "New password").fill(chosen);
    visitor.button("Change password").click();
  }

  private static Locator field(BrowserSession visitor, String label) {
    return visitor.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private static Locator.GetByLabelOptions exactly() {
    return new Locator.GetByLabelOptions().setExact(true);
  }

  private static void picture(BrowserSession visitor, String name) {
    visitor.page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/dashboard-pictures/password-" + name + ".png")));
  }
}
