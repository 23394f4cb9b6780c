package io.clientele.application.ledger;

import io.clientele.application.kernel.Access;
import io.clientele.application.ledger.posting.PocketAccess;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.ledger.LedgerPermission;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Ledger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Shows a pocket with its balance. */
public final class ShowPocket {
  private final Pockets pockets;
  private final Ledger ledger;

  public ShowPocket(Pockets pockets, Ledger ledger) {
    this.pockets = Objects.requireNonNull(pockets, "pockets");
    this.ledger = Objects.requireNonNull(ledger, "ledger");
  }

  /** Returns the pocket, if it exists for the actor. */
  public Access<Optional<PocketBalance>> show(Actor actor, PocketId id) {
    return Access.when(actor.may(LedgerPermission.VIEW_POCKETS), () -> find(actor, id));
  }

  private Optional<PocketBalance> find(Actor actor, PocketId id) {
    return pockets
        .find(id)
        .filter(pocket -> PocketAccess.maySee(actor, pocket))
        .flatMap(
            pocket ->
                Optional.ofNullable(ledger.balances(List.of(id)).get(id))
                    .map(balance -> new PocketBalance(pocket, balance)));
  }
}
