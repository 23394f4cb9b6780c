package io.clientele.apikit.scenario;

import io.clientele.apikit.client.ApiClient;
import java.util.Set;

/** Reads operations. The scenarios of other contexts queue their own writes. */
final class OperationScenario implements ContextScenario {
  private static final String ABSENT = "/v1/operations/01890a5d-ac96-774b-bcce-b302099a8057";

  private final ApiClient api;
  private final ScenarioSession session;

  OperationScenario(ScenarioSession session) {
    this.session = session;
    this.api = session.api();
  }

  /** A customer sees its own operations; another id is absent. */
  @Override
  public Set<String> openToCustomers() {
    return Set.of("readOperation");
  }

  @Override
  public void run() {
    var account = session.openAccount("Queued Customer");
    var operation = session.queue("DELETE", account, "");
    api.call(200, "GET", operation, "");
    api.call(200, "HEAD", operation, "");
    api.call(404, "GET", ABSENT, "");
    session.refused("GET", operation);
  }

  @Override
  public void runWithoutDatabase() {
    api.call(503, "GET", ABSENT, "");
  }
}
