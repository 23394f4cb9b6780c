package io.clientele.bootstrap.dashboard.work;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import io.clientele.bootstrap.browser.BrowserSession;
import io.clientele.bootstrap.dashboard.DashboardExtension;
import io.clientele.bootstrap.dashboard.DashboardTestbed;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pictures of every page in four widths, both themes and both languages, for people to look at in
 * {@code target/dashboard-pictures}. A short run takes the least usual of them: a phone in the dark
 * in Portuguese.
 */
@ExtendWith(DashboardExtension.class)
class PicturesIT {
  private static final Path PICTURES = Path.of("target", "dashboard-pictures");
  private static final boolean IS_LONG = Boolean.getBoolean("clientele.long");
  private static final List<Integer> WIDTHS =
      IS_LONG ? List.of(1440, 1024, 768, 375) : List.of(375);
  private static final int HEIGHT = 900;
  private static final JsonMapper JSON = new JsonMapper();

  private final DashboardTestbed stage;
  private final Map<String, String> pages = new LinkedHashMap<>();

  PicturesIT(DashboardTestbed stage) {
    this.stage = stage;
  }

  /** Something to see on each page. */
  @BeforeEach
  void somethingToSee() throws Exception {
    var service = stage.service();
    service.post("/v1/assets", "{\"code\":\"EUR\",\"scale\":2,\"kind\":\"money\"}");
    var account = service.open("Buyer " + UUID.randomUUID());
    service.post(
        "/v1/accounts",
        "{\"name\":\"A client whose name is quite a bit longer than those of most clients\","
            + "\"email\":\"a.long.name@example.com\"}");
    var product = product();
    var order = stage.heldOrder(account, product, "EUR");
    var webhook =
        id(
            "/v1/webhooks",
            "{\"name\":\"Seen\",\"url\":\"http://localhost:9/hook\",\"types\":[\"account.*\"]}");
    for (var name :
        List.of(
            "transfers",
            "ledger",
            "prices",
            "products",
            "orders",
            "events",
            "webhooks",
            "inbound",
            "tasks",
            "profile",
            "operators",
            "api-keys",
            "audit",
            "operations",
            "accounts",
            "no-such-page")) {
      pages.put(name, "/" + name);
    }
    pages.put("home", "/");
    pages.put("account", "/accounts/" + account);
    pages.put("account-panel", "/accounts?open=" + account);
    pages.put("order-panel", "/orders?open=" + order);
    pages.put("product-panel", "/products?open=" + product);
    pages.put("webhook-panel", "/webhooks?open=" + webhook);
  }

  @ParameterizedTest
  @CsvSource({"DARK, pt", "LIGHT, en", "LIGHT, pt", "DARK, en"})
  void everyPageFitsItsWidth(ColorScheme theme, String language) {
    if (!IS_LONG && (theme == ColorScheme.LIGHT || language.equals("en"))) {
      return;
    }
    var tooWide = new ArrayList<String>();
    try (var visitor = stage.visitor(theme, WIDTHS.getFirst(), HEIGHT)) {
      speak(visitor, "en");
      visitor.signIn(stage.operator(Part.ADMIN).email(), "/profile");
      speak(visitor, language);
      for (var page : pages.entrySet()) {
        visitor.open(page.getValue());
        settle(visitor.page);
        for (var width : WIDTHS) {
          visitor.page.setViewportSize(width, HEIGHT);
          var name = "%s-%s-%s-%d".formatted(page.getKey(), theme.name(), language, width);
          picture(visitor.page, name.toLowerCase());
          if (!fits(visitor.page)) {
            tooWide.add(name);
          }
        }
      }
    }
    assertThat(tooWide).isEmpty();
  }

  private String product() throws Exception {
    var sku = "SEEN-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    var product =
        id(
            "/v1/products",
            "{\"sku\":\"%s\",\"title\":\"Teapot\",\"kind\":\"goods\",\"status\":\"active\"}"
                .formatted(sku));
    stage
        .service()
        .post("/v1/products/" + product + "/prices", "{\"currency\":\"EUR\",\"amount\":\"0\"}");
    stage.receive(product, "10");
    return product;
  }

  private String id(String path, String body) throws Exception {
    return JSON.readTree(stage.service().post(path, body).body()).path("id").asString();
  }

  private void speak(BrowserSession visitor, String language) {
    var origin = stage.service().uri("").toString();
    visitor.context.addCookies(List.of(new Cookie("clientele-language", language).setUrl(origin)));
  }

  private static void settle(Page page) {
    page.waitForLoadState(LoadState.LOAD);
    assertThat(page.locator("h1, h2").first()).isVisible();
    assertThat(page.locator(".main [aria-busy=true]")).hasCount(0);
  }

  private static boolean fits(Page page) {
    return Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }
}
