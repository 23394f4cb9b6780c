package io.clientele.domain.account;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import java.util.Objects;

/**
 * Is told of each import of accounts after its commit. Contexts contribute these. Implementations
 * return at once and are safe for use by many threads.
 */
@FunctionalInterface
public interface ImportListener {
  /** An import ended. */
  void imported(Summary summary);

  /**
   * The result of an import.
   *
   * @param first the id that the first account of the import has, or would have had
   * @param opened the number of opened accounts
   * @param refused the number of profiles that were not opened
   */
  record Summary(AccountId first, Provenance by, long opened, long refused) {
    public Summary {
      Objects.requireNonNull(first, "first");
      Objects.requireNonNull(by, "by");
    }
  }
}
