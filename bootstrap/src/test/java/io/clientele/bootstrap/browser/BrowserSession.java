package io.clientele.bootstrap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/**
 * A browser page that uses the dashboard or the page of the store. Errors in the browser's console
 * fail the test at its end.
 */
public final class BrowserSession implements AutoCloseable {
  /** What Chromium says of any answer of 400 and more; the tests look at those themselves. */
  private static final String STATUS = "Failed to load resource";

  /** Of every operator that signs in here. */
  public static final String PASSWORD = "a password that is long enough";

  /** Far beyond what anything here takes, for machines with much else to do. */
  private static final int PATIENCE_MILLIS = 30_000;

  public final BrowserContext context;
  public final Page page;
  private final List<String> complaints = new ArrayList<>();

  public BrowserSession(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE_MILLIS);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    context.onConsoleMessage(this::hear);
    context.onWebError(error -> complaints.add(error.error()));
    this.page = context.newPage();
  }

  public BrowserSession signIn(String email, String path) {
    page.navigate(path);
    enter(email, PASSWORD);
    assertThat(page.locator(".side")).isVisible();
    return this;
  }

  public void enter(String email, String password) {
    page.getByLabel("Email").fill(email);
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
    button("Sign in").click();
  }

  public BrowserSession open(String path) {
    page.navigate(path);
    return this;
  }

  public Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  public Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  public Locator item(String name) {
    return page.getByRole(
        AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  public Locator heading(String name) {
    return page.getByRole(
        AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  public Locator row(String text) {
    return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
  }

  /** Chooses what the menu of a row offers. */
  public void choose(String row, String action) {
    row(row).locator(".actions-cell button").click();
    item(action).click();
  }

  public Locator alert() {
    return page.getByRole(AriaRole.ALERT);
  }

  public Locator dialog() {
    return page.getByRole(AriaRole.DIALOG).last();
  }

  /** What the page tells in passing. */
  public void isTold(String text) {
    assertThat(page.locator(".toasts")).containsText(text);
  }

  public void isAt(String address) {
    assertThat(page).hasURL(Pattern.compile(".*" + address + "$"));
  }

  /** Checks what is shown now: nothing serious may keep anyone from using it. */
  public void isAccessible(String what) {
    var findings =
        axe().analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
            .toList();
    Assertions.assertThat(findings).as(what).isEmpty();
  }

  /**
   * Returns the findings alone: what passes is megabytes for a page of many rows, and the pages
   * have no frames, for which the results would be sent twice.
   */
  private AxeBuilder axe() {
    var options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page).options(options).setLegacyMode(true);
  }

  @Override
  public void close() {
    context.close();
    if (!complaints.isEmpty()) {
      throw new AssertionError("The browser complained: " + complaints);
    }
  }

  private void hear(ConsoleMessage message) {
    var isLoud = message.type().equals("error") || message.type().equals("warning");
    if (isLoud && !message.text().startsWith(STATUS)) {
      complaints.add(message.text());
    }
  }
}
