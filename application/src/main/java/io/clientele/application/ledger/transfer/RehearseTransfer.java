package io.clientele.application.ledger.transfer;

import io.clientele.application.ledger.posting.PostingResult;
import io.clientele.application.ledger.posting.TransferPosting;
import io.clientele.application.ledger.posting.TransferRequest;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.InvalidValue;
import java.util.List;
import java.util.Objects;

/**
 * A dry run: returns the result that posting a transfer would have now. Stores nothing and waits
 * for no lock.
 */
public final class RehearseTransfer {
  private final TransferPosting posting;

  public RehearseTransfer(TransferPosting posting) {
    this.posting = Objects.requireNonNull(posting, "posting");
  }

  /**
   * Returns the result that a posting would have.
   *
   * @throws InvalidValue if the request breaks a rule
   */
  public PostingResult rehearse(Actor actor, TransferRequest request) {
    return posting.run(actor, List.of(request), false, posting.ledger()::rehearse).get(0);
  }
}
