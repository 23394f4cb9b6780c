package io.clientele.application.ledger.posting;

import io.clientele.application.ledger.posting.PostingResult.Place;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.ledger.transfer.Transfer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The steps that all ways to post share: checks the policy, scales amounts, posts to the ledger and
 * returns what the actor may see. Safe for use by many threads.
 */
public final class TransferPosting {
  private final Ledger ledger;
  private final PostingPolicy policy;
  private final TransferViews views;
  private final KnownAssets assets;
  private final Pockets pockets;

  public TransferPosting(
      Ledger ledger,
      PostingPolicy policy,
      TransferViews views,
      KnownAssets assets,
      Pockets pockets) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.policy = Objects.requireNonNull(policy, "policy");
    this.views = Objects.requireNonNull(views, "views");
    this.assets = Objects.requireNonNull(assets, "assets");
    this.pockets = Objects.requireNonNull(pockets, "pockets");
  }

  /** The ledger that the transfers go to. */
  public Ledger ledger() {
    return ledger;
  }

  /**
   * Returns a result for each request in their order; all are denied if the actor may not post one
   * of them.
   *
   * @param isBatch whether paths of fields start at the batch
   * @param decide returns the outcome of each transfer
   * @throws InvalidValue if a request breaks a rule
   */
  public List<PostingResult> run(
      Actor actor,
      List<TransferRequest> requests,
      boolean isBatch,
      Function<List<Transfer>, List<Outcome>> decide) {
    if (!policy.permits(actor, requests)) {
      return Collections.nCopies(requests.size(), new PostingResult.Denied());
    }
    var transfers = new TransferResolver(assets, ledger).resolve(actor.name(), requests, isBatch);
    var hidden = policy.hiddenPayers(actor, requests);
    var sent = transfers.stream().filter(transfer -> !isHidden(transfer, hidden)).toList();
    var outcomes = (sent.isEmpty() ? List.<Outcome>of() : decide.apply(sent)).iterator();
    var results = new ArrayList<PostingResult>(transfers.size());
    for (var transfer : transfers) {
      results.add(
          isHidden(transfer, hidden)
              ? hidden(transfer, hidden)
              : result(actor, transfer, outcomes.next()));
    }
    return results;
  }

  private static boolean isHidden(Transfer transfer, Set<PocketId> hidden) {
    return !hidden.isEmpty() && payers(transfer).stream().map(Leg::from).anyMatch(hidden::contains);
  }

  private static List<Leg> payers(Transfer transfer) {
    return transfer.instruction() instanceof Instruction.Post post ? post.legs() : List.of();
  }

  private static PostingResult hidden(Transfer transfer, Set<PocketId> hidden) {
    var legs = payers(transfer);
    var first = 0;
    while (!hidden.contains(legs.get(first).from())) {
      first++;
    }
    return new PostingResult.Refused(
        new Refusal.NoSuchPocket(legs.get(first).from()),
        new Place("legs/" + first + "/from", null),
        false);
  }

  private PostingResult result(Actor actor, Transfer transfer, Outcome outcome) {
    if (outcome instanceof Outcome.Booked booked) {
      return booked(actor, booked.transfer(), false);
    }
    if (outcome instanceof Outcome.Replayed replayed) {
      var refusal = replayed.first().refusal();
      return refusal == null
          ? booked(actor, replayed.first(), true)
          : refused(transfer, refusal, true);
    }
    if (outcome instanceof Outcome.Differs differs) {
      var isSeen = views.of(actor, differs.first()).isPresent();
      return new PostingResult.Differs(isSeen ? differs.fields() : List.of());
    }
    if (outcome instanceof Outcome.Refused refused) {
      return refused(transfer, refused.refusal(), false);
    }
    return outcome instanceof Outcome.Erased
        ? new PostingResult.Erased()
        : new PostingResult.Overloaded();
  }

  private PostingResult booked(Actor actor, BookedTransfer transfer, boolean isReplayed) {
    return new PostingResult.Booked(views.of(actor, transfer).orElseThrow(), isReplayed);
  }

  private PostingResult refused(Transfer transfer, Refusal refusal, boolean isReplayed) {
    return new PostingResult.Refused(
        refusal,
        new Place(RefusalFields.of(transfer, refusal), amount(transfer, refusal)),
        isReplayed);
  }

  private @Nullable String amount(Transfer transfer, Refusal refusal) {
    if (refusal instanceof Refusal.Insufficient insufficient) {
      return pockets
          .find(insufficient.pocket())
          .map(pocket -> pocket.text(insufficient.missing()))
          .orElse(null);
    }
    if (refusal instanceof Refusal.AboveRest above
        && transfer.instruction() instanceof Instruction.Settle settle) {
      return Optional.ofNullable(ledger.find(List.of(settle.parent())).get(settle.parent()))
          .map(parent -> TransferViews.assets(parent).get(above.leg()))
          .map(code -> Amount.text(above.rest(), scale(code)))
          .orElse(null);
    }
    return null;
  }

  private int scale(AssetCode code) {
    return assets.stored(code).scale();
  }
}
