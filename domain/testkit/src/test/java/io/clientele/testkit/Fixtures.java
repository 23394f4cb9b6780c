package io.clientele.testkit;

import io.clientele.domain.Once;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Census;
import io.clientele.domain.identity.Limit;
import io.clientele.domain.identity.Permits;
import io.clientele.domain.identity.Permits.Budget;
import io.clientele.domain.views.FlushLog;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Shards;
import io.clientele.domain.views.ViewHistory;
import io.clientele.domain.views.ViewLedger;
import io.clientele.domain.views.ViewStaging;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Tests that are red or green as {@link ContractsBiteTest} wants it; nested, so it alone runs them.
 */
final class Fixtures {
  private Fixtures() {}

  static final class OfAccounts implements AccountsContract {
    static Function<InMemoryAccounts, Accounts> breaking = right -> right;
    private final Map<AccountId, Long> views = new HashMap<>();

    @Override
    public Accounts accounts() {
      return breaking.apply(new InMemoryAccounts(id -> views.getOrDefault(id, 0L)));
    }

    @Override
    public Accounts accountsAway() {
      var away = new InMemoryAccounts();
      away.goAway();
      return breaking.apply(away);
    }

    @Override
    public void persist(Map<AccountId, Long> persisted) {
      views.putAll(persisted);
    }
  }

  static final class OfAnswers implements KeptAnswersContract {
    static Function<InMemoryAccounts, Store> breaking = BrokenAnswers::right;
    private final InMemoryAccounts accounts = new InMemoryAccounts();

    @Override
    public Store store() {
      return breaking.apply(accounts);
    }

    @Override
    public Store storeAway() {
      accounts.goAway();
      return breaking.apply(accounts);
    }

    @Override
    public void whileInWork(Once.Key key, Runnable action) {
      accounts.answers().whileInWork(key, action);
    }
  }

  static final class OfStaging implements ViewStagingContract {
    static Function<InMemoryViewStaging, ViewStaging> breaking = right -> right;

    @Override
    public ViewStaging staging() {
      return breaking.apply(new InMemoryViewStaging());
    }

    @Override
    public ViewStaging stagingAway() {
      var away = new InMemoryViewStaging();
      away.goAway();
      return breaking.apply(away);
    }
  }

  static final class OfLedger implements ViewLedgerContract {
    static Function<InMemoryViewLedger, ViewLedger> breaking = right -> right;
    private final InMemoryViewLedger ledger = new InMemoryViewLedger(new Shards(6));

    @Override
    public ViewLedger ledger() {
      return breaking.apply(ledger);
    }

    @Override
    public ViewLedger ledgerAway() {
      ledger.goAway();
      return breaking.apply(ledger);
    }

    @Override
    public void whileHeld(Shard shard, Runnable action) {
      ledger.whileHeld(shard, action);
    }
  }

  static final class OfFlushLog implements FlushLogContract {
    static Function<InMemoryFlushLog, FlushLog> breaking = right -> right;

    @Override
    public FlushLog flushLog() {
      return breaking.apply(new InMemoryFlushLog());
    }

    @Override
    public FlushLog flushLogAway() {
      var away = new InMemoryFlushLog();
      away.goAway();
      return breaking.apply(away);
    }
  }

  static final class OfHistory implements ViewHistoryContract {
    static Function<InMemoryViewHistory, ViewHistory> breaking = right -> right;
    private final InMemoryViewHistoryTest right = new InMemoryViewHistoryTest();

    @Override
    public ViewHistory history() {
      return breaking.apply((InMemoryViewHistory) right.history());
    }

    @Override
    public ViewHistory historyAway() {
      return breaking.apply((InMemoryViewHistory) right.historyAway());
    }

    @Override
    public ViewLedger ledger() {
      return right.ledger();
    }

    @Override
    public void open(AccountId id) {
      right.open(id);
    }

    @Override
    public void erase(AccountId id) {
      right.erase(id);
    }
  }

  static final class OfPermits implements PermitsContract {
    static Function<InMemoryPermits, Permits> breaking = right -> right;
    private final AtomicLong nanos = new AtomicLong();

    @Override
    public Permits permits(Map<Budget, Limit> limits) {
      return breaking.apply(new InMemoryPermits(limits, nanos::get));
    }

    @Override
    public void pass(Duration time) {
      nanos.addAndGet(time.toNanos());
    }
  }

  /** What each test of identity stands on. */
  private static class Whoever extends MemoryIdentity {
    static Function<Identity, Identity> breaking = right -> right;

    @Override
    public Identity identity() {
      return breaking.apply(super.identity());
    }

    @Override
    public Identity identityAway() {
      return breaking.apply(super.identityAway());
    }
  }

  static final class OfOperators extends Whoever implements OperatorsContract {}

  static final class OfSessions extends Whoever implements SessionsContract {}

  static final class OfApiKeys extends Whoever implements ApiKeysContract {}

  static void breakIdentity(Function<Identity, Identity> breaking) {
    Whoever.breaking = breaking;
  }

  static final class OfCensus implements CensusContract {
    static Function<Census, Census> breaking = right -> right;
    private final InMemoryCensusTest right = new InMemoryCensusTest();

    @Override
    public Census census() {
      return breaking.apply(right.census());
    }

    @Override
    public Census censusAway() {
      return breaking.apply(right.censusAway());
    }

    @Override
    public Accounts accounts() {
      return right.accounts();
    }
  }
}
