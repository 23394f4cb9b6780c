package io.clientele.bootstrap.dashboard.work;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.clientele.bootstrap.browser.BrowserSession;
import io.clientele.bootstrap.dashboard.DashboardExtension;
import io.clientele.bootstrap.dashboard.DashboardTestbed;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A whole day's work without a mouse: keys are all that this operator has. */
@ExtendWith(DashboardExtension.class)
class WorkingDayIT {
  /** Far more than any control of a page is away from another. */
  private static final int TABS_MAX = 80;

  private static final String SEARCH = "Search by name, email, tax ID, metadata or ID";

  private final DashboardTestbed stage;
  private final String email;

  WorkingDayIT(DashboardTestbed stage) {
    this.stage = stage;
    this.email = stage.operator(Part.ADMIN).email();
  }

  @Test
  void theKeyboardIsEnoughForAWholeDay() throws Exception {
    var id = stage.service().open("Morning Client");
    try (var visitor = stage.visitor()) {
      signIn(visitor);
      findAndOpen(visitor);
      edit(visitor, id);
      suspendAndUndo(visitor, id);
      importFile(visitor);
      export(visitor);
      invite(visitor);
    }
  }

  private void signIn(BrowserSession visitor) {
    visitor.open("/");
    assertThat(visitor.button("Sign in")).isVisible();
    tabTo(visitor, visitor.page.getByLabel("Email"));
    keys(visitor).type(email);
    keys(visitor).press("Tab");
    keys(visitor).type(BrowserSession.PASSWORD);
    keys(visitor).press("Enter");
    assertThat(visitor.heading("Home")).isVisible();
  }

  private static void findAndOpen(BrowserSession visitor) {
    goTo(visitor, "Accounts");
    keys(visitor).press("/");
    assertThat(visitor.page.getByLabel(SEARCH)).isFocused();
    keys(visitor).type("morning client");
    assertThat(visitor.page.locator(".row-link")).hasCount(1);
    tabTo(visitor, visitor.link("Morning Client"));
    keys(visitor).press("Enter");
    assertThat(panelTitle(visitor)).hasText("Morning Client");
  }

  /** Another writer renames the account while the form is open. */
  private void edit(BrowserSession visitor, String id) throws Exception {
    keys(visitor).press("e");
    assertThat(visitor.heading("Edit account")).isVisible();
    tabTo(visitor, visitor.dialog().getByLabel("Name"));
    keys(visitor).press("ControlOrMeta+a");
    keys(visitor).type("Noon Client");
    stage.service().patch("/v1/accounts/" + id, "{\"name\": \"Client of Another\"}");
    keys(visitor).press("Enter");
    assertThat(visitor.heading("Someone else updated this account")).isVisible();
    assertThat(visitor.dialog()).containsText("Client of Another");
    tabTo(visitor, visitor.button("Overwrite"));
    keys(visitor).press("Enter");
    visitor.isTold("Changes saved.");
    assertThat(panelTitle(visitor)).hasText("Noon Client");
  }

  private void suspendAndUndo(BrowserSession visitor, String id) throws Exception {
    tabTo(visitor, visitor.button("Suspend"));
    keys(visitor).press("Enter");
    assertThat(visitor.heading("Suspend Noon Client?")).isVisible();
    tabTo(visitor, visitor.dialog().locator("button[type=submit]"));
    keys(visitor).press("Enter");
    assertThat(visitor.page.locator(".account-head .badge")).hasText("Suspended");
    tabTo(visitor, visitor.button("Undo"));
    keys(visitor).press("Enter");
    assertThat(visitor.page.locator(".account-head .badge")).hasText("Active");
    assertThat(stage.service().json("/v1/accounts/" + id).at("/status").asString())
        .isEqualTo("active");
    keys(visitor).press("Escape");
    assertThat(visitor.page.locator(".side-panel")).hasCount(0);
  }

  private static void importFile(BrowserSession visitor) {
    tabTo(visitor, visitor.button("Import"));
    keys(visitor).press("Enter");
    assertThat(visitor.heading("Import accounts")).isVisible();
    tabTo(visitor, visitor.button("Choose file"));
    var text = "name,email\nEvening Client,evening.client@example.com\n";
    visitor
        .page
        .waitForFileChooser(() -> keys(visitor).press("Enter"))
        .setFiles(
            new FilePayload("clients.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    assertThat(visitor.button("Validate")).isEnabled();
    tabTo(visitor, visitor.button("Validate"));
    keys(visitor).press("Enter");
    assertThat(visitor.dialog()).containsText("Nothing imported yet.");
    tabTo(visitor, dialogButton(visitor, "Import"));
    keys(visitor).press("Enter");
    assertThat(visitor.dialog()).containsText("imported");
    tabTo(visitor, dialogButton(visitor, "Close").last());
    keys(visitor).press("Enter");
    assertThat(visitor.button("Import")).isFocused();
  }

  private static void export(BrowserSession visitor) throws IOException {
    keys(visitor).press("/");
    keys(visitor).press("ControlOrMeta+a");
    keys(visitor).type("evening client");
    assertThat(visitor.link("Evening Client")).isVisible();
    assertThat(visitor.page.locator(".row-link")).hasCount(1);
    tabTo(visitor, visitor.button("Export"), "Shift+Tab");
    keys(visitor).press("Enter");
    assertThat(visitor.item("Export as CSV")).isVisible();
    downTo(visitor, visitor.item("Export as CSV"));
    var file = visitor.page.waitForDownload(() -> keys(visitor).press("Enter"));
    assertThat(Files.readString(file.path())).contains("evening.client@example.com");
  }

  private void invite(BrowserSession visitor) {
    goTo(visitor, "Team");
    tabTo(visitor, visitor.button("Add team member"));
    keys(visitor).press("Enter");
    assertThat(visitor.dialog().getByLabel("Name")).isFocused();
    keys(visitor).type("New Colleague");
    keys(visitor).press("Tab");
    keys(visitor).type("colleague-of-" + email);
    tabTo(visitor, visitor.dialog().getByLabel("Auditor"));
    keys(visitor).press("Space");
    tabTo(visitor, visitor.dialog().getByLabel("Password").first());
    keys(visitor).type(BrowserSession.PASSWORD);
    keys(visitor).press("Enter");
    visitor.isTold("Team member added.");
    assertThat(visitor.row("colleague-of-" + email)).containsText("Operator, Auditor");
  }

  private static void goTo(BrowserSession visitor, String page) {
    keys(visitor).press("ControlOrMeta+k");
    var field = visitor.page.getByRole(AriaRole.COMBOBOX).last();
    assertThat(field).isFocused();
    keys(visitor).type(page);
    keys(visitor).press("Enter");
    assertThat(visitor.heading(page)).isVisible();
  }

  private static Keyboard keys(BrowserSession visitor) {
    return visitor.page.keyboard();
  }

  private static Locator dialogButton(BrowserSession visitor, String name) {
    return visitor
        .dialog()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator panelTitle(BrowserSession visitor) {
    return visitor.page.locator(".side-panel h2").first();
  }

  private static void tabTo(BrowserSession visitor, Locator control) {
    tabTo(visitor, control, "Tab");
  }

  private static void tabTo(BrowserSession visitor, Locator control, String key) {
    assertThat(control).isVisible();
    press(visitor, control, key, TABS_MAX);
  }

  private static void downTo(BrowserSession visitor, Locator item) {
    press(visitor, item, "ArrowDown", 10);
  }

  /** Presses a key until a control has the focus. */
  private static void press(BrowserSession visitor, Locator control, String key, int max) {
    for (var pressed = 0; pressed < max && !hasFocus(control); pressed++) {
      keys(visitor).press(key);
    }
    assertThat(control).isFocused();
  }

  private static boolean hasFocus(Locator control) {
    return Boolean.TRUE.equals(control.evaluate("element => element === document.activeElement"));
  }
}
