package io.clientele.apikit.scenario;

import io.clientele.apikit.client.ApiClient;
import java.util.List;
import java.util.stream.Collectors;

/** Opens, reads, lists, changes, erases, imports and exports accounts, and reads their views. */
final class AccountScenario implements ContextScenario {
  private static final String ACCOUNTS = "/v1/accounts";
  private static final String ABSENT = ACCOUNTS + "/01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String BULK = ACCOUNTS + "/bulk-changes";
  private static final String[] JSON = {"Content-Type", "application/json"};
  private static final String[] TEXT = {"Content-Type", "text/plain"};
  private static final String[] IMAGES = {"Accept", "image/png"};
  private static final String[] OLD = {"If-Match", "\"999\""};
  private static final String LARGE = "{\"name\":\"" + "a".repeat(70_000) + "\"}";

  private final ScenarioSession session;
  private final ApiClient api;
  private final AccountReportScenario reports;

  AccountScenario(ScenarioSession session) {
    this.session = session;
    this.api = session.api();
    this.reports = new AccountReportScenario(session);
  }

  @Override
  public void run() {
    var account = session.openAccount("Ada Lovelace");
    openings();
    views(account);
    lists();
    changes(account);
    bulkChanges(account);
    new IdempotencyScenario(api, session.unique()).run();
    api.call(200, "GET", account + "/views", "");
    reports.run(account);
  }

  @Override
  public void runWithoutDatabase() {
    var body = "{\"name\":\"Eve\",\"email\":\"%s\"}".formatted(session.newEmail());
    api.call(503, "POST", ACCOUNTS, body, JSON);
    api.call(503, "GET", ACCOUNTS, "");
    api.call(503, "GET", ABSENT, "");
    api.call(503, "HEAD", ABSENT, "");
    api.call(503, "PATCH", ABSENT, "{}", JSON);
    api.call(503, "DELETE", ABSENT, "");
    api.call(503, "POST", ABSENT + "/suspension", "");
    api.call(503, "DELETE", ABSENT + "/suspension", "");
    api.call(503, "POST", ABSENT + "/erasure", "");
    api.call(503, "POST", BULK, bulk(ABSENT), JSON);
    api.call(503, "GET", ABSENT + "/views", "");
    reports.runWithoutDatabase(ABSENT);
  }

  private void openings() {
    var body = "{\"name\":\"Eve\",\"email\":\"%s\"}".formatted(session.newEmail());
    api.call(201, "POST", ACCOUNTS, body, JSON);
    api.call(409, "POST", ACCOUNTS, body, JSON);
    api.call(400, "POST", ACCOUNTS, "{\"x\":1}", JSON);
    api.call(406, "POST", ACCOUNTS, body, IMAGES);
    api.call(413, "POST", ACCOUNTS, LARGE, JSON);
    api.call(415, "POST", ACCOUNTS, body, TEXT);
    session.queue("POST", ACCOUNTS, body, JSON);
  }

  private void views(String account) {
    for (var method : List.of("GET", "HEAD")) {
      api.call(200, method, account, "");
      api.call(200, method, account + "?include=views", "", "Prefer", "count-view=no");
      api.call(304, method, account, "", "If-None-Match", "W/\"1\"");
      api.call(404, method, ABSENT, "");
      api.call(413, method, account, LARGE, JSON);
      session.refused(method, account);
    }
    api.call(200, "GET", account + "/views", "");
    api.call(404, "GET", ABSENT + "/views", "");
    session.refused("GET", account + "/views");
  }

  private void lists() {
    session.openAccount("Blaise Pascal");
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
    session.queue("PATCH", account, other, JSON);
    session.queue("POST", suspension, "");
    session.queue("DELETE", suspension, "");
    session.queue("DELETE", account, "");
    api.call(204, "DELETE", account, "");
    api.call(409, "PATCH", account, other, JSON);
    api.call(409, "POST", suspension, "");
    api.call(409, "DELETE", suspension, "");
    api.call(200, "GET", account, "");
  }

  private void bulkChanges(String closed) {
    var open = session.openAccount("Mary Somerville");
    api.call(200, "POST", BULK, bulk(open, closed, ABSENT), JSON);
    api.call(400, "POST", BULK, "{\"action\":\"delete\",\"accountIds\":[]}", JSON);
    api.call(406, "POST", BULK, bulk(open), IMAGES);
    api.call(413, "POST", BULK, LARGE, JSON);
    api.call(415, "POST", BULK, bulk(open), TEXT);
    session.refused("POST", BULK);
  }

  private static String bulk(String... accounts) {
    var ids = List.of(accounts).stream().map(path -> path.substring(ACCOUNTS.length() + 1));
    return "{\"action\":\"suspend\",\"accountIds\":[\"%s\"]}"
        .formatted(ids.collect(Collectors.joining("\",\"")));
  }

  private void refused(String method, String path, String absent) {
    api.call(404, method, absent, "");
    session.refused(method, path);
  }
}
