package io.clientele.bootstrap.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.clientele.bootstrap.browser.BrowserSession;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** Products with their prices and their stock. */
@ExtendWith(DashboardExtension.class)
class DashboardProductsIT {
  private static final JsonMapper JSON = new JsonMapper();

  private final DashboardTestbed stage;
  private final String unique = UUID.randomUUID().toString().substring(0, 8).toUpperCase();

  DashboardProductsIT(DashboardTestbed stage) {
    this.stage = stage;
  }

  @BeforeEach
  void aCurrency() throws Exception {
    stage.service().post("/v1/assets", "{\"code\":\"EUR\",\"scale\":2,\"kind\":\"money\"}");
  }

  @Test
  void aProductIsCreatedPricedAndReceived() {
    try (var visitor = stage.visitor(Part.OPERATOR, "/products")) {
      visitor.button("New product").click();
      field(visitor, "SKU").fill("tea-" + unique);
      field(visitor, "Title").fill("Tea " + unique);
      visitor.dialog().getByLabel("Offer for sale now").check();
      visitor.dialog().locator("button[type=submit]").click();
      visitor.isTold("Product created.");
      var panel = visitor.page.locator(".side-panel");
      assertThat(panel.locator(".account-head .badge")).hasText("Active");

      visitor.button("Set price").click();
      field(visitor, "Currency").selectOption("EUR");
      field(visitor, "Price per unit").fill("12,50");
      visitor.dialog().locator("button[type=submit]").click();
      assertThat(panel).containsText("12.50 EUR");
      visitor.button("Set price").click();
      field(visitor, "Price per unit").fill("13");
      field(visitor, "Starts").fill("2126-01-01T00:00");
      visitor.dialog().locator("button[type=submit]").click();
      assertThat(panel).containsText("Planned");

      visitor.button("Receive goods").click();
      field(visitor, "Quantity").fill("100");
      visitor.dialog().locator("button[type=submit]").click();
      assertThat(visitor.row("TEA-" + unique)).containsText("100");
      visitor.button("Correct stock").click();
      field(visitor, "Quantity").fill("-2");
      visitor.dialog().locator("button[type=submit]").click();
      assertThat(visitor.row("TEA-" + unique)).containsText("98");
      visitor.button("Undo").last().click();
      assertThat(visitor.row("TEA-" + unique)).containsText("100");
    }
  }

  @Test
  void aProductIsFoundRetiredAndRestored() throws Exception {
    var id = product("Found " + unique);
    try (var visitor = stage.visitor(Part.OPERATOR, "/products")) {
      visitor.page.getByLabel("Search by title or SKU").fill("found " + unique.toLowerCase());
      visitor.button("Found " + unique).click();
      visitor.isAt("open=" + id);
      visitor.button("Status").click();
      visitor.item("Retire").click();
      visitor.isTold("Found " + unique + " retired.");
      assertThat(visitor.page.locator(".account-head .badge")).hasText("Retired");
      visitor.button("Undo").click();
      assertThat(visitor.page.locator(".account-head .badge")).hasText("Draft");
    }
  }

  @Test
  void changesOfTwoPeopleAreMergedAndOneValueIsChosen() throws Exception {
    var id = product("Merged " + unique);
    try (var visitor = stage.visitor(Part.ADMIN, "/products?open=" + id)) {
      visitor.button("Edit").click();
      field(visitor, "Title").fill("Mine " + unique);
      visitor.button("Add attribute").click();
      field(visitor, "Key").fill("origin");
      field(visitor, "Value").fill("Uji");
      stage.service().patch("/v1/products/" + id, "{\"title\":\"Theirs\",\"text\":\"Told\"}");
      visitor.button("Save").click();
      assertThat(visitor.heading("Someone else updated this product")).isVisible();
      assertThat(visitor.dialog().locator("tbody tr")).hasCount(1);
      visitor.button("Discard mine").click();
      assertThat(field(visitor, "Title")).hasValue("Theirs");
      visitor.button("Save").click();
      var panel = visitor.page.locator(".side-panel");
      assertThat(panel.locator("h2").first()).hasText("Theirs");
      assertThat(panel).containsText("Uji");
      assertThat(panel).containsText("Told");
    }
  }

  private String product(String title) throws Exception {
    var body =
        "{\"sku\":\"P-%s\",\"title\":\"%s\",\"kind\":\"goods\",\"status\":\"draft\"}"
            .formatted(unique, title);
    return JSON.readTree(stage.service().post("/v1/products", body).body()).path("id").asString();
  }

  private static Locator field(BrowserSession visitor, String label) {
    return visitor.dialog().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
  }
}
