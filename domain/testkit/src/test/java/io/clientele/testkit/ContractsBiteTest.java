package io.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.clientele.domain.account.AccountCounts;
import io.clientele.domain.account.AccountRanking;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.identity.session.RefusedSignIns;
import io.clientele.domain.identity.session.SignInNetworks;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.domain.operation.Operations;
import io.clientele.domain.product.ranking.ProductRanking;
import io.clientele.domain.task.Tasks;
import io.clientele.domain.views.counter.FlushControl;
import io.clientele.domain.views.counter.ViewRecorder;
import io.clientele.domain.views.counter.ViewTotals;
import io.clientele.domain.views.history.FlushLog;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.inmemory.account.ranking.InMemoryAccountRanking;
import io.clientele.inmemory.event.InMemoryEventFeed;
import io.clientele.inmemory.identity.InMemoryRefusedSignIns;
import io.clientele.inmemory.identity.InMemorySignInNetworks;
import io.clientele.inmemory.kernel.InMemoryRateLimiter;
import io.clientele.inmemory.operation.InMemoryOperations;
import io.clientele.inmemory.product.ranking.InMemoryProductRanking;
import io.clientele.inmemory.task.InMemoryTasks;
import io.clientele.inmemory.views.counter.InMemoryViewCounter;
import io.clientele.inmemory.views.history.InMemoryFlushLog;
import io.clientele.inmemory.views.history.InMemoryViewHistory;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import io.clientele.inmemory.views.staging.InMemoryViewStaging;
import io.clientele.testkit.account.BrokenIdempotencyStores;
import io.clientele.testkit.account.IdempotencyStoreContract;
import io.clientele.testkit.identity.IdentityPorts;
import io.clientele.testkit.identity.SignInPlacesContract.Store;
import io.clientele.testkit.kernel.PortFault;
import io.clientele.testkit.webhook.WebhookPorts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Each fault is found by the test that is meant to find it, which is green without the fault. */
class ContractsBiteTest {
  @ParameterizedTest
  @MethodSource({
    "io.clientele.testkit.account.BrokenAccounts#all",
    "io.clientele.testkit.account.BrokenAccountChanges#all",
    "io.clientele.testkit.account.BrokenErasures#all",
    "io.clientele.testkit.account.BrokenPages#all"
  })
  void brokenAccountsAreFound(PortFault<InMemoryAccounts, Accounts> breakage) {
    ContractFixtures.OfAccounts.breaking = right -> right;
    assertGreen(ContractFixtures.OfAccounts.class, breakage);
    ContractFixtures.OfAccounts.breaking = breakage.breaking();
    assertRed(ContractFixtures.OfAccounts.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.account.BrokenIdempotencyStores#all")
  void brokenAnswersAreFound(PortFault<InMemoryAccounts, IdempotencyStoreContract.Store> breakage) {
    ContractFixtures.OfAnswers.breaking = BrokenIdempotencyStores::right;
    assertGreen(ContractFixtures.OfAnswers.class, breakage);
    ContractFixtures.OfAnswers.breaking = breakage.breaking();
    assertRed(ContractFixtures.OfAnswers.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.views.staging.BrokenStagings#all")
  void brokenStagingsAreFound(PortFault<InMemoryViewStaging, ViewStaging> breakage) {
    ContractFixtures.OfStaging.breaking = right -> right;
    assertGreen(ContractFixtures.OfStaging.class, breakage);
    ContractFixtures.OfStaging.breaking = breakage.breaking();
    assertRed(ContractFixtures.OfStaging.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.views.ledger.BrokenLedgers#all")
  void brokenLedgersAreFound(PortFault<InMemoryViewLedger, ViewLedger> breakage) {
    ContractFixtures.OfLedger.breaking = right -> right;
    assertGreen(ContractFixtures.OfLedger.class, breakage);
    ContractFixtures.OfLedger.breaking = breakage.breaking();
    assertRed(ContractFixtures.OfLedger.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.views.counter.BrokenCounters#recorders")
  void brokenRecordersAreFound(PortFault<InMemoryViewCounter, ViewRecorder> breakage) {
    CounterContractFixtures.OfRecorder.breaking = right -> right;
    assertGreen(CounterContractFixtures.OfRecorder.class, breakage);
    CounterContractFixtures.OfRecorder.breaking = breakage.breaking();
    assertRed(CounterContractFixtures.OfRecorder.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.views.counter.BrokenCounters#totals")
  void brokenTotalsAreFound(PortFault<InMemoryViewCounter, ViewTotals> breakage) {
    CounterContractFixtures.OfTotals.breaking = right -> right;
    assertGreen(CounterContractFixtures.OfTotals.class, breakage);
    CounterContractFixtures.OfTotals.breaking = breakage.breaking();
    assertRed(CounterContractFixtures.OfTotals.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.views.counter.BrokenFlushControls#all")
  void brokenFlushControlsAreFound(PortFault<InMemoryViewCounter, FlushControl> breakage) {
    CounterContractFixtures.OfFlushControl.breaking = right -> right;
    assertGreen(CounterContractFixtures.OfFlushControl.class, breakage);
    CounterContractFixtures.OfFlushControl.breaking = breakage.breaking();
    assertRed(CounterContractFixtures.OfFlushControl.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.views.history.BrokenFlushLogs#all")
  void brokenFlushLogsAreFound(PortFault<InMemoryFlushLog, FlushLog> breakage) {
    ContractFixtures.OfFlushLog.breaking = right -> right;
    assertGreen(ContractFixtures.OfFlushLog.class, breakage);
    ContractFixtures.OfFlushLog.breaking = breakage.breaking();
    assertRed(ContractFixtures.OfFlushLog.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.views.history.BrokenHistories#all")
  void brokenHistoriesAreFound(PortFault<InMemoryViewHistory, ViewHistory> breakage) {
    ContractFixtures.OfHistory.breaking = right -> right;
    assertGreen(ContractFixtures.OfHistory.class, breakage);
    ContractFixtures.OfHistory.breaking = breakage.breaking();
    assertRed(ContractFixtures.OfHistory.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.account.ranking.BrokenRankings#all")
  void brokenRankingsAreFound(PortFault<InMemoryAccountRanking, AccountRanking> breakage) {
    ContractFixtures.OfRanking.breaking = right -> right;
    assertGreen(ContractFixtures.OfRanking.class, breakage);
    ContractFixtures.OfRanking.breaking = breakage.breaking();
    assertRed(ContractFixtures.OfRanking.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.product.ranking.BrokenProductRankings#all")
  void brokenProductRankingsAreFound(PortFault<InMemoryProductRanking, ProductRanking> breakage) {
    ContractFixtures.OfProductRanking.breaking = right -> right;
    assertGreen(ContractFixtures.OfProductRanking.class, breakage);
    ContractFixtures.OfProductRanking.breaking = breakage.breaking();
    assertRed(ContractFixtures.OfProductRanking.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.kernel.BrokenRateLimiters#all")
  void brokenPermitsAreFound(PortFault<InMemoryRateLimiter, RateLimiter> breakage) {
    ContractFixtures.OfPermits.breaking = right -> right;
    assertGreen(ContractFixtures.OfPermits.class, breakage);
    ContractFixtures.OfPermits.breaking = breakage.breaking();
    assertRed(ContractFixtures.OfPermits.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.account.BrokenAccountCounts#all")
  void brokenCensusesAreFound(PortFault<AccountCounts, AccountCounts> breakage) {
    ContractFixtures.OfCensus.breaking = right -> right;
    assertGreen(ContractFixtures.OfCensus.class, breakage);
    ContractFixtures.OfCensus.breaking = breakage.breaking();
    assertRed(ContractFixtures.OfCensus.class, breakage);
  }

  @ParameterizedTest
  @MethodSource({
    "io.clientele.testkit.identity.BrokenIdentity#operators",
    "io.clientele.testkit.identity.BrokenIdentityChanges#operators"
  })
  void brokenOperatorsAreFound(PortFault<IdentityPorts, IdentityPorts> breakage) {
    assertFound(ContractFixtures.OfOperators.class, breakage);
  }

  @ParameterizedTest
  @MethodSource({
    "io.clientele.testkit.identity.BrokenIdentity#sessions",
    "io.clientele.testkit.identity.BrokenIdentityChanges#sessions"
  })
  void brokenSessionsAreFound(PortFault<IdentityPorts, IdentityPorts> breakage) {
    assertFound(ContractFixtures.OfSessions.class, breakage);
  }

  @ParameterizedTest
  @MethodSource({
    "io.clientele.testkit.identity.BrokenApiKeys#all",
    "io.clientele.testkit.identity.BrokenIdentityChanges#keys"
  })
  void brokenApiKeysAreFound(PortFault<IdentityPorts, IdentityPorts> breakage) {
    assertFound(ContractFixtures.OfApiKeys.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.identity.BrokenSignInNetworks#all")
  void brokenSignInNetworksAreFound(PortFault<InMemorySignInNetworks, SignInNetworks> breakage) {
    SignInContractFixtures.OfNetworks.breaking = right -> right;
    assertGreen(SignInContractFixtures.OfNetworks.class, breakage);
    SignInContractFixtures.OfNetworks.breaking = breakage.breaking();
    assertRed(SignInContractFixtures.OfNetworks.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.identity.BrokenSignInPlaces#all")
  void brokenSignInPlacesAreFound(PortFault<Store, Store> breakage) {
    SignInContractFixtures.OfPlaces.breaking = right -> right;
    assertGreen(SignInContractFixtures.OfPlaces.class, breakage);
    SignInContractFixtures.OfPlaces.breaking = breakage.breaking();
    assertRed(SignInContractFixtures.OfPlaces.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.identity.BrokenRefusedSignIns#all")
  void brokenRefusedSignInsAreFound(PortFault<InMemoryRefusedSignIns, RefusedSignIns> breakage) {
    SignInContractFixtures.OfRefusals.breaking = right -> right;
    assertGreen(SignInContractFixtures.OfRefusals.class, breakage);
    SignInContractFixtures.OfRefusals.breaking = breakage.breaking();
    assertRed(SignInContractFixtures.OfRefusals.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.event.BrokenEventFeeds#all")
  void brokenEventFeedsAreFound(PortFault<InMemoryEventFeed, EventFeed> breakage) {
    EventContractFixtures.OfFeed.breaking = right -> right;
    assertGreen(EventContractFixtures.OfFeed.class, breakage);
    EventContractFixtures.OfFeed.breaking = breakage.breaking();
    assertRed(EventContractFixtures.OfFeed.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.task.BrokenTasks#all")
  void brokenTasksAreFound(PortFault<InMemoryTasks, Tasks> breakage) {
    TaskContractFixtures.OfTasks.breaking = right -> right;
    assertGreen(TaskContractFixtures.OfTasks.class, breakage);
    TaskContractFixtures.OfTasks.breaking = breakage.breaking();
    assertRed(TaskContractFixtures.OfTasks.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.operation.BrokenOperations#all")
  void brokenOperationsAreFound(PortFault<InMemoryOperations, Operations> breakage) {
    OperationContractFixtures.OfOperations.breaking = right -> right;
    assertGreen(OperationContractFixtures.OfOperations.class, breakage);
    OperationContractFixtures.OfOperations.breaking = breakage.breaking();
    assertRed(OperationContractFixtures.OfOperations.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.webhook.BrokenWebhookStores#lanes")
  void brokenDeliveryLanesAreFound(PortFault<WebhookPorts, WebhookPorts> breakage) {
    assertWebhooksFound(WebhookContractFixtures.OfLanes.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.webhook.BrokenWebhookStores#webhooks")
  void brokenWebhooksAreFound(PortFault<WebhookPorts, WebhookPorts> breakage) {
    assertWebhooksFound(WebhookContractFixtures.OfWebhooks.class, breakage);
  }

  private static void assertWebhooksFound(
      Class<?> fixture, PortFault<WebhookPorts, WebhookPorts> breakage) {
    WebhookContractFixtures.breaking = right -> right;
    assertGreen(fixture, breakage);
    WebhookContractFixtures.breaking = breakage.breaking()::apply;
    assertRed(fixture, breakage);
  }

  private static void assertFound(
      Class<?> fixture, PortFault<IdentityPorts, IdentityPorts> breakage) {
    ContractFixtures.breakIdentity(right -> right);
    assertGreen(fixture, breakage);
    ContractFixtures.breakIdentity(breakage.breaking());
    assertRed(fixture, breakage);
  }

  static void assertGreen(Class<?> fixture, PortFault<?, ?> breakage) {
    var summary = run(fixture, breakage.redTest());
    assertThat(summary.getTestsSucceededCount()).as("green without the fault").isEqualTo(1);
  }

  static void assertRed(Class<?> fixture, PortFault<?, ?> breakage) {
    var summary = run(fixture, breakage.redTest());
    assertThat(summary.getTestsFoundCount()).isEqualTo(1);
    assertThat(summary.getFailures())
        .singleElement()
        .satisfies(red -> assertThat(red.getException()).isInstanceOf(AssertionError.class));
  }

  private static TestExecutionSummary run(Class<?> fixture, String test) {
    var request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectMethod(fixture, test)).build();
    var listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary();
  }
}
