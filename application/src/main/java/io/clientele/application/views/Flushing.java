package io.clientele.application.views;

import io.clientele.domain.PortUnavailable;
import io.clientele.domain.views.Flush;
import io.clientele.domain.views.FlushLog;
import io.clientele.domain.views.Mark;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Runs flushes of all shards, one at a time in a process, each beginning at another shard. */
final class Flushing {
  private static final long PAUSE_MILLIS = 20;

  private final List<Lane> lanes;
  private final ShardFlush shardFlush;
  private final FlushLog log;
  private final ViewSettings settings;
  private final ReentrantLock turn = new ReentrantLock();
  private final AtomicInteger first = new AtomicInteger();

  Flushing(List<Lane> lanes, ShardFlush shardFlush, FlushLog log, ViewSettings settings) {
    this.lanes = lanes;
    this.shardFlush = shardFlush;
    this.log = log;
    this.settings = settings;
    this.first.set(Math.floorMod((int) settings.nanoTime().getAsLong(), lanes.size()));
  }

  /**
   * Brings all that this process had counted into the ledger, and what others have staged.
   *
   * @return empty if the own part could not be brought there within the time
   */
  Optional<Flush> run(Duration within) {
    var run = new Run(within);
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
    private final long began = settings.nanoTime().getAsLong();
    private final long withinNanos;
    private FlushTotals totals = FlushTotals.NONE;
    private boolean isWhole = true;
    private @Nullable PortUnavailable away;

    Run(Duration within) {
      this.withinNanos = within.toNanos();
    }

    Optional<Flush> all() throws InterruptedException {
      var at = settings.clock().instant();
      var offset = first.incrementAndGet();
      for (var i = 0; i < lanes.size(); i++) {
        attempt(lanes.get(Math.floorMod(i + offset, lanes.size())));
      }
      var flush = totals.asFlush(at, Duration.ofNanos(settings.nanoTime().getAsLong() - began));
      if (totals.batches() > 0) {
        log.append(flush);
      }
      if (away != null) {
        throw away;
      }
      return isWhole ? Optional.of(flush) : Optional.empty();
    }

    /** A shard that cannot be reached does not keep the others from it. */
    private void attempt(Lane lane) throws InterruptedException {
      try {
        isWhole &= !left().isZero() && flush(lane);
      } catch (PortUnavailable cause) {
        away = cause;
      }
    }

    private boolean flush(Lane lane) throws InterruptedException {
      totals = totals.plus(lane.goDirect());
      do {
        var goal = lane.staged().sendAll(left());
        var run = shardFlush.run(lane.shard());
        totals = totals.plus(run.totals());
        var writer = lane.memory().writer();
        var mark = run.applied().of(writer);
        lane.staged().applied(writer, mark);
        if (goal.isPresent() && isReached(goal.get(), mark)) {
          return true;
        }
        Thread.sleep(PAUSE_MILLIS);
      } while (!left().isZero());
      return false;
    }

    private boolean isReached(Mark goal, @Nullable Mark applied) {
      return goal.equals(Mark.START) || applied != null && !applied.isBefore(goal);
    }

    private Duration left() {
      var rest = withinNanos - (settings.nanoTime().getAsLong() - began);
      return Duration.ofNanos(Math.max(0, rest));
    }
  }
}
