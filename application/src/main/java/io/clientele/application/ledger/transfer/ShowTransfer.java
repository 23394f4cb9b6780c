package io.clientele.application.ledger.transfer;

import io.clientele.application.kernel.Access;
import io.clientele.application.ledger.posting.TransferView;
import io.clientele.application.ledger.posting.TransferViews;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.ledger.LedgerPermission;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.ledger.transfer.TransferId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Shows a decided transfer, a refused one too. */
public final class ShowTransfer {
  private final Ledger ledger;
  private final TransferViews views;

  public ShowTransfer(Ledger ledger, TransferViews views) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.views = Objects.requireNonNull(views, "views");
  }

  /** Returns what the actor may see of the transfer; empty if it does not exist for the actor. */
  public Access<Optional<TransferView>> show(Actor actor, TransferId id) {
    return Access.when(
        actor.may(LedgerPermission.VIEW_POCKETS),
        () ->
            Optional.ofNullable(ledger.find(List.of(id)).get(id))
                .flatMap(transfer -> views.of(actor, transfer)));
  }
}
