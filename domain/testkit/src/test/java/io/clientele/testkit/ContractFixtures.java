package io.clientele.testkit;

import io.clientele.domain.account.AccountCounts;
import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.AccountRanking;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ranking.ProductRanking;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.history.FlushLog;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.inmemory.account.ranking.InMemoryAccountRanking;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.kernel.InMemoryRateLimiter;
import io.clientele.inmemory.product.ranking.InMemoryProductRanking;
import io.clientele.inmemory.views.history.InMemoryFlushLog;
import io.clientele.inmemory.views.history.InMemoryViewHistory;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import io.clientele.inmemory.views.staging.InMemoryViewStaging;
import io.clientele.testkit.account.AccountCountsContract;
import io.clientele.testkit.account.AccountDirectoryContract;
import io.clientele.testkit.account.AccountsContract;
import io.clientele.testkit.account.BrokenIdempotencyStores;
import io.clientele.testkit.account.IdempotencyStoreContract;
import io.clientele.testkit.account.InMemoryAccountCountsTest;
import io.clientele.testkit.account.ranking.AccountRankingContract;
import io.clientele.testkit.account.ranking.InMemoryAccountRankingTest;
import io.clientele.testkit.identity.ApiKeysContract;
import io.clientele.testkit.identity.IdentityPorts;
import io.clientele.testkit.identity.InMemoryIdentityUnderTest;
import io.clientele.testkit.identity.OperatorsContract;
import io.clientele.testkit.identity.SessionsContract;
import io.clientele.testkit.kernel.RateLimiterContract;
import io.clientele.testkit.product.ranking.InMemoryProductRankingTest;
import io.clientele.testkit.product.ranking.ProductRankingContract;
import io.clientele.testkit.views.history.FlushLogContract;
import io.clientele.testkit.views.history.InMemoryViewHistoryTest;
import io.clientele.testkit.views.history.ViewHistoryContract;
import io.clientele.testkit.views.ledger.InMemoryViewLedgerTest;
import io.clientele.testkit.views.ledger.QuarantinedBatch;
import io.clientele.testkit.views.ledger.ViewLedgerContract;
import io.clientele.testkit.views.staging.ViewStagingContract;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tests that are red or green as {@link ContractsBiteTest} wants it; nested, so it alone runs them.
 */
final class ContractFixtures {
  private ContractFixtures() {}

  static final class OfAccounts implements AccountsContract, AccountDirectoryContract {
    static Function<InMemoryAccounts, Accounts> breaking = right -> right;
    private final Map<AccountId, Long> views = new HashMap<>();
    private final InMemoryChangeStore changes = new InMemoryChangeStore();

    private @Nullable Accounts broken;

    @Override
    public Accounts accounts() {
      var right = new InMemoryAccounts(id -> views.getOrDefault(id, 0L), changes);
      broken = breaking.apply(right);
      return broken;
    }

    @Override
    public AccountDirectory directory() {
      return (AccountDirectory) Objects.requireNonNull(broken);
    }

    @Override
    public AccountDirectory unreachableDirectory() {
      return (AccountDirectory) unreachableAccounts();
    }

    @Override
    public List<AuditEntry> audit() {
      return changes.entries();
    }

    @Override
    public List<PublishedEvent> published() {
      return changes.published();
    }

    @Override
    public Accounts unreachableAccounts() {
      var away = new InMemoryAccounts();
      away.startOutage();
      return breaking.apply(away);
    }

    @Override
    public void persist(Map<AccountId, Long> persisted) {
      views.putAll(persisted);
    }
  }

  static final class OfAnswers implements IdempotencyStoreContract {
    static Function<InMemoryAccounts, Store> breaking = BrokenIdempotencyStores::right;
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private @Nullable Store broken;

    @Override
    public Store store() {
      broken = breaking.apply(accounts);
      return broken;
    }

    @Override
    public Store unreachableStore() {
      accounts.startOutage();
      return breaking.apply(accounts);
    }

    @Override
    public List<AuditEntry> audit() {
      return accounts.changes().entries();
    }

    @Override
    public List<PublishedEvent> published() {
      return accounts.changes().published();
    }

    @Override
    public IdempotencyStore responses() {
      return Objects.requireNonNull(broken).answers();
    }

    @Override
    public void whileInWork(IdempotencyKey key, Runnable action) {
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
    public ViewStaging unreachableStaging() {
      var away = new InMemoryViewStaging();
      away.startOutage();
      return breaking.apply(away);
    }
  }

  static final class OfLedger implements ViewLedgerContract {
    static Function<InMemoryViewLedger, ViewLedger> breaking = right -> right;
    private final InMemoryViewLedger ledger = new InMemoryViewLedger(new Sharding(6));

    @Override
    public ViewLedger ledger() {
      return breaking.apply(ledger);
    }

    @Override
    public ViewLedger unreachableLedger() {
      ledger.startOutage();
      return breaking.apply(ledger);
    }

    @Override
    public void whileHeld(Shard shard, Runnable action) {
      ledger.whileHeld(shard, action);
    }

    @Override
    public List<QuarantinedBatch> quarantined() {
      return InMemoryViewLedgerTest.copies(ledger);
    }
  }

  static final class OfFlushLog implements FlushLogContract {
    static Function<InMemoryFlushLog, FlushLog> breaking = right -> right;

    @Override
    public FlushLog flushLog() {
      return breaking.apply(new InMemoryFlushLog());
    }

    @Override
    public FlushLog unreachableFlushLog() {
      var away = new InMemoryFlushLog();
      away.startOutage();
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
    public ViewHistory unreachableHistory() {
      return breaking.apply((InMemoryViewHistory) right.unreachableHistory());
    }

    @Override
    public ViewLedger ledger() {
      return right.ledger();
    }
  }

  static final class OfProductRanking implements ProductRankingContract {
    static Function<InMemoryProductRanking, ProductRanking> breaking = right -> right;
    private final InMemoryProductRankingTest right = new InMemoryProductRankingTest();

    @Override
    public ProductRanking ranking() {
      return breaking.apply((InMemoryProductRanking) right.ranking());
    }

    @Override
    public ProductRanking unreachableRanking() {
      return breaking.apply((InMemoryProductRanking) right.unreachableRanking());
    }

    @Override
    public ViewLedger ledger() {
      return right.ledger();
    }

    @Override
    public void create(ProductId id) {
      right.create(id);
    }
  }

  static final class OfRanking implements AccountRankingContract {
    static Function<InMemoryAccountRanking, AccountRanking> breaking = right -> right;
    private final InMemoryAccountRankingTest right = new InMemoryAccountRankingTest();

    @Override
    public AccountRanking ranking() {
      return breaking.apply((InMemoryAccountRanking) right.ranking());
    }

    @Override
    public AccountRanking unreachableRanking() {
      return breaking.apply((InMemoryAccountRanking) right.unreachableRanking());
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

  static final class OfPermits implements RateLimiterContract {
    static Function<InMemoryRateLimiter, RateLimiter> breaking = right -> right;
    private final AtomicLong nanos = new AtomicLong();

    @Override
    public RateLimiter permits(Map<RateLimit, Quota> quotas) {
      return breaking.apply(new InMemoryRateLimiter(quotas, nanos::get));
    }

    @Override
    public void pass(Duration time) {
      nanos.addAndGet(time.toNanos());
    }
  }

  /** The fixture of all identity contracts. */
  private static class OfIdentity extends InMemoryIdentityUnderTest {
    static Function<IdentityPorts, IdentityPorts> breaking = right -> right;

    @Override
    public IdentityPorts identity() {
      return breaking.apply(super.identity());
    }

    @Override
    public IdentityPorts unreachableIdentity() {
      return breaking.apply(super.unreachableIdentity());
    }
  }

  static final class OfOperators extends OfIdentity implements OperatorsContract {}

  static final class OfSessions extends OfIdentity implements SessionsContract {}

  static final class OfApiKeys extends OfIdentity implements ApiKeysContract {}

  static void breakIdentity(Function<IdentityPorts, IdentityPorts> breaking) {
    OfIdentity.breaking = breaking;
  }

  static final class OfCensus implements AccountCountsContract {
    static Function<AccountCounts, AccountCounts> breaking = right -> right;
    private final InMemoryAccountCountsTest right = new InMemoryAccountCountsTest();

    @Override
    public AccountCounts counts() {
      return breaking.apply(right.counts());
    }

    @Override
    public AccountCounts unreachableCounts() {
      return breaking.apply(right.unreachableCounts());
    }

    @Override
    public Accounts accounts() {
      return right.accounts();
    }
  }
}
