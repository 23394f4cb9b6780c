package io.clientele.application.account;

import io.clientele.application.kernel.Access;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.domain.views.counter.ViewTotals;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the live totals of accounts. Counts no view. */
public final class ReadAccountViews {
  private final Accounts accounts;
  private final ViewTotals totals;

  /** Reads totals of accounts in this store. */
  public ReadAccountViews(Accounts accounts, ViewTotals totals) {
    this.accounts = Objects.requireNonNull(accounts, "accounts");
    this.totals = Objects.requireNonNull(totals, "totals");
  }

  /** Returns the total of one account; also of an erased one. */
  public Outcome read(Actor actor, AccountId id) {
    if (!actor.may(AccountPermission.VIEW_ACCOUNT)) {
      return new Outcome.Denied();
    }
    return Account.maySee(actor, id) && !(accounts.find(id) instanceof Accounts.Found.Absent)
        ? new Outcome.Shown(total(id))
        : new Outcome.NoSuchAccount();
  }

  /**
   * Returns the totals of accounts that the actor was just shown, if the actor may see all
   * accounts.
   */
  public Access<Map<AccountId, LiveTotal>> read(Actor actor, Collection<AccountId> shown) {
    var maySeeAll =
        actor.may(AccountPermission.VIEW_ACCOUNTS)
            || shown.stream().allMatch(id -> Account.maySee(actor, id));
    return Access.when(maySeeAll, () -> totals(shown));
  }

  private LiveTotal total(AccountId id) {
    return Objects.requireNonNull(totals(List.of(id)).get(id), "every account has a total");
  }

  private Map<AccountId, LiveTotal> totals(Collection<AccountId> ids) {
    var live = totals.live(ids.stream().map(AccountId::value).toList());
    return live.values().stream()
        .collect(Collectors.toMap(total -> new AccountId(total.subject()), Function.identity()));
  }

  /** The result of a read. */
  public sealed interface Outcome {
    /** The total up to now. */
    record Shown(LiveTotal total) implements Outcome {
      public Shown {
        Objects.requireNonNull(total, "total");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.shown(this);
      }
    }

    /** The account never existed, or the actor may not see it. */
    record NoSuchAccount() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchAccount(this);
      }
    }

    /** The actor may not see accounts. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R shown(Shown shown);

      R noSuchAccount(NoSuchAccount noSuchAccount);

      R denied(Denied denied);
    }
  }
}
