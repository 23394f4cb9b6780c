package io.clientele.apikit.scenario;

import static io.clientele.apikit.scenario.ScenarioRequests.IMAGES;

import io.clientele.apikit.client.ApiClient;
import java.util.function.Supplier;

/** Lists tasks and retries a dead letter. */
public final class TaskScenario implements ContextScenario {
  private static final String TASKS = "/v1/tasks";
  private static final String ABSENT = retries("01890a5d-ac96-774b-bcce-b302099a8057");

  private final ApiClient api;
  private final Supplier<String> deadTask;

  /**
   * Creates the scenario.
   *
   * @param deadTask stores a dead letter of a task and returns its id
   */
  public TaskScenario(ScenarioSession session, Supplier<String> deadTask) {
    this.api = session.api();
    this.deadTask = deadTask;
  }

  @Override
  public void run() {
    api.call(200, "GET", TASKS + "?status=dead&limit=1", "");
    api.call(204, "POST", retries(deadTask.get()), "", "Audit-Reason", "The receiver is mended");
    api.call(200, "GET", TASKS + "?status=waiting", "");
    api.call(404, "POST", ABSENT, "");
    api.call(400, "GET", TASKS + "?status=lost", "");
    api.call(400, "POST", ABSENT + "?x=1", "");
    api.call(406, "GET", TASKS, "", IMAGES);
    api.call(406, "POST", ABSENT, "", IMAGES);
  }

  @Override
  public void runWithoutDatabase() {
    api.call(503, "GET", TASKS, "");
    api.call(503, "POST", ABSENT, "");
  }

  private static String retries(String id) {
    return TASKS + "/" + id + "/retries";
  }
}
