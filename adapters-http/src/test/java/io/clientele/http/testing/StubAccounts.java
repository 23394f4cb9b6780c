package io.clientele.http.testing;

import static org.assertj.core.api.Assertions.fail;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.http.testing.context.PortReplacement;
import java.util.function.Supplier;

/** Answers every look-up with the test's result, when the test releases it. */
public record StubAccounts(Supplier<Accounts.Found> found) implements Accounts {
  /** Returns accounts that replace those of a server. */
  public static PortReplacement<Accounts> answering(Supplier<Found> found) {
    return new PortReplacement<>(Accounts.class, new StubAccounts(found));
  }

  @Override
  public Found find(AccountId id) {
    return found.get();
  }

  @Override
  public Saved save(Change<Account> change) {
    return fail("nothing is stored here");
  }

  @Override
  public Erasure erase(AccountId id, Provenance act) {
    return fail("nothing is erased here");
  }
}
