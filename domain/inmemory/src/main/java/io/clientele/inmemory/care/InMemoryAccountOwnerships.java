package io.clientele.inmemory.care;

import io.clientele.domain.care.AccountOwnership;
import io.clientele.domain.care.AccountOwnerships;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.kernel.InMemoryChangeStore.Results;
import io.clientele.inmemory.kernel.InMemoryPersonalDataEraser;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Owners of accounts in memory, for tests and demos. */
public final class InMemoryAccountOwnerships
    implements AccountOwnerships, InMemoryPersonalDataEraser {
  private final OutageSwitch backing = new OutageSwitch("account owners");
  private final Predicate<? super AccountId> accounts;
  private final InMemoryChangeStore changes;
  private final Map<AccountId, AccountOwnership> stored = new HashMap<>();

  /**
   * Creates an empty store that stores its changes through {@code changes}. Add it there as an
   * eraser.
   *
   * @param accounts whether an account exists and is not erased
   */
  public InMemoryAccountOwnerships(
      Predicate<? super AccountId> accounts, InMemoryChangeStore changes) {
    this.accounts = accounts;
    this.changes = changes;
  }

  @Override
  public synchronized AccountOwnership find(AccountId account) {
    backing.require();
    return stored.getOrDefault(account, AccountOwnership.none(account));
  }

  @Override
  public synchronized Saved save(Change<AccountOwnership> change) {
    backing.require();
    var state = change.state();
    return changes.store(
        change,
        state.toStore(),
        Results.withoutKey(Saved.STORED),
        () -> {
          if (!accounts.test(state.account())) {
            return Optional.of(Saved.NO_SUCH_ACCOUNT);
          }
          if (find(state.account()).version() != state.version()) {
            return Optional.of(Saved.STALE);
          }
          stored.put(state.account(), state.at(state.version() + 1));
          return Optional.empty();
        });
  }

  @Override
  public synchronized void erase(AccountId account, Provenance by) {
    stored.remove(account);
  }

  /** Starts an outage: every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends the outage; no data are lost. */
  public void endOutage() {
    backing.endOutage();
  }
}
