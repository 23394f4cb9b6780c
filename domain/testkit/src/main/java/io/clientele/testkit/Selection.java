package io.clientele.testkit;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountFilter;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which accounts a filter selects. */
final class Selection implements Predicate<Account> {
  private static final int ANY_PART_FROM = 3;

  private final AccountFilter filter;

  Selection(AccountFilter filter) {
    this.filter = filter;
  }

  @Override
  public boolean test(Account account) {
    return hasStatus(account)
        && hasText(account, filter.text())
        && (filter.email() == null || filter.email().equals(account.profile().email()))
        && isWithin(account.createdAt(), filter.createdFrom(), filter.createdTo());
  }

  private boolean hasStatus(Account account) {
    return filter.status() == null ? account.isOpen() : account.status() == filter.status();
  }

  private static boolean hasText(Account account, @Nullable String text) {
    return text == null
        || isFoundIn(account.profile().name().value(), text)
        || isFoundIn(account.profile().email().value(), text);
  }

  private static boolean isFoundIn(String value, String text) {
    var wanted = Folding.folded(text);
    return text.codePointCount(0, text.length()) < ANY_PART_FROM
        ? Folding.folded(value).startsWith(wanted)
        : Folding.folded(value).contains(wanted);
  }

  private static boolean isWithin(Instant at, @Nullable Instant from, @Nullable Instant to) {
    return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
  }
}
