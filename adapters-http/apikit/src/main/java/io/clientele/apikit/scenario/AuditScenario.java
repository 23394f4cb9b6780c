package io.clientele.apikit.scenario;

/** Reads the audit trail and its verification. */
final class AuditScenario implements ContextScenario {
  private static final String AUDIT = "/v1/audit";
  private static final String VERIFICATION = AUDIT + "/verification";

  private final ScenarioSession session;

  AuditScenario(ScenarioSession session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.api().call(200, "GET", AUDIT + "?limit=1", "");
    session.api().call(200, "GET", VERIFICATION, "");
    session.refused("GET", AUDIT);
    session.refused("GET", VERIFICATION);
  }

  @Override
  public void runWithoutDatabase() {
    session.api().call(503, "GET", AUDIT, "");
    session.api().call(503, "GET", VERIFICATION, "");
  }
}
