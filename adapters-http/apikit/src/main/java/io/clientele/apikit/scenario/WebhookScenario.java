package io.clientele.apikit.scenario;

import static io.clientele.apikit.scenario.ScenarioRequests.IMAGES;

import io.clientele.apikit.client.ApiClient;
import java.util.List;

/** Creates a webhook, changes and tests it, has events sent again, and removes it. */
public final class WebhookScenario implements ContextScenario {
  /** The setting {@code WEBHOOK_ALLOW} of a service that this scenario calls. */
  public static final String ALLOW = "127.0.0.0/8,::1";

  private static final String[] JSON = {"Content-Type", "application/json"};
  private static final String ALL = "/v1/webhooks";
  private static final String ABSENT_ID = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String ABSENT = ALL + "/" + ABSENT_ID;
  private static final String REDELIVERIES = "/redeliveries";
  private static final String ROTATIONS = "/secret-rotations";
  private static final List<String> READ =
      List.of("", "/attempts", "/dead-letters", REDELIVERIES + "/" + ABSENT_ID);
  private static final String BEYOND = "{\"after\":9007199254740991}";
  private static final String GRACE = "{\"graceSeconds\":60}";

  /** Nothing listens there, so a message ends without an answer. */
  private static final String NEW =
      "{\"name\":\"Tour\",\"url\":\"http://localhost:61999/tour\",\"types\":[\"account.*\"]%s}";

  private final ScenarioSession session;
  private final ApiClient api;

  WebhookScenario(ScenarioSession session) {
    this.session = session;
    this.api = session.api();
  }

  @Override
  public void run() {
    create();
    var webhook =
        ALL
            + "/"
            + api.call(201, "POST", ALL, NEW.formatted(""), JSON).json().path("id").asString();
    for (var path : READ.subList(0, 3)) {
      api.call(200, "GET", webhook + path, "");
    }
    change(webhook);
    api.call(201, "POST", webhook + ROTATIONS, GRACE, JSON);
    api.call(200, "POST", webhook + "/tests", "");
    redeliver(webhook + REDELIVERIES);
    refuse();
    api.call(412, "DELETE", webhook, "", "If-Match", "\"99\"");
    api.call(204, "DELETE", webhook, "", "Audit-Reason", "The tour is over");
    api.call(404, "DELETE", webhook, "");
  }

  private void create() {
    api.call(409, "POST", ALL, NEW.formatted(",\"after\":9007199254740991"), JSON);
    api.call(400, "POST", ALL, "{\"url\":\"http://10.0.0.1/\",\"types\":[\"none\"]}", JSON);
    session.unreadable("POST", ALL);
    api.call(200, "GET", ALL + "?limit=1", "");
    session.refused("GET", ALL);
  }

  private void change(String webhook) {
    api.call(409, "PATCH", webhook, BEYOND, JSON);
    api.call(412, "PATCH", webhook, "{\"name\":\"Other\"}", "If-Match", "\"99\"", JSON[0], JSON[1]);
    api.call(400, "PATCH", webhook, "{\"lanes\":2}", JSON);
    api.call(200, "PATCH", webhook, "{\"status\":\"paused\"}", JSON);
    session.unreadable("PATCH", webhook);
    api.call(404, "PATCH", ABSENT, BEYOND, JSON);
    session.refused("DELETE", webhook);
    api.call(400, "POST", webhook + ROTATIONS, "{\"graceSeconds\":-1}", JSON);
    session.unreadable("POST", webhook + ROTATIONS);
  }

  /** A paused webhook sends nothing, so its redeliveries stay open. */
  private void redeliver(String path) {
    session.openAccount("Webhook Tour");
    var events = api.call(200, "GET", "/v1/events?types=account.opened&limit=1", "");
    var event = events.json().path("data").path(0).path("id").asString();
    var body = "{\"eventIds\":[\"" + event + "\"]}";
    var key = new String[] {"Idempotency-Key", "tour-" + session.unique(), JSON[0], JSON[1]};
    var first = api.call(202, "POST", path, body, key);
    api.call(202, "POST", path, body, key);
    api.call(422, "POST", path, "{\"deadLetters\":true}", key);
    for (var i = 1; i < 10; i++) {
      api.call(202, "POST", path, body, JSON);
    }
    api.call(409, "POST", path, body, JSON);
    api.call(400, "POST", path, "{}", JSON);
    session.unreadable("POST", path);
    api.call(200, "GET", first.header("Location"), "");
  }

  private void refuse() {
    for (var path : READ) {
      api.call(404, "GET", ABSENT + path, "");
      session.refused("GET", ABSENT + path);
    }
    api.call(404, "POST", ABSENT + ROTATIONS, GRACE, JSON);
    api.call(404, "POST", ABSENT + REDELIVERIES, "{\"deadLetters\":true}", JSON);
    api.call(404, "POST", ABSENT + "/tests", "");
    api.call(400, "POST", ABSENT + "/tests?x=1", "");
    api.call(406, "POST", ABSENT + "/tests", "", IMAGES);
  }

  @Override
  public void runWithoutDatabase() {
    api.call(503, "POST", ALL, NEW.formatted(""), JSON);
    api.call(503, "GET", ALL, "");
    READ.forEach(path -> api.call(503, "GET", ABSENT + path, ""));
    api.call(503, "PATCH", ABSENT, BEYOND, JSON);
    api.call(503, "DELETE", ABSENT, "");
    api.call(503, "POST", ABSENT + ROTATIONS, GRACE, JSON);
    api.call(503, "POST", ABSENT + "/tests", "");
    api.call(503, "POST", ABSENT + REDELIVERIES, "{\"deadLetters\":true}", JSON);
  }
}
