package io.clientele.bootstrap.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.bootstrap.browser.BrowserSession;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests sign-in to the dashboard, the lifetime of sessions, and what each role sees. */
@ExtendWith(DashboardExtension.class)
class DashboardAccessIT {
  private static final Pattern COUNTDOWN = Pattern.compile("Too many attempts.* (\\d+) s");
  private final DashboardTestbed stage;

  DashboardAccessIT(DashboardTestbed stage) {
    this.stage = stage;
  }

  @Test
  void aWrongPasswordIsReportedAndTheRightOneOpensTheLink() {
    try (var visitor = stage.visitor()) {
      visitor.open("/accounts?status=suspended");
      visitor.enter(stage.known(Part.ADMIN).email(), "not the password at all");
      assertThat(visitor.alert()).containsText("Incorrect email or password.");
      visitor.enter(stage.known(Part.ADMIN).email(), BrowserSession.PASSWORD);
      assertThat(visitor.heading("Accounts")).isVisible();
      visitor.isAt("/accounts\\?status=suspended");
    }
  }

  @Test
  void aRateLimitedSignInShowsACountdown() {
    try (var visitor = stage.visitor()) {
      visitor.open("/");
      var email = stage.operator(Part.AUDITOR).email();
      var alert = visitor.alert();
      for (var tries = 0; tries < 30 && !COUNTDOWN.matcher(text(visitor)).find(); tries++) {
        visitor.enter(email, "wrong for the " + tries + "th time");
        assertThat(visitor.button("Sign in"))
            .not()
            .hasAttribute("data-loading", Pattern.compile(".*"));
      }
      assertThat(alert).containsText(COUNTDOWN);
      assertThat(visitor.button("Sign in")).isDisabled();
      var first = seconds(visitor);
      visitor.page.waitForCondition(() -> seconds(visitor) < first);
    }
  }

  @Test
  void noTokenIsReadableByScripts() {
    try (var visitor = stage.visitor(Part.ADMIN, "/")) {
      assertThat(visitor.page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
      var refresh =
          visitor.context.cookies().stream()
              .filter(cookie -> cookie.name.startsWith("__Host-"))
              .toList();
      assertThat(refresh)
          .extracting(cookie -> cookie.name)
          .containsExactlyInAnyOrder("__Host-clientele-refresh", "__Host-clientele-device");
      assertThat(refresh).allMatch(cookie -> cookie.httpOnly && cookie.secure);
      assertThat((String) visitor.page.evaluate("document.cookie"))
          .doesNotContain("__Host-")
          .doesNotContain(refresh.getFirst().value, refresh.getLast().value);
    }
  }

  @Test
  void aReloadAndAnotherTabStaySignedIn() {
    try (var visitor = stage.visitor(Part.ADMIN, "/")) {
      visitor.page.reload();
      assertThat(visitor.heading("Home")).isVisible();
      var tabs = List.of(visitor.context.newPage(), visitor.context.newPage());
      tabs.forEach(tab -> tab.navigate("/audit"));
      tabs.forEach(tab -> assertThat(tab.locator("h1")).hasText("Audit"));
      visitor.page.reload();
      assertThat(visitor.heading("Home")).isVisible();
    }
  }

  /**
   * The stream of events ends with its token, so the page learns of new roles without any input.
   */
  @Test
  void anExpiringTokenIsRenewedWithTheNewRoles() {
    var operator = stage.operator(Part.OPERATOR);
    try (var visitor = stage.visitor().signIn(operator.email(), "/operations");
        var admin = stage.visitor(Part.ADMIN, "/operators")) {
      assertThat(visitor.link("Audit")).hasCount(0);
      admin.choose(operator.email(), "Edit");
      admin.dialog().getByLabel("Auditor").check();
      admin.dialog().getByText("Save").click();
      admin.isTold("Changes saved.");
      assertThat(visitor.link("Audit")).isVisible();
      assertThat(visitor.heading("System")).isVisible();
    }
  }

  @Test
  void aDisabledOperatorSeesTheSignInPage() {
    var operator = stage.operator(Part.OPERATOR);
    try (var visitor = stage.visitor().signIn(operator.email(), "/operations");
        var admin = stage.visitor(Part.ADMIN, "/operators")) {
      admin.choose(operator.email(), "Disable");
      assertThat(admin.dialog()).containsText("Disable OPERATOR");
      admin.dialog().locator("button[type=submit]").click();
      admin.isTold("disabled.");
      assertThat(visitor.page.getByText("Your session has ended.")).isVisible();
      visitor.isAt("/operations");
      visitor.enter(operator.email(), BrowserSession.PASSWORD);
      assertThat(visitor.alert()).containsText("Incorrect email or password.");
    }
  }

  @Test
  void signingOutAppliesToOtherTabs() {
    try (var visitor = stage.visitor(Part.AUDITOR, "/")) {
      var other = visitor.context.newPage();
      other.navigate("/accounts");
      assertThat(other.locator("h1")).hasText("Accounts");
      visitor.page.locator(".user").click();
      visitor.item("Sign out").click();
      assertThat(visitor.button("Sign in")).isVisible();
      assertThat(other.getByText("Manage client accounts.")).isVisible();
      visitor.page.reload();
      assertThat(visitor.button("Sign in")).isVisible();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ADMIN    | Home,Accounts,Transfers,Reconciliation,Assets and prices,Products,Orders,Events,Webhooks,Inbound messages,Tasks,API keys,Your profile,Team,Audit,System | Export,Import,New account | Add team member | New API key | Flush now
          OPERATOR | Home,Accounts,Transfers,Reconciliation,Assets and prices,Products,Orders,Events,Webhooks,Your profile,System | New account               |              |             |
          AUDITOR  | Home,Accounts,Transfers,Reconciliation,Assets and prices,Products,Orders,Events,Webhooks,API keys,Your profile,Team,Audit,System | Export                    |              |             |
          """)
  void everyRoleSeesItsPermittedActions(
      Part part,
      String menu,
      String onAccounts,
      String onOperators,
      String onKeys,
      String onFlushes) {
    try (var visitor = stage.visitor(part, "/")) {
      assertThat(visitor.page.locator(".nav-link span")).hasText(menu.split(","));
      shows(visitor, "/accounts", "Accounts", onAccounts);
      shows(visitor, "/operations", "System", onFlushes);
      var maySeeOperators = menu.contains("Team");
      shows(visitor, "/operators", maySeeOperators ? "Team" : "You don't have access", onOperators);
      shows(visitor, "/api-keys", maySeeOperators ? "API keys" : "You don't have access", onKeys);
    }
  }

  private static void shows(BrowserSession visitor, String path, String title, String actions) {
    visitor.open(path);
    assertThat(visitor.heading(title)).isVisible();
    assertThat(visitor.page.locator(".page-actions button"))
        .hasText(actions == null ? new String[0] : actions.split(","));
  }

  private static String text(BrowserSession visitor) {
    return visitor.page.locator("form").innerText().replace('\n', ' ');
  }

  private static int seconds(BrowserSession visitor) {
    var found = COUNTDOWN.matcher(text(visitor));
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }
}
