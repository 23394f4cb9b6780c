package io.clientele.domain.ledger.transfer;

import io.clientele.domain.ledger.PocketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Books transfers and returns balances. A transfer that is reported as booked is stored
 * permanently, whole, exactly once. Implementations are safe for use by many threads and throw
 * {@code PortUnavailable}; a transfer may be booked even then, and a repeated call returns its
 * outcome.
 */
public interface Ledger {
  /**
   * Decides each transfer by itself, in their order, and returns an outcome for each of them. They
   * may share transactions with transfers of other calls.
   */
  List<Outcome> post(List<Transfer> transfers);

  /**
   * Books all transfers in one transaction, or none. If an outcome is neither {@code Booked} nor
   * {@code Replayed} with a booked transfer, nothing is stored and no id is remembered.
   */
  List<Outcome> postAll(List<Transfer> transfers);

  /**
   * Returns the outcomes that {@link #post} would have now. Stores nothing, and waits for no lock.
   */
  List<Outcome> rehearse(List<Transfer> transfers);

  /** Returns the transfers that were decided, including refused ones. */
  Map<TransferId, BookedTransfer> find(Collection<TransferId> ids);

  /** Returns decided transfers, the newest first. */
  List<BookedTransfer> list(TransferQuery query);

  /** Returns the balances of those pockets that exist, all at one instant. */
  Map<PocketId, Balance> balances(Collection<PocketId> pockets);

  /**
   * Returns the balance of a pocket at an instant, entries of that instant included. It never
   * changes afterwards. Empty if the instant lies in the future or there is no such pocket.
   */
  Optional<Balance> balanceAt(PocketId pocket, Instant at);

  /** Returns the balance of a pocket after its entry of this number, if there is one. */
  Optional<Balance> balanceAfter(PocketId pocket, long seq);

  /**
   * Returns entries of a pocket, the newest first.
   *
   * @param before the number of the last entry of the page before; null for the first page
   */
  List<Entry> entries(PocketId pocket, @Nullable Long before, int limit);

  /** Returns expired holds without an owner that have a rest, those that expired first in front. */
  List<TransferId> expiredHolds(int max);

  /** Returns how many holds are open now. */
  HoldFigures holdFigures();
}
