package io.clientele.application.views;

import io.clientele.domain.PortUnavailable;
import io.clientele.domain.views.Flush;
import io.clientele.domain.views.FlushLog;
import io.clientele.domain.views.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Runs flushes of all shards, one at a time in a process, each beginning at another shard. */
final class Flushing {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final PerShard<Lane> lanes;
  private final ShardFlush shardFlush;
  private final FlushLog log;
  private final ViewSettings settings;
  private final ReentrantLock turn = new ReentrantLock();
  private final AtomicInteger first = new AtomicInteger();

  Flushing(PerShard<Lane> lanes, ShardFlush shardFlush, FlushLog log, ViewSettings settings) {
    this.lanes = lanes;
    this.shardFlush = shardFlush;
    this.log = log;
    this.settings = settings;
    this.first.set((int) settings.nanoTime().getAsLong());
  }

  /**
   * Brings all that this process had counted into the ledger, and what others have staged.
   *
   * @return empty if the own part could not be brought there within the time
   */
  Optional<Flush> run(Duration within) {
    var run = new Run(Deadline.in(within, settings.nanoTime()));
    try {
      if (!turn.tryLock(within.toNanos(), TimeUnit.NANOSECONDS)) {
        return Optional.empty();
      }
      try {
        return run.all();
      } finally {
        turn.unlock();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** One flush. */
  private final class Run {
    private final Deadline deadline;
    private FlushTotals totals = FlushTotals.NONE;
    private final List<Lane> rest = new ArrayList<>(lanes.all());
    private @Nullable PortUnavailable away;

    Run(Deadline deadline) {
      this.deadline = deadline;
    }

    Optional<Flush> all() throws InterruptedException {
      var at = settings.clock().instant();
      var offset = first.incrementAndGet();
      Collections.rotate(rest, offset);
      while (!rest.isEmpty() && away == null && !deadline.isOver()) {
        round();
      }
      var flush = totals.asFlush(at, deadline.taken());
      if (totals.batches() > 0) {
        log.append(flush);
      }
      if (away != null) {
        throw away;
      }
      return rest.isEmpty() ? Optional.of(flush) : Optional.empty();
    }

    /** A shard that cannot be reached does not keep the others from it. */
    private void round() throws InterruptedException {
      for (var lanesLeft = rest.iterator(); lanesLeft.hasNext() && !deadline.isOver(); ) {
        try {
          if (flush(lanesLeft.next())) {
            lanesLeft.remove();
          }
        } catch (PortUnavailable cause) {
          away = cause;
        }
      }
      if (!rest.isEmpty() && away == null) {
        settings.pause().accept(PAUSE);
      }
    }

    /** Whether all that the lane had when it was its turn is in the ledger. */
    private boolean flush(Lane lane) throws InterruptedException {
      totals = totals.plus(lane.goDirect(deadline));
      lane.staged().sync();
      var goal = lane.staged().sendAll(deadline.left());
      var writer = lane.memory().writer();
      var run = shardFlush.run(lane.shard());
      totals = totals.plus(run.totals());
      var mark = run.applied().of(writer);
      lane.staged().applied(writer, mark);
      return goal.isPresent() && isReached(goal.get(), mark);
    }

    private boolean isReached(Mark goal, @Nullable Mark applied) {
      return goal.equals(Mark.START) || applied != null && !applied.isBefore(goal);
    }
  }
}
