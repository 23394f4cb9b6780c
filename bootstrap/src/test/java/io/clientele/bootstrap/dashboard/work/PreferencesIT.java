package io.clientele.bootstrap.dashboard.work;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.clientele.bootstrap.browser.BrowserSession;
import io.clientele.bootstrap.dashboard.DashboardExtension;
import io.clientele.bootstrap.dashboard.DashboardTestbed;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator chose and saved is there in another browser too. */
@ExtendWith(DashboardExtension.class)
class PreferencesIT {
  private final DashboardTestbed stage;
  private final String operator;

  PreferencesIT(DashboardTestbed stage) {
    this.stage = stage;
    this.operator = stage.operator(Part.OPERATOR).email();
  }

  @Test
  void choicesFollowTheOperatorToAnotherBrowser() {
    try (var first = visitor("/accounts")) {
      stored(first, () -> first.page.getByLabel("Rows").selectOption("25"));
      first.button("Columns").click();
      stored(first, () -> first.page.getByLabel("Updated", exactly()).click());
      first.page.keyboard().press("Escape");
      first.page.locator(".user").click();
      stored(first, () -> first.item("Dark").click());
      first.page.locator(".user").click();
      stored(first, () -> first.item("Português").click());
      assertThat(first.heading("Contas")).isVisible();
    }
    try (var second = visitor("/accounts")) {
      assertThat(second.heading("Contas")).isVisible();
      assertThat(second.page.locator("html")).hasAttribute("data-mantine-color-scheme", "dark");
      assertThat(second.page.getByLabel("Linhas")).hasValue("25");
      second.button("Colunas").click();
      assertThat(second.page.getByLabel("Alterada em", exactly())).isChecked();
      second.page.keyboard().press("Escape");
      second.page.locator(".user").click();
      stored(second, () -> second.item("English").click());
    }
  }

  @Test
  void filtersAreSavedChosenRenamedAndDeletedByKeyboard() {
    try (var visitor = visitor("/accounts?status=suspended&sort=name&q=absent")) {
      save(visitor, " ");
      assertThat(visitor.dialog()).containsText("Enter a name.");
      assertThat(visitor.dialog()).containsText("The search text isn't saved with the filters.");
      visitor.isAccessible("the dialog that saves filters");
      visitor.page.keyboard().type("Waiting for papers");
      visitor.page.keyboard().press("Enter");
      visitor.isTold("“Waiting for papers” saved.");
      assertThat(visitor.button("Saved filters")).isFocused();
    }
    try (var visitor = visitor("/accounts")) {
      choose(visitor, "Waiting for papers");
      visitor.isAt("/accounts\\?sort=name&status=suspended");
      assertThat(visitor.page.getByLabel("Status")).hasValue("suspended");
      save(visitor, "waiting for PAPERS");
      assertThat(visitor.dialog()).containsText("You already have filters with this name.");
      visitor.page.keyboard().press("Escape");

      choose(visitor, "Rename or delete");
      visitor.isAccessible("the dialog that renames filters");
      var name = visitor.page.getByLabel("Rename Waiting for papers");
      name.focus();
      visitor.page.keyboard().press("ControlOrMeta+a");
      visitor.page.keyboard().type("No papers");
      visitor.page.keyboard().press("Enter");
      visitor.isTold("Renamed to “No papers”.");
      visitor.button("Delete No papers").press("Enter");
      visitor.isTold("“No papers” deleted.");
      assertThat(visitor.dialog()).containsText("No saved filters yet");
      visitor.button("Undo").press("Enter");
      assertThat(visitor.page.getByLabel("Rename No papers")).isVisible();
    }
  }

  @Test
  void filtersThatAnotherBrowserSavedMeanwhileStay() {
    try (var one = visitor("/orders?status=placed");
        var other = visitor("/orders?status=completed")) {
      save(one, "Placed");
      one.isTold("“Placed” saved.");
      save(other, "Completed");
      other.isTold("“Completed” saved.");
      other.button("Saved filters").press("Enter");
      assertThat(other.item("Placed")).isVisible();
      assertThat(other.item("Completed")).isVisible();
      other.isAccessible("the menu of saved filters");
    }
  }

  @Test
  void theMenuFitsAPhoneInTheDark() {
    try (var visitor =
        stage.visitor(ColorScheme.DARK, 375, 800).signIn(operator, "/accounts?status=closed")) {
      save(visitor, "A name that is as long as the name of saved filters may be 60");
      visitor.button("Saved filters").press("Enter");
      visitor.isAccessible("the menu of saved filters on a phone");
      var width = (Number) visitor.page.evaluate("document.documentElement.scrollWidth");
      assertThat(width.intValue()).isLessThanOrEqualTo(375);
    }
  }

  private BrowserSession visitor(String path) {
    return stage.visitor().signIn(operator, path);
  }

  private static void save(BrowserSession visitor, String name) {
    choose(visitor, "Save current filters");
    assertThat(visitor.dialog().getByLabel("Name")).isFocused();
    visitor.page.keyboard().type(name);
    visitor.page.keyboard().press("Enter");
  }

  private static void choose(BrowserSession visitor, String item) {
    visitor.button("Saved filters").press("Enter");
    visitor.item(item).press("Enter");
  }

  /** Waits until the choice is stored. */
  private static void stored(BrowserSession visitor, Runnable choice) {
    visitor.page.waitForResponse(
        answer ->
            answer.url().endsWith("/v1/me/preferences")
                && answer.request().method().equals("PATCH")
                && answer.ok(),
        choice);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
