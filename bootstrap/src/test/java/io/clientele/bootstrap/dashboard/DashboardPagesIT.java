package io.clientele.bootstrap.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.clientele.bootstrap.browser.BrowserSession;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests each page for accessibility in both themes, for its width on a phone and for its
 * performance budgets. Leaves pictures and figures in {@code target}.
 */
@ExtendWith(DashboardExtension.class)
class DashboardPagesIT {
  private static final Path PICTURES = Path.of("target", "dashboard-pictures");
  private static final List<Integer> WIDTHS = List.of(375, 768, 1024);
  private static final int SCRIPT_BYTES_MAX = 250_000;
  private static final int FIRST_PAINT_MILLIS_MAX = 1000;
  private static final double SHIFT_MAX = 0.05;

  /** A script that adds up the layout shifts of a page from its start. */
  private static final String WATCH =
      """
      globalThis.shift = 0;
      new PerformanceObserver(list => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
      }).observe({type: 'layout-shift', buffered: true});\
      """;

  private final DashboardTestbed stage;
  private String account = "";

  DashboardPagesIT(DashboardTestbed stage) {
    this.stage = stage;
  }

  @BeforeEach
  void someAccounts() throws Exception {
    var found = stage.service().json("/v1/accounts?q=dorothy").get("data");
    if (found.isEmpty()) {
      for (var name :
          List.of("Alan Turing", "Barbara Liskov", "Edsger Dijkstra", "Ivan Sutherland")) {
        stage.service().get("/v1/accounts/" + stage.service().open(name));
      }
      account = stage.service().open("Dorothy Vaughan");
    } else {
      account = found.get(0).get("id").asString();
    }
    for (var views = 0; views < 12; views++) {
      stage.service().get("/v1/accounts/" + account);
    }
    stage.service().post("/v1/view-flushes", "");
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void everyPageIsAccessible(ColorScheme theme) {
    try (var visitor = stage.visitor(theme, 1360, 900)) {
      visitor.open("/");
      assertThat(visitor.button("Sign in")).isVisible();
      look(visitor, "sign-in", theme);
      visitor.enter(stage.known(Part.ADMIN).email(), BrowserSession.PASSWORD);
      assertThat(visitor.heading("Home")).isVisible();
      for (var page : pages().entrySet()) {
        visitor.open(page.getValue());
        settle(visitor.page);
        look(visitor, page.getKey(), theme);
      }
      for (var dialog : List.of("New account", "Import")) {
        visitor.open("/accounts");
        visitor.button(dialog).click();
        assertThat(visitor.dialog()).isVisible();
        look(visitor, dialog.toLowerCase().replace(' ', '-'), theme);
      }
    }
  }

  /** The theme changes colours alone, so one theme shows all widths. */
  @Test
  void noWidthNeedsHorizontalScrolling() {
    var theme = ColorScheme.LIGHT;
    try (var visitor = stage.visitor(theme, 375, 812)) {
      visitor.signIn(stage.known(Part.ADMIN).email(), "/");
      for (var page : pages().entrySet()) {
        visitor.page.setViewportSize(375, 812);
        visitor.open(page.getValue());
        settle(visitor.page);
        for (var width : WIDTHS) {
          visitor.page.setViewportSize(width, 812);
          picture(visitor.page, page.getKey() + "-" + width, theme);
          assertThat(visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
              .as(page.getKey() + " at " + width)
              .isEqualTo(true);
        }
      }
    }
  }

  @Test
  void theOverviewMeetsItsPerformanceBudgets() throws Exception {
    try (var visitor = stage.visitor(Part.ADMIN, "/")) {
      var answers = new CopyOnWriteArrayList<Response>();
      var again = visitor.context.newPage();
      again.addInitScript(WATCH);
      again.onResponse(answers::add);
      again.navigate("/");
      settle(again);
      var scriptBytes =
          answers.stream()
              .filter(answer -> answer.url().endsWith(".js"))
              .mapToInt(answer -> compressed(answer.body()))
              .sum();
      var paint =
          (Number)
              again.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime");
      var shift = (Number) again.evaluate("globalThis.shift");
      Files.writeString(
          Files.createDirectories(PICTURES).resolve("figures.txt"),
          "script %d bytes gzip, first paint after %.0f ms, layout shift %.4f%n"
              .formatted(scriptBytes, paint.doubleValue(), shift.doubleValue()));
      assertThat(scriptBytes).isBetween(10_000, SCRIPT_BYTES_MAX);
      assertThat(paint.doubleValue()).isLessThan(FIRST_PAINT_MILLIS_MAX);
      assertThat(shift.doubleValue()).isLessThan(SHIFT_MAX);
    }
  }

  @Test
  void languageAndDarkModeCanBeSelected() {
    var own = stage.operator(Part.AUDITOR).email();
    try (var visitor = stage.visitor().signIn(own, "/")) {
      visitor.page.locator(".user").click();
      visitor.item("Português").click();
      assertThat(visitor.heading("Início")).isVisible();
      visitor.page.locator(".user").click();
      visitor.item("Escuro").click();
      visitor.page.reload();
      assertThat(visitor.heading("Início")).isVisible();
      assertThat(visitor.page.locator("html")).hasAttribute("data-mantine-color-scheme", "dark");
      picture(visitor.page, "overview-portuguese", ColorScheme.DARK);
    }
  }

  private Map<String, String> pages() {
    return Map.ofEntries(
        Map.entry("overview", "/"),
        Map.entry("accounts", "/accounts"),
        Map.entry("drawer", "/accounts?open=" + account),
        Map.entry("account", "/accounts/" + account),
        Map.entry("transfers", "/transfers"),
        Map.entry("ledger", "/ledger"),
        Map.entry("assets", "/prices"),
        Map.entry("products", "/products"),
        Map.entry("orders", "/orders"),
        Map.entry("events", "/events"),
        Map.entry("webhooks", "/webhooks"),
        Map.entry("inbound", "/inbound"),
        Map.entry("tasks", "/tasks"),
        Map.entry("profile", "/profile"),
        Map.entry("operators", "/operators"),
        Map.entry("api-keys", "/api-keys"),
        Map.entry("audit", "/audit"),
        Map.entry("operations", "/operations"));
  }

  private static void settle(Page page) {
    page.waitForLoadState(LoadState.LOAD);
    assertThat(page.locator("h1, h2").first()).isVisible();
    assertThat(page.locator(".main [aria-busy=true]")).hasCount(0);
  }

  /** Takes a picture, then checks accessibility: the picture shows the place of a finding. */
  private static void look(BrowserSession visitor, String name, ColorScheme theme) {
    picture(visitor.page, name, theme);
    visitor.isAccessible("%s in %s".formatted(name, theme));
  }

  private static void picture(Page page, String name, ColorScheme theme) {
    var file = PICTURES.resolve("%s-%s.png".formatted(name, theme.name().toLowerCase()));
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  private static int compressed(byte[] bytes) {
    try (var out = new ByteArrayOutputStream()) {
      try (var zip = new GZIPOutputStream(out)) {
        zip.write(bytes);
      }
      return out.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
