package io.clientele.bootstrap.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clientele.bootstrap.browser.BrowserSession;
import io.clientele.bootstrap.dashboard.DashboardTestbed.Part;
import io.clientele.testbed.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks: what an admin does with them, and what the others see. */
@ExtendWith(DashboardExtension.class)
class DashboardWebhooksIT {
  private static final JsonMapper JSON = new JsonMapper();

  private final DashboardTestbed stage;
  private HttpServer receiver;
  private volatile int status = 200;

  DashboardWebhooksIT(DashboardTestbed stage) {
    this.stage = stage;
  }

  @BeforeEach
  void aReceiver() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/hook", this::answer);
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  @Test
  void aWebhookIsCreatedTestedPausedAndItsSecretRotated() {
    try (var visitor = stage.visitor(Part.ADMIN, "/webhooks")) {
      visitor.button("New webhook").click();
      visitor.dialog().locator("button[type=submit]").click();
      assertThat(visitor.dialog()).containsText("Choose at least one event.");
      field(visitor, "Name").fill("Billing");
      field(visitor, "URL").fill(url());
      field(visitor, "Accounts").check();
      visitor.dialog().locator("button[type=submit]").click();
      copySecret(visitor);
      var panel = visitor.page.getByLabel("Webhook", exact());
      assertThat(panel).containsText("account.*");

      visitor.button("Send test").click();
      assertThat(panel).containsText("Test delivered");
      assertThat(panel.locator(".raw").first()).hasText("thank you");
      assertThat(panel.locator(".entry").first()).containsText("Test message");

      visitor.button("Pause").click();
      assertThat(panel.locator(".account-head .badge")).hasText("Paused");
      visitor.button("Undo").click();
      assertThat(panel.locator(".account-head .badge")).hasText("Active");

      panel.getByLabel("Actions", inExactly()).click();
      visitor.item("Rotate secret").click();
      visitor.dialog().locator("button[type=submit]").click();
      copySecret(visitor);
      assertThat(panel).containsText("Previous secret valid until");
    }
  }

  @Test
  void anAttemptShowsItsEventAndItsResponseAndTheEventIsSentAgain() throws Exception {
    status = 400;
    var id = subscribe("Failing receiver");
    try (var visitor = stage.visitor(Part.ADMIN, "/webhooks?open=" + id)) {
      var attempts = visitor.page.locator("section.panel").filter(holding("Delivery attempts"));
      assertThat(attempts).containsText("No attempts");
      stage.service().open("Delivered Client");
      var attempt = attempts.locator(".entry").filter(holding("Event")).first();
      assertThat(attempt).containsText("Failed");
      attempt.locator("summary").click();
      assertThat(attempts).containsText("account.opened");
      assertThat(attempts.locator(".raw").last()).hasText("thank you");
      status = 200;
      attempts.getByText("Send again").click();
      assertThat(visitor.page.locator(".notice")).containsText("1 of 1 events sent again.");
    }
  }

  @Test
  void deadLettersAreSentAgain() throws Exception {
    var id = subscribe("Poisoned receiver");
    stage.service().open("Poisonous Client");
    var newest = stage.service().json("/v1/audit?action=account.opened&limit=1").at("/data/0/id");
    var path = "/v1/events/" + newest.asString();
    Await.until("the event has its position", () -> stage.service().get(path).statusCode() == 200);
    var event = stage.service().json(path);
    stage.run(
        """
        INSERT INTO webhook_dead_letter (webhook_id, position, event_id, since, attempts, last_fault)
        VALUES ('%s', %d, '%s', now(), 8, '400')\
        """
            .formatted(id, event.path("position").asLong(), event.path("id").asString()));
    try (var visitor = stage.visitor(Part.ADMIN, "/webhooks?open=" + id)) {
      var letters = visitor.page.locator("section.panel").filter(holding("Undeliverable"));
      assertThat(letters).containsText("8 attempts · HTTP 400");
      visitor.button("Send all again").click();
      assertThat(visitor.page.locator(".notice")).containsText("1 of 1 events sent again.");
      assertThat(letters).hasCount(0);
    }
  }

  @Test
  void twoAdminsWhoChangeOneValueChooseAndOthersSeeNoPathAndNoButtons() throws Exception {
    var id = subscribe("Contested");
    try (var visitor = stage.visitor(Part.ADMIN, "/webhooks?open=" + id)) {
      visitor.button("Edit").click();
      field(visitor, "Name").fill("Mine");
      stage.service().patch("/v1/webhooks/" + id, "{\"name\": \"Theirs\"}");
      visitor.button("Save").click();
      assertThat(visitor.heading("Someone else updated this webhook")).isVisible();
      assertThat(visitor.dialog()).containsText("Theirs");
      visitor.button("Overwrite").click();
      assertThat(visitor.page.locator(".account-head h2")).hasText("Mine");
    }
    try (var visitor = stage.visitor(Part.AUDITOR, "/webhooks?open=" + id)) {
      assertThat(visitor.page.locator(".side-panel")).containsText("http://localhost");
      assertThat(visitor.page.locator(".side-panel")).not().containsText("/hook");
      assertThat(visitor.page.locator(".side-panel .actions")).hasCount(0);
      assertThat(visitor.button("New webhook")).hasCount(0);
    }
  }

  private String subscribe(String name) throws Exception {
    var body = "{\"name\":\"%s\",\"url\":\"%s\",\"types\":[\"account.*\"]}".formatted(name, url());
    var made = JSON.readTree(stage.service().post("/v1/webhooks", body).body());
    return made.path("id").asString();
  }

  private static void copySecret(BrowserSession visitor) {
    visitor.context.grantPermissions(List.of("clipboard-write"));
    assertThat(visitor.page.locator(".secret")).containsText("whsec_");
    visitor.button("Copy").click();
    visitor.dialog().getByText("Close", new Locator.GetByTextOptions().setExact(true)).click();
  }

  private String url() {
    return "http://localhost:" + receiver.getAddress().getPort() + "/hook";
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    var body = "thank you".getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Locator field(BrowserSession visitor, String label) {
    return visitor.dialog().getByLabel(label, inExactly());
  }

  private static Locator.GetByLabelOptions inExactly() {
    return new Locator.GetByLabelOptions().setExact(true);
  }

  private static Page.GetByLabelOptions exact() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator.FilterOptions holding(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
