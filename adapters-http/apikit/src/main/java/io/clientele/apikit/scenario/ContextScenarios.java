package io.clientele.apikit.scenario;

import java.util.List;
import java.util.function.Function;

/** The list of the contexts' scenarios. A new context adds its scenario here. */
final class ContextScenarios {
  /** In the order in which they run: some read what others have stored. */
  static final List<Function<ScenarioSession, ContextScenario>> ALL =
      List.of(
          IdentityScenario::new,
          AccountScenario::new,
          ViewsScenario::new,
          AuditScenario::new,
          StatisticsScenario::new,
          EventScenario::new,
          LedgerScenario::new,
          HookScenario::new,
          WebhookScenario::new,
          CareScenario::new,
          ProductScenario::new,
          OperationScenario::new);

  private ContextScenarios() {}
}
