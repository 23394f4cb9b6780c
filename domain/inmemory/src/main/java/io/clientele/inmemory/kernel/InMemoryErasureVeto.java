package io.clientele.inmemory.kernel;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import java.util.Optional;

/** Decides for one context, in memory, whether an account may be closed or erased. */
@FunctionalInterface
public interface InMemoryErasureVeto {
  /** Returns why the account must stay; empty if this context has no objection. */
  Optional<Change.Veto> ask(AccountId account, Provenance by);
}
