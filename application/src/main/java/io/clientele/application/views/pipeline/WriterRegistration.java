package io.clientele.application.views.pipeline;

import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.RetireResult;
import io.clientele.domain.views.ledger.ViewLedger;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The name of a writer in the ledger: told before its first batch, and given up for another once
 * the ledger, or the fast side, went back to before it. Changed by one step of its writer at a
 * time; whether it is known may be asked by many threads.
 */
final class WriterRegistration {
  private final ProducerState writer;
  private final ViewLedger ledger;
  private final DeliveryPath via;
  private final Supplier<WriterId> ids;
  private volatile @Nullable WriterId told;
  private volatile @Nullable WriterId known;
  private @Nullable WriterId successor;

  WriterRegistration(
      ProducerState writer, ViewLedger ledger, DeliveryPath via, Supplier<WriterId> ids) {
    this.writer = writer;
    this.ledger = ledger;
    this.via = via;
    this.ids = ids;
  }

  /**
   * Whether the ledger may hold a row for the writer's current name. After a call without an answer
   * the row may exist; without heartbeats it would be taken for a dead writer's.
   */
  boolean mayBeKnown() {
    var name = writer.writer();
    return isKnown(name) || name.equals(told);
  }

  boolean isKnown(WriterId name) {
    return name.equals(known);
  }

  /** Tells the ledger, unless it has heard of it. */
  void ensure(WriterId name) {
    if (!isKnown(name)) {
      told = name;
      ledger.register(name, via, List.of(writer.shard()));
      known = name;
    }
  }

  /** Tells the ledger of a writer that has lost views, even if it never brings a batch. */
  void ensureIfLost() {
    var counted = writer.counted();
    if (counted.lost() > 0) {
      ensure(counted.writer());
    }
  }

  /**
   * Has the writer go on under another name, if the ledger agrees. Where it does not answer, the
   * next try names the same successor: the ledger may have done it.
   *
   * @return whether the writer goes on under its name instead, for the ledger has reached it
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
