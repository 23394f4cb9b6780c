package io.clientele.inmemory.kernel;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;

/** Removes the personal data of one context, in memory, when an account is erased. */
@FunctionalInterface
public interface InMemoryPersonalDataEraser {
  /** Removes the personal data of the account, and records the events of the removal. */
  void erase(AccountId account, Provenance by);
}
