package io.clientele.bootstrap.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.clientele.bootstrap.browser.BrowserSession;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** The page of the store, from the catalogue to an order that arrives. */
@ExtendWith(DashboardExtension.class)
class StorePageIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path PICTURES = Path.of("target", "dashboard-pictures");

  private final DashboardTestbed stage;
  private final String name = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
  private String account = "";
  private String product = "";
  private String key = "";

  StorePageIT(DashboardTestbed stage) {
    this.stage = stage;
  }

  /** Ten teapots at 12.50, and a customer who has 100.00. */
  @BeforeEach
  void aProductAndACustomer() throws Exception {
    created("/v1/assets", "{\"code\":\"EUR\",\"scale\":2,\"kind\":\"money\"}");
    var creation =
        """
        {"sku":"TEAPOT-%s","title":"Teapot %s","kind":"goods","status":"active",
         "text":"Holds six cups.\\nMade of stoneware.","attributes":{"Colour":"celadon"}}\
        """;
    product = created("/v1/products", creation.formatted(name, name));
    created("/v1/products/" + product + "/prices", "{\"currency\":\"EUR\",\"amount\":\"12.50\"}");
    stage.receive(product, "10");
    account = stage.service().open("Buyer " + name);
    var pocket =
        created("/v1/accounts/" + account + "/pockets", "{\"asset\":\"EUR\",\"name\":\"main\"}");
    var bank = "{\"asset\":\"EUR\",\"name\":\"bank-%s\",\"floor\":null}";
    var transfer =
        """
        {"kind":"posted","reason":"top-up","legs":[{"from":"%s","to":"%s","asset":"EUR","amount":"100"}]}\
        """
            .formatted(created("/v1/pockets", bank.formatted(name.toLowerCase())), pocket);
    operations("PUT", "/v1/transfers/" + UUID.randomUUID(), transfer);
    var customer =
        "{\"name\":\"Buyer\",\"roles\":[\"customer\"],\"accountId\":\"%s\",\"front\":\"store\"}";
    key = stage.service().issueKey(customer.formatted(account));
  }

  @Test
  void aVisitorSignsInAndOrdersAndSeesTheOrderArrive() throws Exception {
    try (var visitor = stage.visitor()) {
      visitor.open("/store/");
      visitor.page.getByLabel("Search products").fill(name);
      visitor.isAt("q=" + name);
      visitor.page.getByText("Teapot " + name).click();
      assertThat(visitor.heading("Teapot " + name)).isVisible();
      visitor.page.getByLabel("Quantity", exact()).fill("2");
      visitor.button("Add to basket").click();
      visitor.link("Go to basket").click();
      visitor.link("Sign in to order").click();
      enter(visitor, "not a key");
      assertThat(visitor.page.getByText("The store does not know this key.")).isVisible();
      enter(visitor, key);
      assertThat(visitor.heading("Basket")).isVisible();
      assertThat(visitor.page.getByText("Your balance: 100.00 EUR")).isVisible();
      visitor.page.getByLabel("Delivery address").fill("12 St James Square, London");
      visitor.button("Reserve").click();

      var state = visitor.page.locator(".order-state [role=status]");
      assertThat(state).containsText("Waiting for confirmation");
      isLive(visitor);
      var order = visitor.page.url().replaceFirst(".*/", "");
      operations("POST", "/v1/orders/" + order + "/confirmation", "");
      assertThat(state).containsText("Being prepared");
      var shipment = created("/v1/orders/" + order + "/shipments", "{\"carrier\":\"Royal Post\"}");
      assertThat(state).containsText("Packed");
      operations("PATCH", "/v1/shipments/" + shipment, "{\"status\":\"shipped\"}");
      assertThat(state).containsText("On its way");
      operations("PATCH", "/v1/shipments/" + shipment, "{\"status\":\"delivered\"}");
      assertThat(state).containsText("Delivered");

      visitor.link("Balance").click();
      assertThat(visitor.page.locator(".holdings tbody")).containsText("75.00");
      var views = stage.service().json("/v1/products/" + product + "/views").path("total");
      assertThat(views.asLong()).isEqualTo(1);
    }
  }

  @Test
  void aCustomerPaysWhatIsReservedAndCancels() throws Exception {
    var order = stage.heldOrder(account, product, "EUR");
    try (var visitor = customer("/store/orders")) {
      visitor.page.locator(".order-row").click();
      visitor.isAt("/store/orders/" + order);
      isLive(visitor);
      visitor.button("Confirm and pay 25.00 EUR").click();
      assertThat(visitor.page.locator(".order-state")).containsText("Being prepared");
      visitor.button("Cancel order").click();
      visitor.dialog().locator("button", new Locator.LocatorOptions().setHasText("Cancel")).click();
      assertThat(visitor.page.locator(".order-state")).containsText("Cancelled by you");
      assertThat(visitor.page.locator(".sums")).containsText("Refunded");
    }
  }

  @Test
  void whatKeepsAnOrderFromBeingPlacedIsToldInWords() throws Exception {
    try (var visitor = customer("/store/products/" + product)) {
      visitor.page.getByLabel("Quantity", exact()).fill("11");
      visitor.button("Add to basket").click();
      visitor.link("Go to basket").click();
      visitor.button("Order and pay 137.50 EUR").click();
      assertThat(visitor.alert()).containsText("There isn't enough of: Teapot " + name);
      visitor.page.getByLabel("Quantity of Teapot " + name, exact()).fill("9");
      visitor.button("Order and pay 112.50 EUR").click();
      assertThat(visitor.alert()).containsText("Your balance isn't enough for this order.");
      created("/v1/products/" + product + "/prices", "{\"currency\":\"EUR\",\"amount\":\"10\"}");
      visitor.button("Order and pay 112.50 EUR").click();
      assertThat(visitor.alert()).containsText("now costs 10.00 EUR instead of 12.50 EUR");
      visitor.button("Order and pay 90.00 EUR").click();
      assertThat(visitor.page.locator(".order-state")).containsText("Being prepared");
    }
  }

  @Test
  void everyPageIsAccessibleAndFitsAPhone() throws Exception {
    showAll(ColorScheme.LIGHT, pages(stage.heldOrder(account, product, "EUR")));
  }

  /** The theme changes colours alone, and these pages have them all. */
  @Test
  void theDarkPagesAreAccessible() throws Exception {
    var pages = pages(stage.heldOrder(account, product, "EUR"));
    pages.keySet().retainAll(Set.of("product", "basket", "order"));
    showAll(ColorScheme.DARK, pages);
  }

  private void showAll(ColorScheme theme, Map<String, String> pages) {
    try (var visitor = stage.visitor(theme, 1440, 900)) {
      visitor.open("/store/sign-in?to=/products/" + product);
      look(visitor, "sign-in", theme);
      enter(visitor, key);
      visitor.button("Add to basket").click();
      for (var page : pages.entrySet()) {
        visitor.open(page.getValue());
        look(visitor, page.getKey(), theme);
      }
    }
  }

  private Map<String, String> pages(String order) {
    var pages = new LinkedHashMap<String, String>();
    pages.put("catalogue", "/store/");
    pages.put("product", "/store/products/" + product);
    pages.put("basket", "/store/basket");
    pages.put("orders", "/store/orders");
    pages.put("order", "/store/orders/" + order);
    pages.put("balance", "/store/balance");
    pages.put("unknown", "/store/nothing");
    return pages;
  }

  /** Takes a picture at both widths, which are checked. */
  private static void look(BrowserSession visitor, String name, ColorScheme theme) {
    for (var width : new int[] {375, 1440}) {
      visitor.page.setViewportSize(width, 900);
      assertThat(visitor.page.locator("h1")).isVisible();
      assertThat(visitor.page.locator("[aria-busy=true]")).hasCount(0);
      var file = "store-%s-%d-%s.png".formatted(name, width, theme.name().toLowerCase());
      visitor.page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)));
      assertThat(visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as(name + " at " + width)
          .isEqualTo(true);
    }
    visitor.isAccessible("%s in %s".formatted(name, theme));
  }

  private BrowserSession customer(String path) {
    var visitor = stage.visitor().open(path.startsWith("/store/products") ? "/store/orders" : path);
    enter(visitor, key);
    assertThat(visitor.heading("My orders")).isVisible();
    return visitor.open(path);
  }

  private static void enter(BrowserSession visitor, String key) {
    visitor.page.getByLabel("Store key").fill(key);
    visitor.button("Sign in").click();
  }

  private static void isLive(BrowserSession visitor) {
    assertThat(visitor.page.locator(".order-note")).hasAttribute("data-live", "true");
  }

  private static Page.GetByLabelOptions exact() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  /** Creates something as an administrator, and returns its id. */
  private String created(String path, String body) throws Exception {
    return JSON.readTree(stage.service().post(path, body).body()).path("id").asString();
  }

  private void operations(String method, String path, String body) throws Exception {
    stage.send(method, path, body, "Authorization", "Bearer " + stage.service().bearer());
  }
}
