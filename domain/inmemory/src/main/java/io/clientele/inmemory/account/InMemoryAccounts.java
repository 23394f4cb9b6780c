package io.clientele.inmemory.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountPage.Total;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.TaxId;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.text.Email;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.kernel.InMemoryIdempotencyStore;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Accounts in memory, for tests and demos. A list reads every account. */
public final class InMemoryAccounts implements Accounts, AccountDirectory {
  private static final InMemoryChangeStore.Results<Saved> RESULTS =
      new InMemoryChangeStore.Results<>(Saved.STORED, Saved.IN_PROGRESS, Saved.ANSWERED);

  private final OutageSwitch backing = new OutageSwitch("accounts");
  private final Map<AccountId, Account> stored = new HashMap<>();
  private final Map<AccountId, Instant> erased = new HashMap<>();

  /** When each account was opened; nothing is ever removed. */
  private final Map<AccountId, Instant> opened = new HashMap<>();

  /** The account of each e-mail, for accounts that are not closed. */
  private final Map<Email, AccountId> emails = new HashMap<>();

  private final Map<TaxId, AccountId> taxIds = new HashMap<>();
  private final ToLongFunction<AccountId> views;
  private final InMemoryChangeStore changes;

  /** Creates a store of accounts that have no views. */
  public InMemoryAccounts() {
    this(id -> 0);
  }

  /** Creates a store whose lists sort by these views, such as those of an in-memory ledger. */
  public InMemoryAccounts(ToLongFunction<AccountId> views) {
    this(views, new InMemoryChangeStore());
  }

  /**
   * Creates a store whose lists sort by these views, and that stores its changes through {@code
   * changes}.
   */
  public InMemoryAccounts(ToLongFunction<AccountId> views, InMemoryChangeStore changes) {
    this.views = views;
    this.changes = changes;
  }

  @Override
  public synchronized Found find(AccountId id) {
    backing.require();
    if (erased.containsKey(id)) {
      return new Found.Erased(id);
    }
    var account = stored.get(id);
    return account == null ? Found.ABSENT : new Found.Present(account);
  }

  @Override
  public synchronized Saved save(Change<Account> change) {
    backing.require();
    var state = change.state();
    return changes.store(change, state.toStore(), RESULTS, () -> store(change));
  }

  @Override
  public synchronized Erasure erase(AccountId id, Provenance act) {
    backing.require();
    var account = stored.get(id);
    if (account != null) {
      var veto = changes.veto(id, act);
      if (veto.isPresent()) {
        return new Erasure.Vetoed(veto.get());
      }
      stored.remove(id);
      release(account);
      erased.put(id, act.at());
      changes.erase(id, act);
      var version = account.version();
      for (var event : Account.erasure(id, account.status())) {
        changes.record(act, event, ChangeSubject.of(id).at(++version));
      }
    }
    var at = erased.get(id);
    return at == null ? new Erasure.Absent() : new Erasure.Done(at);
  }

  /** The stored responses of changes of these accounts. */
  public InMemoryIdempotencyStore answers() {
    return changes.responses();
  }

  /** The change store, with the audit entries of these accounts. */
  public InMemoryChangeStore changes() {
    return changes;
  }

  private Optional<Saved> store(Change<Account> change) {
    var before = stored.get(change.state().id());
    if (Account.closes(change) && before != null && before.isOpen()) {
      var veto = changes.veto(before.id(), change.act());
      if (veto.isPresent()) {
        return Optional.of(new Saved.Vetoed(veto.get()));
      }
    }
    return store(change.state());
  }

  private Optional<Saved> store(Account state) {
    var before = stored.get(state.id());
    if (erased.containsKey(state.id())
        || (before == null ? 0 : before.version()) != state.version()) {
      return Optional.of(Saved.STALE);
    }
    var profile = state.profile();
    if (state.isOpen() && isTaken(emails.get(profile.email()), state)) {
      return Optional.of(Saved.EMAIL_TAKEN);
    }
    if (state.isOpen() && profile.taxId() != null && isTaken(taxIds.get(profile.taxId()), state)) {
      return Optional.of(Saved.TAX_ID_TAKEN);
    }
    if (before != null) {
      release(before);
    }
    claim(state);
    stored.put(state.id(), state.at(state.version() + 1));
    opened.put(state.id(), state.createdAt());
    return Optional.empty();
  }

  @Override
  public synchronized AccountPage list(AccountQuery query) {
    backing.require();
    var sorting = new PagePositionComparator(query.order(), views);
    var selected =
        stored.values().stream()
            .filter(new AccountFilterPredicate(query.filter()))
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
        shown.stream().map(PagePositionComparator.Placed::account).toList(),
        isLast ? null : shown.get(shown.size() - 1).place(),
        query.withTotal() ? total(selected.size()) : null);
  }

  synchronized List<Saved> saveAll(List<Change<Account>> openings) {
    backing.require();
    return openings.stream().map(this::save).toList();
  }

  /** Throws while there is an outage. */
  void requireAvailable() {
    backing.require();
  }

  /** Returns a copy, for a dry run. */
  synchronized InMemoryAccounts copy() {
    backing.require();
    var copy = new InMemoryAccounts(views);
    copy.stored.putAll(stored);
    copy.emails.putAll(emails);
    copy.taxIds.putAll(taxIds);
    return copy;
  }

  synchronized Map<AccountId, Instant> opened() {
    backing.require();
    return Map.copyOf(opened);
  }

  /** An account that was opened and no longer has data is closed. */
  synchronized Account.Status statusOf(AccountId id) {
    var account = stored.get(id);
    return account == null ? Account.Status.CLOSED : account.status();
  }

  /** Starts an outage: every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
    changes.startOutage();
  }

  /** Ends the outage; no data are lost. */
  public void endOutage() {
    backing.endOutage();
    changes.endOutage();
  }

  private static boolean isTaken(@Nullable AccountId owner, Account state) {
    return owner != null && !owner.equals(state.id());
  }

  private void claim(Account state) {
    if (state.isOpen()) {
      emails.put(state.profile().email(), state.id());
      Optional.ofNullable(state.profile().taxId()).ifPresent(id -> taxIds.put(id, state.id()));
    }
  }

  private void release(Account before) {
    emails.remove(before.profile().email(), before.id());
    Optional.ofNullable(before.profile().taxId()).ifPresent(id -> taxIds.remove(id, before.id()));
  }

  private static Total total(int count) {
    return new Total(Math.min(count, Total.EXACT_MAX), count <= Total.EXACT_MAX);
  }
}
