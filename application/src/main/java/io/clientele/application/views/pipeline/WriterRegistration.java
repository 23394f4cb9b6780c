package io.clientele.application.views.pipeline;

import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.DirectViewLedger;
import io.clientele.domain.views.ledger.RetireResult;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The name of a writer in the ledger: registered before its first batch, and replaced once the
 * ledger or staging went back to before it. Changed by one step of its writer at a time; {@link
 * #mayBeKnown} is safe for use by many threads.
 */
final class WriterRegistration {
  private final ProducerState writer;
  private final DirectViewLedger ledger;
  private final DeliveryPath via;
  private final Supplier<WriterId> ids;
  private volatile @Nullable WriterId told;
  private volatile @Nullable WriterId known;
  private @Nullable WriterId successor;

  WriterRegistration(
      ProducerState writer, DirectViewLedger ledger, DeliveryPath via, Supplier<WriterId> ids) {
    this.writer = writer;
    this.ledger = ledger;
    this.via = via;
    this.ids = ids;
  }

  /**
   * Whether the ledger may hold a row for the writer's current name. The row may exist after a call
   * without an answer; without heartbeats it would count as a dead writer's.
   */
  boolean mayBeKnown() {
    var name = writer.writer();
    return isKnown(name) || name.equals(told);
  }

  boolean isKnown(WriterId name) {
    return name.equals(known);
  }

  /** Registers the name, unless that is done. */
  void ensure(WriterId name) {
    if (!isKnown(name)) {
      told = name;
      ledger.register(name, via, List.of(writer.shard()));
      known = name;
    }
  }

  /** Registers a writer that has lost views, even if it never sends a batch. */
  void ensureIfLost() {
    var counted = writer.counted();
    if (counted.lost() > 0) {
      ensure(counted.writer());
    }
  }

  /**
   * Continues under another name, if the ledger agrees. If it does not answer, the next attempt
   * names the same successor, because the ledger may have stored it.
   *
   * @return whether the writer keeps its name, because the ledger has reached it
   */
  boolean retire(long nowNanos) {
    var next = successor == null ? ids.get() : successor;
    successor = next;
    var end = ledger.retire(writer.counted(), via, writer.names(), next);
    if (end instanceof RetireResult.Retired retired) {
      writer.retire(next, retired.applied(), nowNanos);
      known = next;
    }
    successor = null;
    return end instanceof RetireResult.Joined;
  }
}
