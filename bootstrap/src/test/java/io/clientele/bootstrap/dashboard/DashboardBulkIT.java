package io.clientele.bootstrap.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.clientele.bootstrap.browser.BrowserSession;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** Many accounts at once, and accounts found by what identifies them. */
@ExtendWith(DashboardExtension.class)
class DashboardBulkIT {
  private static final String SEARCH = "Search by name, email, tax ID, metadata or ID";

  private final DashboardTestbed stage;

  DashboardBulkIT(DashboardTestbed stage) {
    this.stage = stage;
  }

  @Test
  void selectedAccountsAreSuspendedInOneCallAndTheSuspensionIsUndone() throws Exception {
    for (var name : new String[] {"Bulkhead One", "Bulkhead Two", "Bulkhead Three"}) {
      stage.service().open(name);
    }
    try (var visitor = stage.visitor(Part.ADMIN, "/accounts?q=bulkhead")) {
      select(visitor, "Bulkhead One");
      select(visitor, "Bulkhead Three");
      assertThat(visitor.page.getByText("2 accounts selected")).isVisible();
      visitor.button("Suspend").click();
      visitor.dialog().getByLabel("Reason").fill("Quarterly review");
      visitor.dialog().getByText("Suspend", exact()).click();
      visitor.isTold("2 accounts suspended.");
      assertThat(visitor.page.locator("tbody .badge-suspended")).hasCount(2);
      assertThat(visitor.page.getByText("accounts selected")).hasCount(0);
      visitor.button("Undo").click();
      visitor.isTold("2 accounts reactivated.");
      assertThat(visitor.page.locator("tbody .badge-suspended")).hasCount(0);
    }
  }

  @Test
  void anAccountIsFoundByIdTaxIdAndMetadata() throws Exception {
    var opened =
        stage
            .service()
            .post(
                "/v1/accounts",
                """
                {"name": "Findable", "email": "findable@example.com",
                 "taxId": {"country": "BR", "value": "390.533.447-05"},
                 "metadata": {"crm": "CRM-4711"}}
                """);
    var id = new JsonMapper().readTree(opened.body()).path("id").asString();
    stage.service().open("Another");
    try (var visitor = stage.visitor(Part.AUDITOR, "/accounts")) {
      for (var text : new String[] {id, "390.533.447-05", "39053344705", "crm-4711"}) {
        visitor.page.getByLabel(SEARCH).fill(text);
        assertThat(visitor.page.getByText("1 account", exactPage())).isVisible();
        assertThat(visitor.link("Findable")).isVisible();
      }
    }
  }

  @Test
  void thePaletteLeadsToPagesAndAccountsByKeyboardAlone() throws Exception {
    stage.service().open("Paletta Ko");
    try (var visitor = stage.visitor(Part.ADMIN, "/")) {
      openPalette(visitor);
      visitor.page.keyboard().type("audi");
      assertThat(visitor.page.getByRole(AriaRole.OPTION)).hasText("AuditPage");
      visitor.page.keyboard().press("Enter");
      assertThat(visitor.heading("Audit")).isVisible();
      openPalette(visitor);
      visitor.page.keyboard().type("paletta");
      assertThat(visitor.page.getByRole(AriaRole.OPTION)).containsText("Paletta Ko");
      visitor.page.keyboard().press("Enter");
      assertThat(visitor.heading("Paletta Ko")).isVisible();
      visitor.page.keyboard().press("e");
      assertThat(visitor.dialog()).containsText("Edit account");
    }
  }

  private static void openPalette(BrowserSession visitor) {
    visitor.page.keyboard().press("Control+k");
    var field = new Page.GetByRoleOptions().setName("Go to a page or an account");
    assertThat(visitor.page.getByRole(AriaRole.COMBOBOX, field)).isFocused();
  }

  private static void select(BrowserSession visitor, String name) {
    visitor.page.getByLabel("Select " + name, exactLabel()).check();
  }

  private static Page.GetByLabelOptions exactLabel() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Page.GetByTextOptions exactPage() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private static Locator.GetByTextOptions exact() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
