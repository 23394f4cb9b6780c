package io.clientele.bootstrap.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.clientele.bootstrap.browser.BrowserSession;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** What may be done with accounts, and what happens when two do it at once. */
@ExtendWith(DashboardExtension.class)
class DashboardAccountsIT {
  private final DashboardTestbed stage;

  DashboardAccountsIT(DashboardTestbed stage) {
    this.stage = stage;
  }

  @Test
  void anAccountGoesThroughItsLifeCycle() {
    try (var visitor = stage.visitor(Part.ADMIN, "/accounts")) {
      visitor.button("New account").click();
      visitor.button("Create account").click();
      assertThat(visitor.dialog()).containsText("Enter a name.");
      assertThat(visitor.dialog()).containsText("Enter an email address.");
      field(visitor, "Name", "Grace Hopper");
      field(visitor, "Email", "grace.hopper@example.com");
      field(visitor, "Country", "BR");
      field(visitor, "Tax ID", "111.111.111-11");
      visitor.button("Create account").click();
      assertThat(visitor.dialog().getByText(Pattern.compile("valid CPF"))).not().hasCount(0);
      field(visitor, "Tax ID", "529.982.247-25");
      visitor.button("Add metadata").click();
      field(visitor, "Key", "segment");
      field(visitor, "Value", "retail");
      visitor.button("Create account").click();
      visitor.isTold("Account created.");

      visitor.link("Grace Hopper").click();
      visitor.button("Edit").click();
      field(visitor, "Name", "Grace Brewster Hopper");
      field(visitor, "Reason", "Correção do nome – \u5c71");
      visitor.button("Save").click();
      visitor.isTold("Changes saved.");
      assertThat(visitor.heading("Grace Brewster Hopper")).isVisible();
      assertThat(visitor.page.locator(".entry-reason").first())
          .hasText(": Correção do nome – \u5c71");

      visitor.button("Suspend").click();
      visitor.dialog().getByText("Suspend", exact()).click();
      visitor.isTold("Account suspended.");
      visitor.button("Reactivate").click();
      visitor.isTold("Account reactivated.");

      visitor.button("Actions").click();
      visitor.item("Close account").click();
      visitor.button("Close account").click();
      visitor.isTold("Account closed.");
      assertThat(visitor.button("Edit")).hasCount(0);
    }
  }

  @Test
  void metadataOfAnyKeyCanBeChangedAndRemoved() throws Exception {
    var opened =
        stage
            .service()
            .post(
                "/v1/accounts",
                """
                {"name": "Editor", "email": "editor@example.com",
                 "metadata": {"a=b": "v", "__proto__": "pp", " k": "w", "constructor": ""}}
                """);
    var id = new JsonMapper().readTree(opened.body()).path("id").asString();
    try (var visitor = stage.visitor(Part.ADMIN, "/accounts/" + id)) {
      visitor.button("Edit").click();
      pair(visitor, "a=b").getByLabel("Value").fill("w = x");
      pair(visitor, "__proto__").getByLabel("Value").fill("changed");
      pair(visitor, " k").getByRole(AriaRole.BUTTON).click();
      visitor.button("Save").click();
      visitor.isTold("Changes saved.");
      assertThat(stage.service().json("/v1/accounts/" + id).get("metadata").toString())
          .isEqualTo("{\"__proto__\":\"changed\",\"a=b\":\"w = x\",\"constructor\":\"\"}");
      // What was read again a moment later is shown whole, too.
      visitor.page.reload();
      visitor.button("Edit").click();
      assertThat(pair(visitor, "__proto__").getByLabel("Value")).hasValue("changed");
    }
  }

  @Test
  void erasureRequiresAConfirmationAndKeepsTheAuditTrail() throws Exception {
    var id = stage.service().open("Joan Clarke");
    try (var visitor = stage.visitor(Part.ADMIN, "/accounts/" + id)) {
      visitor.button("Actions").click();
      visitor.item("Erase").click();
      assertThat(visitor.button("Erase")).isDisabled();
      visitor.dialog().getByLabel("Type ERASE to confirm").fill("erase");
      assertThat(visitor.button("Erase")).isDisabled();
      visitor.dialog().getByLabel("Type ERASE to confirm").fill("ERASE");
      visitor.button("Erase").click();
      visitor.isTold("Personal data erased.");
      assertThat(visitor.page.getByText("personal data was erased")).isVisible();
      assertThat(visitor.page.getByText("erased the personal data of")).isVisible();
      assertThat(visitor.page.getByText("Joan Clarke")).hasCount(0);
    }
  }

  @Test
  void aConflictShowsBothVersions() throws Exception {
    var id = stage.service().open("Hedy Lamarr");
    try (var first = stage.visitor(Part.ADMIN, "/accounts/" + id);
        var second = stage.visitor(Part.OPERATOR, "/accounts/" + id)) {
      first.button("Edit").click();
      second.button("Edit").click();
      field(first, "Name", "Hedwig Kiesler");
      first.button("Save").click();
      first.isTold("Changes saved.");

      field(second, "Name", "Hedy Markey");
      second.button("Save").click();
      assertThat(second.heading("Someone else updated this account")).isVisible();
      assertThat(second.dialog().locator("tbody tr"))
          .hasText(new String[] {"NameHedwig KieslerHedy Markey"});
      assertThat(stage.service().json("/v1/accounts/" + id).get("name").asString())
          .isEqualTo("Hedwig Kiesler");
      second.button("Overwrite").click();
      second.isTold("Changes saved.");
      assertThat(second.heading("Hedy Markey")).isVisible();
    }
  }

  @Test
  void aRefusedChangeIsReverted() throws Exception {
    var id = stage.service().open("Tony Hoare");
    try (var visitor = stage.visitor(Part.ADMIN, "/accounts/" + id)) {
      assertThat(visitor.page.locator(".account-head .badge")).hasText("Active");
      visitor.context.route(
          Pattern.compile(".*/suspension$"),
          route -> {
            assertThat(visitor.page.locator(".account-head .badge")).hasText("Suspended");
            route.fulfill(new Route.FulfillOptions().setStatus(500).setBody("{}"));
          });
      visitor.button("Suspend").click();
      visitor.dialog().getByText("Suspend", exact()).click();
      assertThat(visitor.page.locator(".toast-failure")).isVisible();
      assertThat(visitor.page.locator(".account-head .badge")).hasText("Active");
    }
  }

  @Test
  void openingAnAccountCountsAViewOnlyIfEnabled() throws Exception {
    var id = stage.service().open("Radia Perlman");
    try (var visitor = stage.visitor(Part.AUDITOR, "/accounts?q=radia")) {
      visitor.link("Radia Perlman").click();
      assertThat(visitor.page.getByTestId("live-views")).hasText("0");
      visitor.button("Close panel").click();
      visitor.page.locator(".user").click();
      visitor.item("Count my views").click();
      visitor.page.keyboard().press("Escape");
      visitor.link("Radia Perlman").click();
      assertThat(visitor.page.getByTestId("live-views")).hasText("1");
      visitor.button("Close panel").click();
      visitor.link("Radia Perlman").click();
      assertThat(visitor.page.getByTestId("live-views")).hasText("2");
      visitor.open("/audit").open("/accounts?q=radia").open("/").open("/operations");
      assertThat(stage.service().json("/v1/accounts/" + id + "/views").get("total").asLong())
          .isEqualTo(2);
    }
  }

  private static Locator.GetByTextOptions exact() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static Locator pair(BrowserSession visitor, String key) {
    return visitor.dialog().locator(".metadata-pair[data-key='" + key + "']");
  }

  private static void field(BrowserSession visitor, String label, String value) {
    visitor.dialog().getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).fill(value);
  }
}
