package io.clientele.bootstrap.ledger;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Balance;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.Entry;
import io.clientele.domain.ledger.transfer.HoldFigures;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ledger whose outcomes are counted. */
final class MeteredLedger implements Ledger {
  private final Ledger inner;
  private final LedgerMetrics metrics;

  MeteredLedger(Ledger inner, LedgerMetrics metrics) {
    this.inner = inner;
    this.metrics = metrics;
  }

  @Override
  public List<Outcome> post(List<Transfer> transfers) {
    return counted(inner.post(transfers));
  }

  @Override
  public List<Outcome> postAll(List<Transfer> transfers) {
    return counted(inner.postAll(transfers));
  }

  private List<Outcome> counted(List<Outcome> outcomes) {
    metrics.posted(outcomes);
    return outcomes;
  }

  @Override
  public List<Outcome> rehearse(List<Transfer> transfers) {
    return inner.rehearse(transfers);
  }

  @Override
  public Map<TransferId, BookedTransfer> find(Collection<TransferId> ids) {
    return inner.find(ids);
  }

  @Override
  public List<BookedTransfer> list(TransferQuery query) {
    return inner.list(query);
  }

  @Override
  public Map<PocketId, Balance> balances(Collection<PocketId> pockets) {
    return inner.balances(pockets);
  }

  @Override
  public Optional<Balance> balanceAt(PocketId pocket, Instant at) {
    return inner.balanceAt(pocket, at);
  }

  @Override
  public Optional<Balance> balanceAfter(PocketId pocket, long seq) {
    return inner.balanceAfter(pocket, seq);
  }

  @Override
  public List<Entry> entries(PocketId pocket, @Nullable Long before, int limit) {
    return inner.entries(pocket, before, limit);
  }

  @Override
  public List<TransferId> expiredHolds(int max) {
    return inner.expiredHolds(max);
  }

  @Override
  public HoldFigures holdFigures() {
    return inner.holdFigures();
  }
}
