package io.clientele.inmemory.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.ExactTerm;
import io.clientele.domain.kernel.text.Folding;
import io.clientele.domain.kernel.text.SearchTerm;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether a filter selects an account. */
final class AccountFilterPredicate implements Predicate<Account> {
  private final AccountFilter filter;
  private final @Nullable SearchTerm term;
  private final @Nullable ExactTerm exact;

  AccountFilterPredicate(AccountFilter filter) {
    this.filter = filter;
    this.term = filter.text() == null ? null : SearchTerm.of(filter.text());
    this.exact = filter.text() == null ? null : ExactTerm.of(filter.text());
  }

  @Override
  public boolean test(Account account) {
    return hasStatus(account)
        && hasText(account)
        && (filter.email() == null || filter.email().equals(account.profile().email()))
        && isWithin(account.createdAt(), filter.createdFrom(), filter.createdTo());
  }

  private boolean hasStatus(Account account) {
    return filter.status() == null ? account.isOpen() : account.status() == filter.status();
  }

  private boolean hasText(Account account) {
    var profile = account.profile();
    return term == null
        || term.isFoundIn(Folding.folded(profile.name().value()))
        || term.isFoundIn(Folding.folded(profile.email().value()))
        || exact != null && exact.isFoundIn(account);
  }

  private static boolean isWithin(Instant at, @Nullable Instant from, @Nullable Instant to) {
    return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
  }
}
