package io.clientele.apikit.scenario;

import static io.clientele.apikit.scenario.ScenarioRequests.ABSENT;
import static io.clientele.apikit.scenario.ScenarioRequests.ACCOUNTS;
import static io.clientele.apikit.scenario.ScenarioRequests.IMAGES;

import io.clientele.apikit.client.ApiClient;
import io.clientele.apikit.client.ApiResponse;
import java.util.List;

/** The part of {@link AccountScenario} about repeated requests and about erasure. */
final class IdempotencyScenario {
  private final ApiClient api;
  private final String unique;

  IdempotencyScenario(ApiClient api, String unique) {
    this.api = api;
    this.unique = unique;
  }

  void run() {
    var body = "{\"name\":\"Emmy Noether\",\"email\":\"again-%s@example.com\"}".formatted(unique);
    var opened = open(201, body);
    var account = opened.header("Location");
    open(201, body);
    open(422, body.replace("Emmy", "Max"));
    var suspension = account + "/suspension";
    api.call(200, "POST", suspension, "", "Idempotency-Key", unique);
    api.call(200, "POST", suspension, "", "Idempotency-Key", unique);
    api.call(422, "POST", suspension, "{}", "Idempotency-Key", unique);
    api.call(400, "POST", suspension, "", "Idempotency-Key", "two words");
    erase(account);
    open(410, body);
  }

  private ApiResponse open(int status, String body) {
    var key = "\"" + unique + "\"";
    return api.call(
        status, "POST", ACCOUNTS, body, "Content-Type", "application/json", "Idempotency-Key", key);
  }

  private void erase(String account) {
    var erasure = account + "/erasure";
    api.call(400, "POST", erasure + "?x=1", "");
    api.call(404, "POST", ABSENT + "/erasure", "");
    api.call(406, "POST", erasure, "", IMAGES);
    api.call(200, "POST", erasure, "");
    api.call(200, "POST", erasure, "");
    for (var method : List.of("GET", "HEAD")) {
      api.call(410, method, account, "");
    }
    api.call(410, "PATCH", account, "{}", "Content-Type", "application/json");
    for (var method : List.of("POST", "DELETE")) {
      api.call(410, method, account + "/suspension", "");
    }
    api.call(204, "DELETE", account, "");
    api.call(200, "GET", account + "/views", "");
  }
}
