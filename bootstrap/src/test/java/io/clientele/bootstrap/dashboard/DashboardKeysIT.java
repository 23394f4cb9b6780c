package io.clientele.bootstrap.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What keys do on every page, and what Home tells of the time before. */
@ExtendWith(DashboardExtension.class)
class DashboardKeysIT {
  private final DashboardTestbed stage;

  DashboardKeysIT(DashboardTestbed stage) {
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
      assertThat(periods).containsText("0 in the 7 days before");
      visitor.page.getByText("90 days").click();
      assertThat(periods).hasCount(0);
    }
  }
}
