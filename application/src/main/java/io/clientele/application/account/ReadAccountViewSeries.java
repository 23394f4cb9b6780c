package io.clientele.application.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.views.history.DataPoint;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.domain.views.history.ViewPeriod;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the views of one account by hour or day. Counts no view. */
public final class ReadAccountViewSeries {
  private final Accounts accounts;
  private final ViewHistory history;

  /** Reads the series of accounts in this store. */
  public ReadAccountViewSeries(Accounts accounts, ViewHistory history) {
    this.accounts = Objects.requireNonNull(accounts, "accounts");
    this.history = Objects.requireNonNull(history, "history");
  }

  /** Returns every bucket of the period; also for an erased account. */
  public Outcome read(Actor actor, AccountId id, ViewPeriod period) {
    if (!actor.may(AccountPermission.VIEW_ACCOUNT)) {
      return new Outcome.Denied();
    }
    return Account.maySee(actor, id) && !(accounts.find(id) instanceof Accounts.Found.Absent)
        ? new Outcome.Shown(history.series(id.value(), period))
        : new Outcome.NoSuchAccount();
  }

  /** The result of a read. */
  public sealed interface Outcome {
    /** All buckets, oldest first, including empty ones. */
    record Shown(List<DataPoint> slices) implements Outcome {
      public Shown {
        Objects.requireNonNull(slices, "slices");
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
