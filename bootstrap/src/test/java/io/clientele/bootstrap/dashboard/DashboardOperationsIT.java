package io.clientele.bootstrap.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.clientele.bootstrap.browser.BrowserSession;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests operators, keys, the audit trail, flushes, and an outage of Redis. */
@ExtendWith(DashboardExtension.class)
class DashboardOperationsIT {
  private final DashboardTestbed stage;

  DashboardOperationsIT(DashboardTestbed stage) {
    this.stage = stage;
  }

  @Test
  void operatorsAreAddedAndRemoved() {
    try (var visitor = stage.visitor(Part.ADMIN, "/operators")) {
      visitor.button("Add team member").click();
      visitor.dialog().getByLabel("Name").fill("Rosalind Franklin");
      visitor.dialog().getByLabel("Email").fill("rosalind@example.com");
      visitor.dialog().locator("input[type=password]").fill(BrowserSession.PASSWORD);
      visitor.dialog().locator("button[type=submit]").click();
      visitor.isTold("Team member added.");
      visitor.choose("rosalind@example.com", "Remove");
      visitor.dialog().locator("button[type=submit]").click();
      visitor.isTold("Team member removed.");
      assertThat(visitor.row("rosalind@example.com")).hasCount(0);
    }
  }

  @Test
  void anApiKeyIsShownOnceAndRevoked() {
    try (var visitor = stage.visitor(Part.ADMIN, "/api-keys")) {
      visitor.button("New API key").click();
      visitor.dialog().getByLabel("Name").fill("Billing");
      visitor.dialog().locator("button[type=submit]").click();
      assertThat(visitor.page.locator(".secret")).hasText(Pattern.compile("ck_.{20,}"));
      visitor.dialog().getByText("Close").click();
      assertThat(visitor.page.locator(".secret")).hasCount(0);
      visitor.choose("Billing", "Revoke");
      visitor.dialog().locator("button[type=submit]").click();
      visitor.isTold("API key revoked.");
      assertThat(visitor.row("Billing")).hasCount(0);
    }
  }

  @Test
  void theAuditTrailIsFilteredAndVerified() throws Exception {
    var id = stage.service().open("Katherine Johnson");
    try (var visitor = stage.visitor(Part.AUDITOR, "/audit")) {
      visitor.page.getByLabel("Account ID").fill(id);
      visitor.page.keyboard().press("Enter");
      assertThat(visitor.page.locator(".entry-sentence"))
          .hasText(new Pattern[] {Pattern.compile(".+ created an account")});
      visitor.page.getByText("Details").click();
      assertThat(visitor.page.locator(".entry-ids")).containsText("account.opened");
      visitor.isAt("/audit\\?accountId=" + id);
      visitor.button("Verify integrity").click();
      assertThat(visitor.page.getByText(Pattern.compile("Entries checked"))).isVisible();
    }
  }

  @Test
  void aFlushEmptiesPendingViews() throws Exception {
    var id = stage.service().open("Mary Jackson");
    stage.service().get("/v1/accounts/" + id);
    try (var visitor = stage.visitor(Part.ADMIN, "/operations")) {
      visitor.button("Flush now").click();
      visitor.isTold("saved in");
      assertThat(visitor.page.locator(".table tbody tr").first()).isVisible();
      assertThat(visitor.page.getByText("Balanced")).isVisible();
      assertThat(state(visitor, "PostgreSQL")).hasText("Up");
      assertThat(state(visitor, "Redis")).hasText("Up");
    }
  }

  @Test
  void figuresWithoutRedisAreMarkedAsDegraded() throws Exception {
    var id = stage.service().open("Annie Easley");
    try (var visitor = stage.visitor(Part.ADMIN, "/operations")) {
      assertThat(state(visitor, "Redis")).hasText("Up");
      stage.redis().kill();
      try {
        visitor.page.reload();
        assertThat(state(visitor, "Redis")).hasText("Down");
        assertThat(visitor.page.locator(".badge-degraded").first()).hasText("Incomplete");
        visitor.open("/accounts/" + id);
        assertThat(visitor.page.locator(".live .badge-degraded")).isVisible();
        visitor.open("/accounts?q=annie");
        assertThat(visitor.page.locator(".page-note .badge-degraded")).isVisible();
      } finally {
        stage.redis().startAgain();
      }
      visitor.open("/operations");
      assertThat(state(visitor, "Redis")).hasText("Up");
    }
  }

  private static Locator state(BrowserSession visitor, String name) {
    return visitor.page.locator(".states > div:has(dt:text-is('" + name + "')) dd");
  }
}
