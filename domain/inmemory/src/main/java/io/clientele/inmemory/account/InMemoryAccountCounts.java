package io.clientele.inmemory.account;

import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountCounts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.stream.Stream;

/** Counts {@link InMemoryAccounts} by reading each. */
public final class InMemoryAccountCounts implements AccountCounts {
  private final InMemoryAccounts accounts;

  /** Counts the accounts of this store. */
  public InMemoryAccountCounts(InMemoryAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Figures take(Instant firstDay, int days, Instant since) {
    var opened = accounts.opened();
    var statuses = new EnumMap<Status, Long>(Status.class);
    for (var status : Status.values()) {
      statuses.put(status, 0L);
    }
    opened.keySet().forEach(id -> statuses.merge(accounts.statusOf(id), 1L, Long::sum));
    var byDay =
        Stream.iterate(firstDay, day -> day.plus(1, ChronoUnit.DAYS))
            .limit(days)
            .map(day -> opened.values().stream().filter(at -> isOn(day, at)).count())
            .toList();
    var openedSince = opened.values().stream().filter(at -> !at.isBefore(since)).count();
    return new Figures(statuses, openedSince, byDay);
  }

  private static boolean isOn(Instant day, Instant at) {
    return at.truncatedTo(ChronoUnit.DAYS).equals(day);
  }
}
