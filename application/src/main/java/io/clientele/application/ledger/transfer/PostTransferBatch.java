package io.clientele.application.ledger.transfer;

import io.clientele.application.ledger.posting.PostingResult;
import io.clientele.application.ledger.posting.TransferPosting;
import io.clientele.application.ledger.posting.TransferRequest;
import io.clientele.application.ledger.posting.TransferRequest.Content;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Transfer;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Posts many transfers: each independently, or all or none. */
public final class PostTransferBatch {
  /** The largest number of transfers of a batch. */
  public static final int TRANSFERS_MAX = 500;

  private static final int POCKETS_MAX = 1_000;

  private final TransferPosting posting;

  public PostTransferBatch(TransferPosting posting) {
    this.posting = Objects.requireNonNull(posting, "posting");
  }

  /**
   * Posts the transfers in their order.
   *
   * @param isAtomic whether all are booked in one transaction, or none
   * @throws InvalidValue if a request breaks a rule, with fields from the top of the batch
   */
  public Result post(Actor actor, List<TransferRequest> requests, boolean isAtomic) {
    if (isAtomic) {
      requireFewPockets(requests);
      var results =
          posting.run(actor, requests, true, transfers -> postAll(transfers, requests.size()));
      var isWhole = results.stream().allMatch(PostingResult.Booked.class::isInstance);
      return new Result(results, isWhole);
    }
    return new Result(posting.run(actor, requests, true, posting.ledger()::post), true);
  }

  /** Returns the outcomes without posting if a transfer is already refused. */
  private List<Outcome> postAll(List<Transfer> transfers, int size) {
    return transfers.size() == size
        ? posting.ledger().postAll(transfers)
        : posting.ledger().rehearse(transfers);
  }

  private static void requireFewPockets(List<TransferRequest> requests) {
    var pockets = new HashSet<PocketId>();
    for (var request : requests) {
      if (request.content() instanceof Content.Move move) {
        for (var leg : move.legs()) {
          pockets.add(leg.from());
          pockets.add(leg.to());
        }
      }
    }
    if (pockets.size() > POCKETS_MAX) {
      throw new InvalidValue("transfers", "must touch at most 1000 pockets if they are atomic");
    }
  }

  /**
   * How a batch ends.
   *
   * @param results one for each transfer, in their order
   * @param isDone false if an atomic batch is refused: then nothing is booked
   */
  public record Result(List<PostingResult> results, boolean isDone) {
    public Result {
      results = List.copyOf(Objects.requireNonNull(results, "results"));
    }
  }
}
