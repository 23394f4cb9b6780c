package io.clientele.application.ledger.transfer;

import io.clientele.application.ledger.posting.PostingResult;
import io.clientele.application.ledger.posting.TransferPosting;
import io.clientele.application.ledger.posting.TransferRequest;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.InvalidValue;
import java.util.List;
import java.util.Objects;

/** Posts one transfer. A repeated transfer has its first result. */
public final class PostTransfer {
  private final TransferPosting posting;

  public PostTransfer(TransferPosting posting) {
    this.posting = Objects.requireNonNull(posting, "posting");
  }

  /**
   * Posts the transfer.
   *
   * @throws InvalidValue if the request breaks a rule
   */
  public PostingResult post(Actor actor, TransferRequest request) {
    return posting.run(actor, List.of(request), false, posting.ledger()::post).get(0);
  }
}
