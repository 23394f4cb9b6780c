package io.clientele.application.ledger.transfer;

import io.clientele.application.ledger.posting.PostingResult;
import io.clientele.application.ledger.posting.TransferPosting;
import io.clientele.application.ledger.posting.TransferRequest;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.InvalidValue;
import java.util.List;

/** Tells how the posting of a transfer would end now. Stores nothing, and waits for nothing. */
public final class RehearseTransfer {
  private final TransferPosting posting;

  public RehearseTransfer(TransferPosting posting) {
    this.posting = posting;
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
