package io.clientele.domain.account;

import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.PortUnavailable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores many new accounts at once: beside {@link Accounts}, for where they come by the thousand.
 * One call is one transaction. Implementations are safe for use by many threads and throw {@link
 * PortUnavailable} when they cannot know.
 */
public interface BulkAccounts {
  /** The most that one call takes. */
  int MAX = 10_000;

  /**
   * Stores those that can be stored, as {@link Accounts#save} would one after the other: what an
   * earlier one has taken is taken. Each must be new, under an id of its own.
   *
   * @param once the answer to keep with them; null if none is, and none is of no openings
   */
  Ended open(List<Change<Account>> openings, @Nullable Idempotent<List<Saved>> once);

  /** How that would end now; stores nothing. */
  List<Saved> rehearse(List<Change<Account>> openings);

  /** How a call ended. */
  sealed interface Ended {
    /** So for each, in their order. */
    record Told(List<Saved> saved) implements Ended {
      public Told {
        saved = List.copyOf(saved);
      }
    }

    /** Another request with the key of the answer to keep is in work; nothing was stored. */
    record InProgress() implements Ended {}

    /** An answer is kept under the key already; nothing was stored. */
    record Answered() implements Ended {}
  }
}
