package io.clientele.apikit.scenario;

import static io.clientele.apikit.scenario.ScenarioRequests.ABSENT;
import static io.clientele.apikit.scenario.ScenarioRequests.IMAGES;

import io.clientele.apikit.client.ApiClient;
import java.util.List;

/** The part of {@link AccountScenario} about series of views, top lists, import and export. */
final class AccountReportScenario {
  private static final String EXPORT = "/v1/accounts/export";
  private static final String IMPORT = "/v1/accounts/import";
  private static final String TOP = "/v1/views/top";
  private static final String[] TEXT = {"Content-Type", "text/plain"};
  private static final String[] LINES = {"Content-Type", "application/x-ndjson"};
  private static final String[] TABLE = {"Content-Type", "text/csv"};

  private final ApiClient api;
  private final String unique;
  private int named;

  AccountReportScenario(ScenarioSession session) {
    this.api = session.api();
    this.unique = session.unique();
  }

  void run(String account) {
    history(account);
    bulk();
  }

  void runWithoutDatabase(String account) {
    api.call(503, "GET", account + "/views/series", "");
    api.call(503, "GET", TOP, "");
    api.call(503, "GET", EXPORT + "?format=csv", "");
    api.call(
        503, "POST", IMPORT, "{\"name\":\"Eve\",\"email\":\"%s\"}\n".formatted(email()), LINES);
  }

  private String email() {
    return "office-" + unique + "-" + named++ + "@example.com";
  }

  private void history(String account) {
    var series = account + "/views/series";
    api.call(200, "GET", series, "");
    api.call(200, "GET", series + "?bucket=day", "");
    api.call(400, "GET", series + "?bucket=week", "");
    api.call(404, "GET", ABSENT + "/views/series", "");
    api.call(406, "GET", series, "", IMAGES);
    api.call(200, "GET", TOP + "?limit=1", "");
    api.call(200, "GET", TOP + "?from=2026-01-01T00:00:00Z", "");
    api.call(200, "GET", TOP + "?kind=product&limit=1", "");
    api.call(200, "GET", TOP + "?kind=product&from=2026-01-01T00:00:00Z", "");
    api.call(400, "GET", TOP + "?kind=order", "");
    api.call(400, "GET", TOP + "?to=2026-01-01T00:00:00Z", "");
    api.call(406, "GET", TOP, "", IMAGES);
  }

  private void bulk() {
    var taken = email();
    var line = "{\"name\":\"Eve\",\"email\":\"%s\"}\n";
    var lines = line.formatted(taken) + line.formatted(taken) + "{}\n";
    api.call(200, "POST", IMPORT + "?dryRun=true", lines, LINES);
    api.call(200, "POST", IMPORT, lines, LINES);
    api.call(200, "POST", IMPORT, "name,email\nEve,%s\n".formatted(email()), TABLE);
    var once = new String[] {"Content-Type", "text/csv", "Idempotency-Key", unique + "-file"};
    api.call(200, "POST", IMPORT, "name,email\nMax,%s\n".formatted(email()), once);
    api.call(422, "POST", IMPORT, "name,email\nMax,%s\n".formatted(email()), once);
    api.call(400, "POST", IMPORT, "name,mail\n", TABLE);
    api.call(406, "POST", IMPORT, lines, IMAGES);
    api.call(413, "POST", IMPORT, "{}\n".repeat(10_001), LINES);
    api.call(415, "POST", IMPORT, lines, TEXT);
    for (var method : List.of("GET", "HEAD")) {
      api.call(200, method, EXPORT + "?format=ndjson&q=" + unique, "");
      api.call(200, method, EXPORT + "?format=csv&q=" + unique, "");
      api.call(400, method, EXPORT, "");
      api.call(406, method, EXPORT + "?format=csv", "", IMAGES);
    }
  }
}
