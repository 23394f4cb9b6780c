package io.clientele.domain.ledger.rules;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides a batch part by part, by {@link TransferRules}: a part of transfers that are decided
 * separately, or a part that is booked as a whole or not at all. Each part sees what the parts
 * before it left. Not safe for use by many threads.
 */
public final class BatchDraft {
  private final LedgerDraft draft;
  private final List<Outcome> outcomes = new ArrayList<>();

  /** Begins a batch with this state. */
  public BatchDraft(PostingState state) {
    Objects.requireNonNull(state, "state");
    this.draft = new LedgerDraft(state);
  }

  /** Decides each transfer by itself. */
  public List<Outcome> each(List<Transfer> transfers) {
    return decided(draft, transfers);
  }

  /** Decides transfers of which all are booked, or none; then no refusal is remembered either. */
  public Part all(List<Transfer> transfers) {
    var part = new LedgerDraft(draft);
    var ends = decided(part, transfers);
    var isWhole = Decision.isWhole(ends);
    if (isWhole) {
      part.keep();
    }
    return new Part(isWhole, ends);
  }

  private List<Outcome> decided(LedgerDraft of, List<Transfer> transfers) {
    var ends = transfers.stream().map(transfer -> TransferRules.decide(of, transfer)).toList();
    outcomes.addAll(ends);
    return ends;
  }

  /** The pocket as the parts so far leave it; null if there is no such pocket. */
  public @Nullable PocketState pocket(PocketId id) {
    return draft.pocket(id);
  }

  /** Returns the decision on all parts. */
  public Decision decision() {
    return draft.decision(outcomes);
  }

  /**
   * The outcomes of a part that is booked as a whole or not at all.
   *
   * @param isWhole whether all transfers are booked, now or before
   */
  public record Part(boolean isWhole, List<Outcome> outcomes) {
    public Part {
      outcomes = List.copyOf(Objects.requireNonNull(outcomes, "outcomes"));
    }
  }
}
