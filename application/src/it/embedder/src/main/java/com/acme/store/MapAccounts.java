package com.acme.store;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.event.PublishedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Accounts in a map that may be remote: it throws {@code IllegalStateException} when it is
 * unreachable.
 */
public final class MapAccounts implements Accounts, AccountDirectory {
  private final Map<AccountId, Account> map;
  private final Map<AccountId, Instant> erased = new HashMap<>();
  private final ToLongFunction<AccountId> views;
  private final List<AuditEntry> audit = new ArrayList<>();
  private final List<PublishedEvent> published = new ArrayList<>();

  public MapAccounts(Map<AccountId, Account> map, ToLongFunction<AccountId> views) {
    this.map = map;
    this.views = views;
  }

  /** One entry for each event of a stored change, the oldest first. */
  public synchronized List<AuditEntry> audit() {
    return audit.stream()
        .map(entry -> erased.containsKey(entry.account()) ? entry.erased() : entry)
        .toList();
  }

  /** One for each published event of a stored change, the oldest first. */
  public synchronized List<PublishedEvent> published() {
    return List.copyOf(published);
  }

  @Override
  public synchronized Found find(AccountId id) {
    return asked(() -> erased.containsKey(id) ? new Found.Erased(id) : found(map.get(id)));
  }

  @Override
  public synchronized Saved save(Change<Account> change) {
    if (change.isNone()) {
      throw new IllegalArgumentException("there is nothing to store");
    }
    var saved = asked(() -> save(change.state()));
    if (saved == Saved.STORED) {
      audit.addAll(AuditEntry.of(change, change.state().id()));
      published.addAll(PublishedEvent.of(change, change.state().toStore()));
    }
    return saved;
  }

  @Override
  public synchronized AccountPage list(AccountQuery query) {
    return asked(() -> Listing.of(map.values(), query, views));
  }

  @Override
  public synchronized Erasure erase(AccountId id, Provenance act) {
    return asked(
        () -> {
          var before = map.remove(id);
          if (before != null) {
            erased.put(id, act.at());
            published.replaceAll(event -> withoutDataOf(id, event));
            var version = before.version();
            for (var event : Account.erasure(id, before.status())) {
              audit.add(AuditEntry.of(act, event, id, null));
              var about = ChangeSubject.of(id).at(++version);
              PublishedEvent.of(act, event, about).ifPresent(published::add);
            }
          }
          var at = erased.get(id);
          return at == null ? new Erasure.Absent() : new Erasure.Done(at);
        });
  }

  private static PublishedEvent withoutDataOf(AccountId id, PublishedEvent event) {
    var about = event.about();
    return id.equals(about.account())
        ? new PublishedEvent(
            event.type(), event.at(), about.with(null), event.changed(), event.trace())
        : event;
  }

  private static Found found(Account account) {
    return account == null ? Found.ABSENT : new Found.Present(account);
  }

  private Saved save(Account account) {
    var before = map.get(account.id());
    if (erased.containsKey(account.id())
        || (before == null ? 0 : before.version()) != account.version()) {
      return Saved.STALE;
    }
    if (account.isOpen()) {
      var profile = account.profile();
      if (another(account, other -> other.profile().email().equals(profile.email()))) {
        return Saved.EMAIL_TAKEN;
      }
      if (profile.taxId() != null
          && another(account, other -> profile.taxId().equals(other.profile().taxId()))) {
        return Saved.TAX_ID_TAKEN;
      }
    }
    map.put(account.id(), account.at(account.version() + 1));
    return Saved.STORED;
  }

  private boolean another(Account account, Predicate<Account> hasTheSame) {
    return map.values().stream()
        .filter(other -> other.isOpen() && !other.id().equals(account.id()))
        .anyMatch(hasTheSame);
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (IllegalStateException e) {
      throw new PortUnavailable("the map of accounts", e);
    }
  }
}
