package io.clientele.application.views.counter;

import io.clientele.application.views.ViewCounterSettings;
import io.clientele.application.views.pipeline.Deadline;
import io.clientele.application.views.pipeline.FirstFailure;
import io.clientele.application.views.pipeline.FlushTotals;
import io.clientele.application.views.pipeline.ShardFlush;
import io.clientele.application.views.pipeline.ShardMap;
import io.clientele.application.views.pipeline.ShardPipeline;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.history.FlushLog;
import io.clientele.domain.views.history.FlushRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Runs flushes of all shards, one at a time in a process, each starting with another shard. */
final class FlushCoordinator {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final ShardMap<ShardPipeline> lanes;
  private final ShardFlush shardFlush;
  private final FlushLog log;
  private final ViewCounterSettings settings;
  private final ReentrantLock turn = new ReentrantLock();
  private final AtomicInteger first = new AtomicInteger();

  FlushCoordinator(
      ShardMap<ShardPipeline> lanes,
      ShardFlush shardFlush,
      FlushLog log,
      ViewCounterSettings settings) {
    this.lanes = lanes;
    this.shardFlush = shardFlush;
    this.log = log;
    this.settings = settings;
    this.first.set((int) settings.nanoTime().getAsLong());
  }

  /**
   * Flushes all views that this process had counted, and the staged views of all processes.
   *
   * @return empty if the views of this process could not be flushed within the time
   */
  Optional<FlushRecord> run(Duration within) {
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
    private final List<ShardPipeline> rest = new ArrayList<>(lanes.all());
    private final FirstFailure failures = new FirstFailure();

    Run(Deadline deadline) {
      this.deadline = deadline;
    }

    Optional<FlushRecord> all() throws InterruptedException {
      var at = settings.clock().instant();
      var offset = first.incrementAndGet();
      Collections.rotate(rest, offset);
      while (!rest.isEmpty() && !deadline.isOver()) {
        round();
      }
      var flush = totals.asFlush(at, deadline.taken());
      if (totals.batches() > 0) {
        failures.attempt(() -> log.append(flush));
      }
      failures.rethrow();
      return rest.isEmpty() ? Optional.of(flush) : Optional.empty();
    }

    private void round() throws InterruptedException {
      for (var lanesLeft = rest.iterator(); lanesLeft.hasNext() && !deadline.isOver(); ) {
        if (isDone(lanesLeft.next())) {
          lanesLeft.remove();
        }
      }
      if (!rest.isEmpty()) {
        settings.pause().accept(PAUSE);
      }
    }

    /** Returns true for a failing shard too, which is left to the next flush. */
    private boolean isDone(ShardPipeline lane) throws InterruptedException {
      try {
        return flush(lane);
      } catch (RuntimeException failure) {
        failures.add(failure);
        return true;
      }
    }

    /** Whether all views that the shard had at the start are in the ledger. */
    private boolean flush(ShardPipeline lane) throws InterruptedException {
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

    private boolean isReached(Offset goal, @Nullable Offset applied) {
      return goal.equals(Offset.START) || applied != null && !applied.isBefore(goal);
    }
  }
}
