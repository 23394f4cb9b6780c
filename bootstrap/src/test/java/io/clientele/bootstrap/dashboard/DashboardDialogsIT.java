package io.clientele.bootstrap.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.clientele.bootstrap.browser.BrowserSession;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Typing, dialogs and the keyboard keep what was typed, and keep the focus. */
@ExtendWith(DashboardExtension.class)
class DashboardDialogsIT {
  private final DashboardTestbed stage;

  DashboardDialogsIT(DashboardTestbed stage) {
    this.stage = stage;
  }

  @Test
  void searchKeepsFocusWhileTyping() throws Exception {
    stage.service().open("Slowtyped Client");
    try (var visitor = stage.visitor(Part.ADMIN, "/accounts")) {
      visitor.page.getByLabel("Search by name, email, tax ID, metadata or ID").click();
      // Each letter comes after the answer to the one before.
      for (var typed : new String[] {"s", "sl", "slo", "slow", "slowt"}) {
        visitor.page.waitForResponse(
            answer -> answer.url().contains("q=" + typed + "&"),
            () -> visitor.page.keyboard().type(typed.substring(typed.length() - 1)));
      }
      assertThat(visitor.page.getByLabel("Search by name, email, tax ID, metadata or ID"))
          .hasValue("slowt");
      assertThat(visitor.page.getByLabel("Search by name, email, tax ID, metadata or ID"))
          .isFocused();
      visitor.isAt("/accounts\\?q=slowt");
    }
  }

  @Test
  void escapeClosesOnlyTheTopDialogAndConfirmsUnsavedInput() throws Exception {
    stage.service().open("Layered Client");
    try (var visitor = stage.visitor(Part.ADMIN, "/accounts?q=layered")) {
      visitor.link("Layered Client").click();
      assertThat(visitor.page.locator(".side-panel h2").first()).hasText("Layered Client");
      visitor.button("Edit").click();
      visitor.page.keyboard().press("Escape");
      assertThat(visitor.heading("Edit account")).hasCount(0);
      assertThat(visitor.page.locator(".side-panel")).isVisible();
      assertThat(visitor.button("Edit")).isFocused();

      visitor.button("Edit").click();
      field(visitor, "Name").fill("Half typed");
      visitor.page.keyboard().press("Escape");
      assertThat(visitor.heading("Discard your changes?")).isVisible();
      visitor.button("Keep editing").click();
      assertThat(field(visitor, "Name")).hasValue("Half typed");
      visitor.page.keyboard().press("Escape");
      visitor.button("Discard").click();
      assertThat(visitor.heading("Edit account")).hasCount(0);

      visitor.page.keyboard().press("Escape");
      assertThat(visitor.page.locator(".side-panel")).hasCount(0);
      assertThat(visitor.link("Layered Client")).isFocused();
    }
  }

  @Test
  void aSecretShownOnceIsNotLostAndARefusedFormFocusesItsFirstFault() {
    try (var visitor = stage.visitor(Part.ADMIN, "/api-keys")) {
      visitor.button("New API key").click();
      visitor.dialog().locator("button[type=submit]").click();
      assertThat(visitor.dialog()).containsText("Enter a name.");
      assertThat(field(visitor, "Name")).isFocused();
      field(visitor, "Name").fill("Once");
      visitor.dialog().locator("button[type=submit]").click();
      assertThat(visitor.page.locator(".secret")).isVisible();
      visitor.page.keyboard().press("Escape");
      assertThat(visitor.heading("Close without copying the key?")).isVisible();
      visitor.button("Go back").click();
      assertThat(visitor.page.locator(".secret")).isVisible();
    }
  }

  @Test
  void changesOfDifferentValuesAreMergedWithoutAsking() throws Exception {
    var id = stage.service().open("Merged Client");
    try (var visitor = stage.visitor(Part.ADMIN, "/accounts/" + id)) {
      visitor.button("Edit").click();
      visitor.button("Add metadata").click();
      field(visitor, "Key").fill("tier");
      field(visitor, "Value").fill("gold");
      stage.service().patch("/v1/accounts/" + id, "{\"name\": \"Merged Meanwhile\"}");
      visitor.button("Save").click();
      visitor.isTold("Changes saved.");
      assertThat(visitor.heading("Merged Meanwhile")).isVisible();
      var stored = stage.service().json("/v1/accounts/" + id);
      assertThat(stored.at("/name").asString()).isEqualTo("Merged Meanwhile");
      assertThat(stored.at("/metadata/tier").asString()).isEqualTo("gold");
    }
  }

  @Test
  void aSuspensionNamesTheAccountAndIsUndoneFromTheMessage() throws Exception {
    var id = stage.service().open("Ana Nunez");
    try (var visitor = stage.visitor(Part.ADMIN, "/accounts/" + id)) {
      visitor.button("Suspend").click();
      assertThat(visitor.heading("Suspend Ana Nunez?")).isVisible();
      visitor.dialog().locator("button[type=submit]").click();
      assertThat(visitor.page.locator(".account-head .badge")).hasText("Suspended");
      visitor.button("Undo").click();
      assertThat(visitor.page.locator(".account-head .badge")).hasText("Active");
      visitor.isTold("Account reactivated.");
      assertThat(stage.service().json("/v1/accounts/" + id).at("/status").asString())
          .isEqualTo("active");
    }
  }

  @Test
  void aFailedChunkIsRetriedAndANewVersionIsAnnounced() {
    try (var visitor = stage.visitor(Part.ADMIN, "/")) {
      var attempts = new AtomicInteger();
      visitor.context.route(
          "**/assets/ApiKeys-*.js",
          route -> {
            if (attempts.incrementAndGet() < 3) {
              route.abort();
            } else {
              route.resume();
            }
          });
      visitor.link("API keys").click();
      assertThat(visitor.heading("API keys")).isVisible();

      visitor.context.route("**/assets/Audit-*.js", route -> route.abort());
      visitor.context.route(
          visitor.page.url().replaceFirst("/api-keys$", "/"),
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("text/html")
                      .setBody("<script type=\"module\" src=\"/assets/other.js\"></script>")));
      visitor.link("Audit").click();
      assertThat(visitor.page.getByText("A new version is available.")).isVisible();
      assertThat(visitor.button("Reload")).isVisible();
    }
  }

  @Test
  void aPhoneOpensTheMenuByAButton() {
    try (var visitor = stage.visitor(ColorScheme.LIGHT, 375, 800)) {
      visitor.signIn(stage.known(Part.ADMIN).email(), "/");
      assertThat(visitor.link("Audit")).isHidden();
      visitor.button("Open menu").click();
      assertThat(visitor.page.locator(".user")).containsText("Admin");
      visitor.link("Audit").click();
      assertThat(visitor.heading("Audit")).isVisible();
      assertThat(visitor.link("Audit")).isHidden();
      visitor.button("Open menu").click();
      visitor.link("Audit").focus();
      visitor.page.keyboard().press("Escape");
      assertThat(visitor.link("Audit")).isHidden();
    }
  }

  @Test
  void anUnknownAddressIsAPageWithAWayHome() {
    try (var visitor = stage.visitor(Part.ADMIN, "/")) {
      visitor.open("/no/such/page");
      assertThat(visitor.heading("Page not found")).isVisible();
      visitor.page.getByText("Go to Home").click();
      assertThat(visitor.heading("Home")).isVisible();
    }
  }

  @Test
  void aLongNameHidesNoOtherColumn() throws Exception {
    stage
        .service()
        .post(
            "/v1/accounts",
            "{\"name\": \"Longname %s\", \"email\": \"longname@example.com\"}"
                .formatted("x".repeat(180)));
    try (var visitor = stage.visitor(ColorScheme.LIGHT, 1024, 768)) {
      visitor.signIn(stage.known(Part.ADMIN).email(), "/accounts?q=longname");
      assertThat(visitor.page.locator(".row-link")).hasCount(1);
      for (var width : new int[] {1024, 768}) {
        visitor.page.setViewportSize(width, 768);
        var frame = visitor.page.locator(".table-frame").boundingBox();
        var created =
            visitor.page.locator("thead th", new Page.LocatorOptions().setHasText("Created"));
        created.scrollIntoViewIfNeeded();
        var box = created.boundingBox();
        assertThat(box.x + box.width).isLessThanOrEqualTo(frame.x + frame.width + 1);
        assertThat(visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .isEqualTo(true);
      }
      assertThat(visitor.page.locator("tbody th").getAttribute("title")).contains("xxxxxx");
      assertThat(visitor.page.getByRole(AriaRole.ROW).last().boundingBox().height).isLessThan(60);
    }
  }

  private static Locator field(BrowserSession visitor, String label) {
    return visitor.dialog().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
  }
}
