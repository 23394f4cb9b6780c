package io.clientele.apikit.scenario;

/** Reads the statistics. */
final class StatisticsScenario implements ContextScenario {
  private static final String STATISTICS = "/v1/statistics";

  private final ScenarioSession session;

  StatisticsScenario(ScenarioSession session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.api().call(200, "GET", STATISTICS, "");
    session.api().call(200, "GET", STATISTICS + "?kind=product", "");
    session.api().call(400, "GET", STATISTICS + "?kind=order", "");
    session.refused("GET", STATISTICS);
  }

  @Override
  public void runWithoutDatabase() {
    session.api().call(503, "GET", STATISTICS, "");
  }
}
