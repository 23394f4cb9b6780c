package io.clientele.persistence.change;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import java.sql.SQLException;

/**
 * Removes what one context stores of a person when the account is erased. Contexts contribute their
 * erasers; the erasure of an account runs all of them and names none. Implementations are safe for
 * use by many threads.
 */
@FunctionalInterface
public interface PersonalDataEraser {
  /**
   * Removes the personal data of the account in the transaction of its erasure, and records the
   * events of that. Details of those events are not readable afterwards, because the account's key
   * is destroyed in the same transaction.
   */
  void erase(ChangeTransaction transaction, AccountId account, Provenance by) throws SQLException;
}
