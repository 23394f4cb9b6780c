package io.clientele.bootstrap.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.clientele.bootstrap.browser.BrowserSession;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** Orders, from the hold to the return. */
@ExtendWith(DashboardExtension.class)
class DashboardOrdersIT {
  private static final JsonMapper JSON = new JsonMapper();

  private final DashboardTestbed stage;
  private String account = "";
  private String order = "";

  DashboardOrdersIT(DashboardTestbed stage) {
    this.stage = stage;
  }

  /** A held order of two of a product, of which there are ten. */
  @BeforeEach
  void aHeldOrder() throws Exception {
    var service = stage.service();
    service.post("/v1/assets", "{\"code\":\"EUR\",\"scale\":2,\"kind\":\"money\"}");
    var sku = "ORDERED-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    var body =
        "{\"sku\":\"%s\",\"title\":\"Teapot\",\"kind\":\"goods\",\"status\":\"active\"}"
            .formatted(sku);
    var product = JSON.readTree(service.post("/v1/products", body).body()).path("id").asString();
    var price = "{\"currency\":\"EUR\",\"amount\":\"0\"}";
    service.post("/v1/products/" + product + "/prices", price);
    stage.receive(product, "10");
    account = service.open("Buyer " + UUID.randomUUID());
    order = stage.heldOrder(account, product, "EUR");
  }

  @Test
  void anOrderIsConfirmedShippedDeliveredAndReturned() {
    try (var visitor = stage.visitor(Part.OPERATOR, "/orders?accountId=" + account)) {
      visitor.page.locator("tbody .row-link").click();
      visitor.isAt("open=" + order);
      var panel = visitor.page.locator(".side-panel");
      assertThat(panel).containsText("Teapot");
      assertThat(panel).containsText("order-hold");
      perform(visitor, "Confirm");
      assertThat(panel).containsText("Paid");
      assertThat(panel).containsText("order-capture");

      visitor.button("Pack shipment").click();
      field(visitor, "Carrier").fill("Post");
      visitor.dialog().locator("button[type=submit]").click();
      assertThat(panel).containsText("Packed");
      visitor.button("Undo").click();
      visitor.isTold("Shipment unpacked.");
      perform(visitor, "Pack shipment");
      visitor.button("Mark as shipped").click();
      visitor.dialog().locator("button[type=submit]").click();
      visitor.button("Mark as delivered").click();
      visitor.dialog().locator("button[type=submit]").click();
      assertThat(panel.locator(".account-head .badge")).hasText("Completed");

      visitor.button("Record return").click();
      visitor.dialog().locator("input[inputmode=decimal]").fill("3");
      visitor.dialog().locator("button[type=submit]").click();
      assertThat(visitor.dialog()).containsText("Enter a quantity of at most 2.");
      visitor.dialog().locator("input[inputmode=decimal]").fill("1");
      visitor.dialog().locator("button[type=submit]").click();
      assertThat(panel).containsText("Returned 1");
    }
  }

  @Test
  void aPartOfAnOrderIsCancelledAndTheRestToo() {
    try (var visitor = stage.visitor(Part.OPERATOR, "/orders?open=" + order)) {
      perform(visitor, "Confirm");
      var panel = visitor.page.locator(".side-panel");
      assertThat(panel).containsText("Paid");
      panel.getByLabel("Actions", new Locator.GetByLabelOptions().setExact(true)).click();
      visitor.item("Cancel order").click();
      visitor.dialog().getByLabel("Cancel some units only").check();
      visitor.dialog().locator("input[inputmode=decimal]").fill("1");
      visitor.dialog().locator("button[type=submit]").click();
      assertThat(panel).containsText("Cancelled 1");
      panel.getByLabel("Actions", new Locator.GetByLabelOptions().setExact(true)).click();
      visitor.item("Cancel order").click();
      field(visitor, "Reason").fill("Sold twice");
      visitor.dialog().locator("button[type=submit]").click();
      assertThat(panel.locator(".account-head .badge")).hasText("Cancelled");
      assertThat(panel).containsText("Sold twice");
    }
  }

  @Test
  void anAuditorSeesOrdersWithoutButtonsAndReconcilesThem() {
    try (var visitor = stage.visitor(Part.AUDITOR, "/orders?open=" + order)) {
      assertThat(visitor.page.locator(".side-panel")).containsText("Hold ends");
      assertThat(visitor.page.locator(".side-panel .actions")).hasCount(0);
      visitor.button("Close panel").click();
      visitor.button("Reconcile").click();
      assertThat(visitor.page.getByText("Balanced", new Page.GetByTextOptions().setExact(true)))
          .isVisible();
      visitor.page.getByLabel("Payment").selectOption("refunded");
      visitor.isAt("payment=refunded");
      visitor.open("/accounts/" + account);
      panel(visitor, "Orders").locator(".entry a[href^='/orders?open=']").click();
      visitor.isAt("/orders\\?open=" + order);
    }
  }

  private static Locator panel(BrowserSession visitor, String title) {
    return visitor.page.locator(
        "section.panel", new Page.LocatorOptions().setHas(visitor.heading(title)));
  }

  /** Chooses an action, and confirms it. */
  private static void perform(BrowserSession visitor, String action) {
    visitor.button(action).click();
    visitor.dialog().locator("button[type=submit]").click();
  }

  private static Locator field(BrowserSession visitor, String label) {
    return visitor.dialog().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
  }
}
