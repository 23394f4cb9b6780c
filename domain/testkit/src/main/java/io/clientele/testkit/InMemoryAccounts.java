package io.clientele.testkit;

import io.clientele.domain.Change;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountPage.Total;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Accounts in memory, for tests and demos. A list looks at every account. */
public final class InMemoryAccounts implements Accounts {
  private final Backing backing = new Backing("accounts");
  private final Map<AccountId, Account> stored = new HashMap<>();
  private final ToLongFunction<AccountId> views;

  /** Accounts that nobody has viewed. */
  public InMemoryAccounts() {
    this(id -> 0);
  }

  /** Accounts that lists sort by these views: {@code new InMemoryAccounts(ledger::viewsOf)}. */
  public InMemoryAccounts(ToLongFunction<AccountId> views) {
    this.views = views;
  }

  @Override
  public synchronized Optional<Account> find(AccountId id) {
    backing.require();
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public synchronized Saved save(Change<Account> change) {
    backing.require();
    if (change.isNone()) {
      throw new IllegalArgumentException("there is nothing to store");
    }
    var state = change.state();
    var before = stored.get(state.id());
    if ((before == null ? 0 : before.version()) != state.version()) {
      return Saved.STALE;
    }
    if (isTaken(state, other -> other.profile().email().equals(state.profile().email()))) {
      return Saved.EMAIL_TAKEN;
    }
    var taxId = state.profile().taxId();
    if (taxId != null && isTaken(state, other -> taxId.equals(other.profile().taxId()))) {
      return Saved.TAX_ID_TAKEN;
    }
    stored.put(state.id(), state.at(state.version() + 1));
    return Saved.STORED;
  }

  @Override
  public synchronized AccountPage list(AccountQuery query) {
    backing.require();
    var sorting = new Sorting(query.order(), views);
    var selected =
        stored.values().stream()
            .filter(new Selection(query.filter()))
            .map(sorting::placed)
            .toList();
    var after = query.after();
    var page =
        selected.stream()
            .filter(placed -> after == null || sorting.compare(placed.place(), after) > 0)
            .sorted((one, other) -> sorting.compare(one.place(), other.place()))
            .limit(query.limit() + 1L)
            .toList();
    var isLast = page.size() <= query.limit();
    var shown = isLast ? page : page.subList(0, query.limit());
    return new AccountPage(
        shown.stream().map(Sorting.Placed::account).toList(),
        isLast ? null : shown.get(shown.size() - 1).place(),
        query.withTotal() ? total(selected.size()) : null);
  }

  /** From now on every call throws {@link io.clientele.domain.PortUnavailable}. */
  public void goAway() {
    backing.goAway();
  }

  /** Ends {@link #goAway}; nothing was lost meanwhile. */
  public void comeBack() {
    backing.comeBack();
  }

  private boolean isTaken(Account state, Predicate<Account> hasTheSame) {
    return state.isOpen()
        && stored.values().stream()
            .filter(other -> other.isOpen() && !other.id().equals(state.id()))
            .anyMatch(hasTheSame);
  }

  private static Total total(int count) {
    return new Total(Math.min(count, Total.EXACT_MAX), count <= Total.EXACT_MAX);
  }
}
