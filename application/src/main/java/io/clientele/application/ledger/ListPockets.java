package io.clientele.application.ledger;

import io.clientele.application.ledger.posting.PocketAccess;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.account.AccountStanding;
import io.clientele.domain.kernel.account.AccountStandings;
import io.clientele.domain.ledger.LedgerPermission;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Ledger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists the pockets of an account or of the house, a page at a time, the oldest first. */
public final class ListPockets {
  private final Pockets pockets;
  private final Ledger ledger;
  private final AccountStandings accounts;

  public ListPockets(Pockets pockets, Ledger ledger, AccountStandings accounts) {
    this.pockets = Objects.requireNonNull(pockets, "pockets");
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.accounts = Objects.requireNonNull(accounts, "accounts");
  }

  /**
   * Returns up to {@code limit} pockets with their balances, all of one instant.
   *
   * @param owner null for the house
   * @param after the last pocket of the page before; null for the first page
   */
  public Outcome list(Actor actor, @Nullable AccountId owner, @Nullable PocketId after, int limit) {
    if (!actor.may(owner == null ? LedgerPermission.VIEW_LEDGER : LedgerPermission.VIEW_POCKETS)) {
      return new Outcome.Denied();
    }
    if (owner != null
        && (!PocketAccess.maySeePocketsOf(actor, owner)
            || accounts.of(owner) == AccountStanding.ABSENT)) {
      return new Outcome.NoSuchAccount();
    }
    var page = pockets.list(owner, after, limit);
    var balances = ledger.balances(page.stream().map(Pocket::id).toList());
    return new Outcome.Listed(
        page.stream()
            .map(
                pocket ->
                    new PocketBalance(pocket, Objects.requireNonNull(balances.get(pocket.id()))))
            .toList());
  }

  /** The outcome of a call. */
  public sealed interface Outcome {
    /** One page. */
    record Listed(List<PocketBalance> pockets) implements Outcome {
      public Listed {
        Objects.requireNonNull(pockets, "pockets");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.listed(this);
      }
    }

    /** The actor may not list these pockets. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** There is no such account. */
    record NoSuchAccount() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchAccount(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R listed(Listed listed);

      R denied(Denied denied);

      R noSuchAccount(NoSuchAccount noSuchAccount);
    }
  }
}
