package io.clientele.apikit.scenario;

/** Flushes views, lists flushes and reads the reconciliation. */
final class ViewsScenario implements ContextScenario {
  private static final String FLUSHES = "/v1/view-flushes";
  private static final String RECONCILIATION = "/v1/view-reconciliation";

  private final ScenarioSession session;

  ViewsScenario(ScenarioSession session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.api().call(200, "POST", FLUSHES, "");
    session.api().call(200, "POST", FLUSHES, "");
    session.api().call(200, "GET", FLUSHES + "?limit=1", "");
    session.api().call(200, "GET", RECONCILIATION, "");
    session.refused("POST", FLUSHES);
    session.refused("GET", FLUSHES);
    session.refused("GET", RECONCILIATION);
  }

  /** Leaves one view to flush: without one a flush needs no database. */
  @Override
  public void prepareOutage() {
    session.api().call(200, "GET", session.openAccount("Mary Jackson"), "");
  }

  @Override
  public void runWithoutDatabase() {
    session.api().call(503, "POST", FLUSHES, "");
    session.api().call(503, "GET", FLUSHES, "");
    session.api().call(503, "GET", RECONCILIATION, "");
  }
}
