package io.clientele.domain.account;

import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The imports that ended and were not announced yet. {@link BulkAccounts#open} stores each of them
 * in the transaction of its accounts, so that none is lost when the process dies after the commit.
 * One call is one transaction. Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.kernel.PortUnavailable} when the store cannot be reached.
 */
public interface EndedImports {
  /** Returns imports that were not announced, the oldest first. */
  List<Summary> unannounced(int max);

  /** Forgets an import, which was announced; does nothing for an unknown one. */
  void announced(AccountId first);

  /**
   * The result of an import.
   *
   * @param first the id that the first account of the import has, or would have had
   * @param actor the name of the caller that imported
   * @param opened the number of opened accounts
   * @param refused the number of profiles that were not opened
   */
  record Summary(AccountId first, String actor, Instant at, long opened, long refused) {
    public Summary {
      Objects.requireNonNull(first, "first");
      Objects.requireNonNull(actor, "actor");
      Objects.requireNonNull(at, "at");
    }

    /**
     * Returns the summary of an import.
     *
     * @param openings at least one
     * @param saved the result of each of them, in order
     */
    public static Summary of(List<Change<Account>> openings, List<Saved> saved) {
      var first = openings.get(0);
      var opened = saved.stream().filter(Saved.STORED::equals).count();
      var by = first.act();
      return new Summary(first.state().id(), by.actor(), by.at(), opened, saved.size() - opened);
    }
  }
}
