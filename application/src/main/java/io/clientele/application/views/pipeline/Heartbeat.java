package io.clientele.application.views.pipeline;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ledger.DirectViewLedger;
import io.clientele.domain.views.ledger.WriterCounts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends the counts of writers to the ledger, all shards in one call. If that fails, sends each
 * shard separately, so that one locked shard does not silence the others.
 */
public final class Heartbeat {
  /** Bounds the time for separate calls when the whole ledger is unavailable. */
  private static final Duration WITHIN = Duration.ofSeconds(3);

  private final DirectViewLedger ledger;
  private final LongSupplier nanoTime;

  public Heartbeat(DirectViewLedger ledger, LongSupplier nanoTime) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
  }

  /** Receives the ledger's answer to the counts of one writer. */
  public interface Answer {
    /** The offset that the ledger has applied of this writer; null if its row is gone. */
    void of(WriterCounts said, @Nullable Offset applied);
  }

  /** Sends all counts and passes on each answer; throws the first failure after all were tried. */
  public void tell(List<WriterCounts> said, Answer answer) {
    var deadline = Deadline.in(WITHIN, nanoTime);
    Map<Shard, Offset> applied;
    try {
      applied = ledger.heartbeat(said);
    } catch (PortUnavailable away) {
      ForEachShard.run(said, each -> tell(each, answer, deadline, away));
      return;
    }
    ForEachShard.run(said, each -> answer.of(each, applied.get(each.shard())));
  }

  private void tell(WriterCounts said, Answer answer, Deadline deadline, PortUnavailable away) {
    if (deadline.isOver()) {
      throw away;
    }
    answer.of(said, ledger.heartbeat(List.of(said)).get(said.shard()));
  }
}
