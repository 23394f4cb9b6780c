package io.clientele.apikit.scenario;

import static io.clientele.apikit.scenario.ScenarioRequests.IMAGES;

import io.clientele.apikit.client.ApiClient;

/** The part of {@link ApiScenario} about tasks. */
final class TaskScenario {
  private static final String TASKS = "/v1/tasks";
  private static final String ABSENT = retries("01890a5d-ac96-774b-bcce-b302099a8057");

  private final ApiClient api;

  TaskScenario(ApiClient api) {
    this.api = api;
  }

  /** Drives the routes of tasks; this is the id of a dead letter. */
  void run(String dead) {
    api.call(200, "GET", TASKS + "?status=dead&limit=1", "");
    api.call(204, "POST", retries(dead), "", "Audit-Reason", "The receiver is mended");
    api.call(200, "GET", TASKS + "?status=waiting", "");
    api.call(404, "POST", ABSENT, "");
    api.call(400, "GET", TASKS + "?status=lost", "");
    api.call(400, "POST", ABSENT + "?x=1", "");
    api.call(406, "GET", TASKS, "", IMAGES);
    api.call(406, "POST", ABSENT, "", IMAGES);
  }

  void away() {
    api.call(503, "GET", TASKS, "");
    api.call(503, "POST", ABSENT, "");
  }

  private static String retries(String id) {
    return TASKS + "/" + id + "/retries";
  }
}
