package io.clientele.application.ledger;

import io.clientele.application.kernel.Access;
import io.clientele.application.ledger.posting.PocketAccess;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.ledger.LedgerPermission;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Entry;
import io.clientele.domain.ledger.transfer.Ledger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the entries of a pocket, a page at a time, the newest first. */
public final class ListEntries {
  private final Pockets pockets;
  private final Ledger ledger;

  public ListEntries(Pockets pockets, Ledger ledger) {
    this.pockets = Objects.requireNonNull(pockets, "pockets");
    this.ledger = Objects.requireNonNull(ledger, "ledger");
  }

  /** One page of entries, and their pocket. */
  public record Page(Pocket pocket, List<Entry> entries) {
    public Page {
      Objects.requireNonNull(pocket, "pocket");
      Objects.requireNonNull(entries, "entries");
    }
  }

  /**
   * Returns up to {@code limit} entries, if the pocket exists for the actor.
   *
   * @param before the number of the last entry of the page before; null for the first page
   */
  public Access<Optional<Page>> list(Actor actor, PocketId id, @Nullable Long before, int limit) {
    return Access.when(
        actor.may(LedgerPermission.VIEW_POCKETS),
        () ->
            pockets
                .find(id)
                .filter(pocket -> PocketAccess.maySee(actor, pocket))
                .map(pocket -> new Page(pocket, ledger.entries(id, before, limit))));
  }
}
