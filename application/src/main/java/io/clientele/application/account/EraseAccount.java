package io.clientele.application.account;

import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import java.time.Instant;
import java.time.InstantSource;

/** Removes the personal data of an account for good; its id, its views and its trail stay. */
public final class EraseAccount {
  private final Accounts accounts;
  private final InstantSource clock;

  /** Erases accounts of this store. */
  public EraseAccount(Accounts accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /** How an erasure ends. */
  public sealed interface Outcome {
    /** The data are gone, since then. */
    public record Done(AccountId id, Instant erasedAt) implements Outcome {}

    /** The actor may not do this. */
    record Denied() implements Outcome {}

    /** There never was such an account. */
    record NoSuchAccount() implements Outcome {}
  }

  /** Erases, an open account too; doing it twice changes nothing the second time. */
  public Outcome erase(Actor actor, AccountId id) {
    if (!actor.may(AccountPermission.ERASE_ACCOUNTS)) {
      return new Outcome.Denied();
    }
    return accounts
        .erase(id, actor.acts(clock.instant()))
        .<Outcome>map(at -> new Outcome.Done(id, at))
        .orElseGet(Outcome.NoSuchAccount::new);
  }
}
