package io.clientele.bootstrap.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import io.clientele.bootstrap.browser.BrowserSession;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages that show what others do, without input and at little cost. */
@ExtendWith(DashboardExtension.class)
class DashboardLiveIT {
  private static final String STREAM = "/v1/events/stream";
  private static final int REQUESTS_MAX = 5;
  private static final int MINUTES = 5;
  private static final int STEP_MILLIS = 10_000;

  private final DashboardTestbed stage;

  DashboardLiveIT(DashboardTestbed stage) {
    this.stage = stage;
  }

  @Test
  void aListAnAccountAndTheEventsFollowChangesOfOthers() throws Exception {
    var id = stage.service().open("Livia Drusilla");
    try (var list = stage.visitor(Part.ADMIN, "/accounts?q=livia");
        var account = stage.visitor(Part.OPERATOR, "/accounts/" + id);
        var events = stage.visitor(Part.AUDITOR, "/events?accountId=" + id)) {
      assertThat(list.link("Livia Drusilla")).isVisible();
      assertThat(account.page.locator(".account-head .badge")).hasText("Active");
      assertThat(events.page.locator("tbody tr")).hasCount(1);
      List.of(list, account, events).forEach(DashboardLiveIT::awaitStream);

      stage.service().post("/v1/accounts/" + id + "/suspension", "");
      assertThat(list.page.locator("tbody .badge")).hasText("Suspended");
      assertThat(account.page.locator(".account-head .badge")).hasText("Suspended");
      assertThat(events.page.locator("tbody tr")).hasCount(2);
      assertThat(events.page.locator("tbody tr").first()).containsText("Account suspended");

      stage.service().open("Livia Augusta");
      assertThat(list.link("Livia Augusta")).isVisible();
    }
  }

  @Test
  void anIdlePageAsksAtMostFiveTimesInFiveMinutes() throws Exception {
    var id = stage.service().open("Idle Account");
    try (var visitor = stage.visitor(Part.OPERATOR, "/")) {
      visitor.context.clock().install();
      for (var path :
          List.of("/", "/accounts", "/accounts/" + id, "/events", "/operations", "/transfers")) {
        var page = visitor.context.newPage();
        page.navigate(path);
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator(".main [aria-busy=true]")).hasCount(0);
        assertThat(asked(page)).as(path).hasSizeLessThanOrEqualTo(REQUESTS_MAX);
        page.close();
      }
    }
  }

  /**
   * Returns the calls of five minutes. After each step the answers are awaited. A step fires each
   * due timer once, so a page that polls more often than a step lasts is still noticed.
   */
  private static List<String> asked(Page page) {
    var asked = new CopyOnWriteArrayList<String>();
    var open = new AtomicInteger();
    page.onRequest(
        request -> {
          asked.add(request.url());
          open.addAndGet(isStream(request) ? 0 : 1);
        });
    page.onRequestFinished(request -> open.addAndGet(isStream(request) ? 0 : -1));
    page.onRequestFailed(request -> open.addAndGet(isStream(request) ? 0 : -1));
    for (var step = 0; step < MINUTES * 60_000 / STEP_MILLIS; step++) {
      page.clock().fastForward(STEP_MILLIS);
      page.waitForCondition(() -> open.get() == 0);
    }
    return asked;
  }

  private static boolean isStream(Request request) {
    return request.url().contains(STREAM);
  }

  /** Changes of the time before the stream is open are not told by it. */
  private static void awaitStream(BrowserSession visitor) {
    assertThat(visitor.page.locator("html[data-live]")).hasCount(1);
  }
}
