package io.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Census;
import io.clientele.domain.audit.RefusedSignIns;
import io.clientele.domain.identity.Permits;
import io.clientele.domain.identity.SignInNetworks;
import io.clientele.domain.views.FlushLog;
import io.clientele.domain.views.ViewHistory;
import io.clientele.domain.views.ViewLedger;
import io.clientele.domain.views.ViewStaging;
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
    "io.clientele.testkit.BrokenAccounts#all",
    "io.clientele.testkit.BrokenErasures#all"
  })
  void brokenAccountsAreFound(Breakage<InMemoryAccounts, Accounts> breakage) {
    Fixtures.OfAccounts.breaking = right -> right;
    assertGreen(Fixtures.OfAccounts.class, breakage);
    Fixtures.OfAccounts.breaking = breakage.breaking();
    assertRed(Fixtures.OfAccounts.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.BrokenAnswers#all")
  void brokenAnswersAreFound(Breakage<InMemoryAccounts, KeptAnswersContract.Store> breakage) {
    Fixtures.OfAnswers.breaking = BrokenAnswers::right;
    assertGreen(Fixtures.OfAnswers.class, breakage);
    Fixtures.OfAnswers.breaking = breakage.breaking();
    assertRed(Fixtures.OfAnswers.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.BrokenStagings#all")
  void brokenStagingsAreFound(Breakage<InMemoryViewStaging, ViewStaging> breakage) {
    Fixtures.OfStaging.breaking = right -> right;
    assertGreen(Fixtures.OfStaging.class, breakage);
    Fixtures.OfStaging.breaking = breakage.breaking();
    assertRed(Fixtures.OfStaging.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.BrokenLedgers#all")
  void brokenLedgersAreFound(Breakage<InMemoryViewLedger, ViewLedger> breakage) {
    Fixtures.OfLedger.breaking = right -> right;
    assertGreen(Fixtures.OfLedger.class, breakage);
    Fixtures.OfLedger.breaking = breakage.breaking();
    assertRed(Fixtures.OfLedger.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.BrokenFlushLogs#all")
  void brokenFlushLogsAreFound(Breakage<InMemoryFlushLog, FlushLog> breakage) {
    Fixtures.OfFlushLog.breaking = right -> right;
    assertGreen(Fixtures.OfFlushLog.class, breakage);
    Fixtures.OfFlushLog.breaking = breakage.breaking();
    assertRed(Fixtures.OfFlushLog.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.BrokenHistories#all")
  void brokenHistoriesAreFound(Breakage<InMemoryViewHistory, ViewHistory> breakage) {
    Fixtures.OfHistory.breaking = right -> right;
    assertGreen(Fixtures.OfHistory.class, breakage);
    Fixtures.OfHistory.breaking = breakage.breaking();
    assertRed(Fixtures.OfHistory.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.BrokenPermits#all")
  void brokenPermitsAreFound(Breakage<InMemoryPermits, Permits> breakage) {
    Fixtures.OfPermits.breaking = right -> right;
    assertGreen(Fixtures.OfPermits.class, breakage);
    Fixtures.OfPermits.breaking = breakage.breaking();
    assertRed(Fixtures.OfPermits.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.BrokenCensuses#all")
  void brokenCensusesAreFound(Breakage<Census, Census> breakage) {
    Fixtures.OfCensus.breaking = right -> right;
    assertGreen(Fixtures.OfCensus.class, breakage);
    Fixtures.OfCensus.breaking = breakage.breaking();
    assertRed(Fixtures.OfCensus.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.BrokenIdentity#operators")
  void brokenOperatorsAreFound(Breakage<Identity, Identity> breakage) {
    assertFound(Fixtures.OfOperators.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.BrokenIdentity#sessions")
  void brokenSessionsAreFound(Breakage<Identity, Identity> breakage) {
    assertFound(Fixtures.OfSessions.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.BrokenApiKeys#all")
  void brokenApiKeysAreFound(Breakage<Identity, Identity> breakage) {
    assertFound(Fixtures.OfApiKeys.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.BrokenSignInNetworks#all")
  void brokenSignInNetworksAreFound(Breakage<InMemorySignInNetworks, SignInNetworks> breakage) {
    SignInFixtures.OfNetworks.breaking = right -> right;
    assertGreen(SignInFixtures.OfNetworks.class, breakage);
    SignInFixtures.OfNetworks.breaking = breakage.breaking();
    assertRed(SignInFixtures.OfNetworks.class, breakage);
  }

  @ParameterizedTest
  @MethodSource("io.clientele.testkit.BrokenRefusedSignIns#all")
  void brokenRefusedSignInsAreFound(Breakage<InMemoryRefusedSignIns, RefusedSignIns> breakage) {
    SignInFixtures.OfRefusals.breaking = right -> right;
    assertGreen(SignInFixtures.OfRefusals.class, breakage);
    SignInFixtures.OfRefusals.breaking = breakage.breaking();
    assertRed(SignInFixtures.OfRefusals.class, breakage);
  }

  private static void assertFound(Class<?> fixture, Breakage<Identity, Identity> breakage) {
    Fixtures.breakIdentity(right -> right);
    assertGreen(fixture, breakage);
    Fixtures.breakIdentity(breakage.breaking());
    assertRed(fixture, breakage);
  }

  private static void assertGreen(Class<?> fixture, Breakage<?, ?> breakage) {
    var summary = run(fixture, breakage.redTest());
    assertThat(summary.getTestsSucceededCount()).as("green without the fault").isEqualTo(1);
  }

  private static void assertRed(Class<?> fixture, Breakage<?, ?> breakage) {
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
