package io.clientele.persistence.ledger.posting;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.rules.PocketState;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.persistence.change.ChangeTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stores rows of another context with transfers, for all work items of a batch at once. An item is
 * booked whole, with all of its transfers and rows, or refused alone. Implementations are safe for
 * use by many threads.
 *
 * @param <I> a work item; the companion notes in it how it ended, before the caller gets the
 *     outcomes
 */
public interface Companion<I> {
  /** Reads, once the pockets of all items are locked, what is needed to judge the items. */
  Judgement<I> judge(Connection connection, List<I> items) throws SQLException;

  /** Judges and writes the items of one batch, which is used by one thread. */
  interface Judgement<I> {
    /** Whether the ledger is to decide this item; it sees the items that were booked before. */
    boolean admits(I item);

    /** The ledger books all transfers of this item. */
    void booked(I item);

    /**
     * The ledger refuses this item.
     *
     * @param pockets as the items before this one leave them; null for an absent one
     */
    void refused(I item, List<Outcome> outcomes, Function<PocketId, @Nullable PocketState> pockets);

    /**
     * Writes the rows of booked items.
     *
     * @return false if another transaction has stored one of their ids since they were judged; the
     *     whole batch is then rolled back and judged again
     */
    boolean write(ChangeTransaction transaction, List<I> booked) throws SQLException;
  }
}
