package io.clientele.apikit.scenario;

import static io.clientele.apikit.scenario.ScenarioRequests.ABSENT;
import static io.clientele.apikit.scenario.ScenarioRequests.ACCOUNTS;
import static io.clientele.apikit.scenario.ScenarioRequests.IMAGES;

import io.clientele.apikit.client.ApiClient;
import java.util.List;
import java.util.function.Supplier;

/** Drives every documented operation to every status that it documents. */
public final class ApiScenario {
  private static final String FLUSHES = "/v1/view-flushes";
  private static final String AUDIT = "/v1/audit";
  private static final String VERIFICATION = AUDIT + "/verification";
  private static final String BOOKS = "/v1/view-reconciliation";
  private static final String[] JSON = {"Content-Type", "application/json"};
  private static final String[] TEXT = {"Content-Type", "text/plain"};
  private static final String[] OLD = {"If-Match", "\"999\""};
  private static final String LARGE = "{\"name\":\"" + "a".repeat(70_000) + "\"}";
  private static final List<String> OPEN =
      List.of(
          "/health/live",
          "/health/started",
          "/health/ready",
          "/openapi.yaml",
          "/openapi.json",
          "/docs",
          "/.well-known/jwks.json");

  private final ApiClient api;
  private final String email;
  private final String password;
  private final DatabaseOutage outage;
  private final Supplier<String> deadTask;
  private final String unique = Long.toHexString(System.nanoTime());
  private final LedgerScenario ledger;
  private int opened;

  /** Makes the database unavailable and available again. */
  public interface DatabaseOutage {
    /** Makes the database unavailable; returns when the service has noticed it. */
    void begin();

    /** Makes the database available; returns when the service has noticed it. */
    void end();
  }

  /**
   * Creates a scenario for this API.
   *
   * @param email of an administrator, who is signed in
   * @param password of the same
   * @param deadTask stores a dead letter of a task and returns its id
   */
  public ApiScenario(
      ApiClient api,
      String email,
      String password,
      DatabaseOutage outage,
      Supplier<String> deadTask) {
    this.api = api;
    this.email = email;
    this.password = password;
    this.outage = outage;
    this.ledger = new LedgerScenario(api, unique);
    this.deadTask = deadTask;
  }

  /** Calls every operation, except for statuses that need a starting service. */
  public void run() {
    new IdentityScenario(api, email, password).run();
    var account = open("Ada Lovelace");
    openings();
    views(account);
    lists();
    changes(account);
    new IdempotencyScenario(api, unique).run();
    counters(account);
    new ReportingScenario(api, unique).run(account);
    new EventScenario(api).run();
    ledger.run();
    new TaskScenario(api).run(deadTask.get());
    OPEN.forEach(this::open200);
    var other = open("Grace Hopper");
    api.call(200, "GET", other, "");
    outage.begin();
    away(other);
    outage.end();
    api.call(200, "GET", "/health/ready", "");
  }

  private String open(String name) {
    var body = "{\"name\":\"%s\",\"email\":\"%s\"}".formatted(name, email(opened++));
    return api.call(201, "POST", ACCOUNTS, body, JSON).header("Location");
  }

  private String email(int number) {
    return "tour-" + unique + "-" + number + "@example.com";
  }

  private void openings() {
    var taken = "{\"name\":\"Eve\",\"email\":\"%s\"}".formatted(email(0));
    api.call(409, "POST", ACCOUNTS, taken, JSON);
    api.call(400, "POST", ACCOUNTS, "{\"x\":1}", JSON);
    api.call(406, "POST", ACCOUNTS, taken, IMAGES);
    api.call(413, "POST", ACCOUNTS, LARGE, JSON);
    api.call(415, "POST", ACCOUNTS, taken, TEXT);
  }

  private void views(String account) {
    for (var method : List.of("GET", "HEAD")) {
      api.call(200, method, account, "");
      api.call(200, method, account + "?include=views", "", "Prefer", "count-view=no");
      api.call(304, method, account, "", "If-None-Match", "W/\"1\"");
      api.call(400, method, account + "?x=1", "");
      api.call(404, method, ABSENT, "");
      api.call(406, method, account, "", IMAGES);
      api.call(413, method, account, LARGE, JSON);
    }
    api.call(200, "GET", account + "/views", "");
    api.call(400, "GET", account + "/views?x=1", "");
    api.call(404, "GET", ABSENT + "/views", "");
    api.call(406, "GET", account + "/views", "", IMAGES);
  }

  private void lists() {
    open("Blaise Pascal");
    var first = api.call(200, "GET", ACCOUNTS + "?limit=1&include=views,total&q=tour", "");
    var next = first.header("Link").replaceFirst("^<", "").replaceFirst(">.*$", "");
    api.call(200, "GET", next, "");
    api.call(400, "GET", ACCOUNTS + "?limit=0&cursor=x&sort=y", "");
    api.call(406, "GET", ACCOUNTS, "", IMAGES);
  }

  private void changes(String account) {
    var suspension = account + "/suspension";
    var name = "{\"name\":\"Ada King\",\"metadata\":{\"title\":\"Countess\"}}";
    api.call(200, "PATCH", account, name, "Content-Type", "application/merge-patch+json");
    api.call(400, "PATCH", account, "{\"name\":null}", JSON);
    api.call(404, "PATCH", ABSENT, name, JSON);
    api.call(406, "PATCH", account, name, IMAGES);
    api.call(413, "PATCH", account, LARGE, JSON);
    api.call(415, "PATCH", account, name, TEXT);
    var other = "{\"name\":\"Ada Byron\"}";
    api.call(412, "PATCH", account, other, "Content-Type", "application/json", OLD[0], OLD[1]);
    api.call(412, "POST", suspension, "", OLD);
    api.call(200, "POST", suspension, "");
    api.call(412, "DELETE", suspension, "", OLD);
    api.call(200, "DELETE", suspension, "");
    api.call(412, "DELETE", account, "", OLD);
    for (var method : List.of("POST", "DELETE")) {
      refused(method, suspension, ABSENT + "/suspension");
    }
    refused("DELETE", account, ABSENT);
    api.call(204, "DELETE", account, "");
    api.call(409, "PATCH", account, other, JSON);
    api.call(409, "POST", suspension, "");
    api.call(409, "DELETE", suspension, "");
    api.call(200, "GET", account, "");
  }

  private void refused(String method, String path, String absent) {
    api.call(400, method, path + "?x=1", "");
    api.call(404, method, absent, "");
    api.call(406, method, path, "", IMAGES);
  }

  private void counters(String account) {
    api.call(200, "POST", FLUSHES, "");
    api.call(200, "POST", FLUSHES, "");
    api.call(200, "GET", FLUSHES + "?limit=1", "");
    api.call(200, "GET", BOOKS, "");
    api.call(200, "GET", AUDIT + "?limit=1", "");
    api.call(200, "GET", VERIFICATION, "");
    api.call(200, "GET", account + "/views", "");
    for (var call :
        List.of(
            "POST " + FLUSHES,
            "GET " + FLUSHES,
            "GET " + BOOKS,
            "GET " + AUDIT,
            "GET " + VERIFICATION)) {
      var parts = call.split(" ");
      api.call(400, parts[0], parts[1] + "?x=1", "");
      api.call(406, parts[0], parts[1], "", IMAGES);
    }
  }

  private void open200(String path) {
    api.call(200, "GET", path, "");
    api.call(200, "HEAD", path, "");
    api.call(400, "GET", path + "?x=1", "");
    api.call(406, "GET", path, "", IMAGES);
  }

  /** Calls the operations without a database: those that need none still answer. */
  private void away(String account) {
    new IdentityScenario(api, email, password).away();
    var body = "{\"name\":\"Eve\",\"email\":\"%s\"}".formatted(email(opened++));
    api.call(503, "POST", ACCOUNTS, body, JSON);
    api.call(503, "GET", ACCOUNTS, "");
    api.call(503, "GET", account, "");
    api.call(503, "HEAD", account, "");
    api.call(503, "PATCH", account, "{}", JSON);
    api.call(503, "DELETE", account, "");
    api.call(503, "POST", account + "/suspension", "");
    api.call(503, "DELETE", account + "/suspension", "");
    api.call(503, "POST", account + "/erasure", "");
    api.call(503, "GET", account + "/views", "");
    new ReportingScenario(api, unique).away(account);
    new EventScenario(api).away();
    ledger.away();
    new TaskScenario(api).away();
    api.call(503, "POST", FLUSHES, "");
    api.call(503, "GET", FLUSHES, "");
    api.call(503, "GET", BOOKS, "");
    api.call(503, "GET", AUDIT, "");
    api.call(503, "GET", VERIFICATION, "");
    api.call(503, "GET", "/health/ready", "");
    api.call(200, "GET", "/health/live", "");
    api.call(200, "GET", "/docs", "");
  }
}
