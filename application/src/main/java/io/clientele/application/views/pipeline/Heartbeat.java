package io.clientele.application.views.pipeline;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.ledger.WriterCounts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the ledger what writers say of themselves: all shards in one call. Where that fails each
 * shard is told on its own, so that one that is held does not silence the others.
 */
public final class Heartbeat {
  /** A ledger that is away altogether is not waited for once a shard. */
  private static final Duration WITHIN = Duration.ofSeconds(3);

  private final ViewLedger ledger;
  private final LongSupplier nanoTime;

  public Heartbeat(ViewLedger ledger, LongSupplier nanoTime) {
    this.ledger = ledger;
    this.nanoTime = nanoTime;
  }

  /** Takes the ledger's answer to what a writer said. */
  public interface Answer {
    /** The offset that the ledger has applied of this writer; null if its row is gone. */
    void of(WriterCounts said, @Nullable Offset applied);
  }

  /** Tells everything, and passes on each answer; throws the first failure when all were tried. */
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
