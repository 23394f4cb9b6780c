package io.clientele.domain.account;

import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.PortUnavailable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stores many new accounts at once. One call is one transaction. Implementations are safe for use
 * by many threads and throw {@link PortUnavailable} when the store cannot be reached.
 */
public interface BulkAccounts {
  /** The greatest number of accounts in one call. */
  int MAX = 10_000;

  /**
   * Stores the accounts that can be stored, as {@link Accounts#save} would store one after the
   * other: a later account conflicts with an earlier one. Each must be new and have an id of its
   * own. A store that also has {@link EndedImports} stores the result there in the same
   * transaction, unless there are no openings.
   *
   * @param once encodes the response to store with them; null, also if there are no openings, to
   *     store none
   */
  Ended open(List<Change<Account>> openings, @Nullable Idempotent<List<Saved>> once);

  /** Returns how {@link #open} would end now; stores nothing. */
  List<Saved> rehearse(List<Change<Account>> openings);

  /** The result of a call. */
  sealed interface Ended {
    /** The result of each account, in order. */
    record Decided(List<Saved> saved) implements Ended {
      public Decided {
        saved = List.copyOf(Objects.requireNonNull(saved, "saved"));
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.decided(this);
      }
    }

    /** Another request with the idempotency key is in progress; nothing was stored. */
    record InProgress() implements Ended {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.inProgress(this);
      }
    }

    /** A response is stored under the idempotency key already; nothing was stored. */
    record Answered() implements Ended {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.answered(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R decided(Decided decided);

      R inProgress(InProgress inProgress);

      R answered(Answered answered);
    }
  }
}
