package io.clientele.bootstrap.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.clientele.bootstrap.browser.BrowserSession;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The list of accounts: what narrows it, which keys move through it, and what goes in and out of it
 * by the file. Home, which compares periods.
 */
@ExtendWith(DashboardExtension.class)
class DashboardListIT {
  private static final int LINES = 4300;
  private final DashboardTestbed stage;

  DashboardListIT(DashboardTestbed stage) {
    this.stage = stage;
  }

  @Test
  void rowsAreReachedSelectedAndOpenedByKeys() throws Exception {
    stage.service().open("Keyed Client A");
    stage.service().open("Keyed Client B");
    try (var visitor = stage.visitor(Part.OPERATOR, "/accounts?q=keyed%20client&sort=name")) {
      assertThat(visitor.link("Keyed Client B")).isVisible();
      var keys = visitor.page.keyboard();
      keys.press("j");
      assertThat(visitor.link("Keyed Client A")).isFocused();
      keys.press("j");
      assertThat(visitor.link("Keyed Client B")).isFocused();
      keys.press("k");
      keys.press("x");
      assertThat(visitor.page.getByText("1 account selected")).isVisible();
      keys.press("j");
      keys.press("Enter");
      assertThat(visitor.page.locator(".side-panel h2").first()).hasText("Keyed Client B");
      keys.press("Escape");
      keys.press("?");
      assertThat(visitor.heading("Keyboard shortcuts")).isVisible();
      keys.press("j");
      keys.press("Escape");
      assertThat(visitor.heading("Keyboard shortcuts")).hasCount(0);
    }
  }

  @Test
  void homeComparesAPeriodWithTheOneBefore() throws Exception {
    stage.service().open("Recent Client");
    try (var visitor = stage.visitor(Part.OPERATOR, "/?days=7")) {
      var periods = visitor.page.locator(".periods");
      assertThat(periods).containsText("0 in the previous 7 days");
      visitor.page.getByText("90 days").click();
      assertThat(periods).hasCount(0);
    }
  }

  @Test
  void theAddressContainsTheShownState() throws Exception {
    for (var i = 0; i < 60; i++) {
      stage.service().open("Paged Client %02d".formatted(i));
    }
    var own = stage.operator(Part.AUDITOR).email();
    try (var visitor = stage.visitor().signIn(own, "/accounts")) {
      visitor.page.getByLabel("Search by name, email, tax ID, metadata or ID").fill("paged cli");
      visitor.isAt("/accounts\\?q=paged\\+cli");
      visitor.page.getByLabel("Rows").selectOption("25");
      visitor.button("Sort by Name").click();
      assertThat(names(visitor)).hasCount(25);
      assertThat(names(visitor).first()).hasText("Paged Client 00");
      visitor.button("Next").click();
      assertThat(names(visitor).first()).hasText("Paged Client 25");
      visitor.page.reload();
      assertThat(names(visitor).first()).hasText("Paged Client 25");
      visitor.page.goBack();
      assertThat(names(visitor).first()).hasText("Paged Client 00");
      visitor.button("Sort by Name").click();
      assertThat(names(visitor).first()).hasText("Paged Client 59");
      assertThat(visitor.page.locator(".page-note")).hasText("60 accounts");
      visitor.isAt("/accounts\\?q=paged\\+cli&limit=25&sort=-name");
      visitor.button("Next").click();
      visitor.link("Paged Client 34").click();
      visitor.link("Open full page").click();
      assertThat(visitor.heading("Paged Client 34")).isVisible();
      visitor.link("← Accounts").click();
      assertThat(names(visitor).first()).hasText("Paged Client 34");
      assertThat(visitor.page.getByText("Page 2")).isVisible();
      visitor.button("Close panel").click();
      visitor.button("Clear filters").click();
      assertThat(visitor.page.getByLabel("Search by name, email, tax ID, metadata or ID"))
          .hasValue("");
    }
  }

  @Test
  void columnsAreChosenByKeyboardAndRemembered() throws Exception {
    stage.service().open("Frances Allen");
    var own = stage.operator(Part.AUDITOR).email();
    try (var visitor = stage.visitor().signIn(own, "/accounts")) {
      assertThat(visitor.page.getByText("Updated")).hasCount(0);
      visitor.button("Columns").focus();
      visitor.page.keyboard().press("Enter");
      visitor.page.getByLabel("Updated", exactly()).focus();
      visitor.page.keyboard().press("Space");
      visitor.page.keyboard().press("Escape");
      visitor.open("/accounts");
      assertThat(visitor.page.locator("thead th").filter(has("Updated"))).isVisible();
      assertThat(visitor.page.locator("thead th").filter(has("Email"))).isVisible();
    }
  }

  @Test
  void aLargeFileIsDryRunImportedAndExported() throws Exception {
    try (var visitor = stage.visitor(Part.ADMIN, "/accounts")) {
      visitor.button("Import").click();
      visitor.page.locator("input[type=file]").setInputFiles(file());
      visitor.button("Validate").click();
      assertThat(visitor.dialog()).containsText("4,299 rows are ready, 1 row needs fixing.");
      assertThat(visitor.dialog().locator("tbody td").first()).hasText("4,100");
      visitor.dialog().getByText("Import", new Locator.GetByTextOptions().setExact(true)).click();
      assertThat(visitor.dialog()).containsText("4,299 accounts imported, 1 row needs fixing.");
      visitor.dialog().getByText("Close", new Locator.GetByTextOptions().setExact(true)).click();

      visitor.open("/accounts?q=imported+client");
      assertThat(visitor.page.locator(".page-note")).hasText("4,299 accounts");
      assertThat(rows(download(visitor, "Export as NDJSON"))).isEqualTo(LINES - 1);
      assertThat(rows(download(visitor, "Export as CSV"))).isEqualTo(LINES);
    }
  }

  private static Download download(BrowserSession visitor, String format) {
    return visitor.page.waitForDownload(
        () -> {
          visitor.button("Export").click();
          visitor.item(format).click();
        });
  }

  private static long rows(Download download) throws IOException {
    try (var lines = Files.lines(download.path())) {
      return lines.count();
    }
  }

  /** One line of it, the 4,100th, has no e-mail. */
  private static FilePayload file() {
    var text =
        IntStream.rangeClosed(1, LINES)
            .mapToObj(
                line ->
                    line == 4100
                        ? "{\"name\":\"Imported client %d\"}".formatted(line)
                        : "{\"name\":\"Imported client %d\",\"email\":\"imported%d@example.com\"}"
                            .formatted(line, line))
            .collect(Collectors.joining("\n"));
    return new FilePayload(
        "clients.ndjson", "application/x-ndjson", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Locator names(BrowserSession visitor) {
    return visitor.page.locator(".row-link");
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
