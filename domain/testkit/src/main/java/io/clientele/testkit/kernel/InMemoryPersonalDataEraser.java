package io.clientele.testkit.kernel;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;

/** Removes what one context stores of a person, in memory, when the account is erased. */
@FunctionalInterface
public interface InMemoryPersonalDataEraser {
  /** Removes the personal data of the account, and records the events of that. */
  void erase(AccountId account, Provenance by);
}
