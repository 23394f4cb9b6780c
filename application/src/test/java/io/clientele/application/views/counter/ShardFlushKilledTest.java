package io.clientele.application.views.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.views.fixture.CounterFixture;
import io.clientele.application.views.pipeline.ShardFlush;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.ShardSnapshot.WriterRow;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills a flush before or after each of its calls, and the next run at each of its calls. The run
 * after that finishes the flush, and every view is counted once.
 */
final class ShardFlushKilledTest {
  private static final Shard SHARD = new Shard(0);
  private static final Duration SOON = Duration.ofSeconds(5);

  /** The state before the flush. */
  private enum Situation {
    ONE_BATCH_SEALED_AND_ONE_OPEN {
      @Override
      void arise(World world) {
        world.send(3);
        world.bench.fast.seal(SHARD);
        world.send(4);
      }
    },
    STAGING_WENT_BACK {
      @Override
      void arise(World world) {
        world.send(3);
        var older = world.bench.fast.state(SHARD);
        world.send(4);
        world.views.flush(SOON);
        world.bench.fast.restore(SHARD, older);
        world.count(5);
      }
    },
    STAGING_WAS_WIPED {
      @Override
      void arise(World world) {
        world.send(3);
        world.views.flush(SOON);
        world.send(4);
        world.bench.fast.wipe();
      }
    },
    LEDGER_LOST_ITS_LAST_BATCHES {
      @Override
      void arise(World world) {
        world.send(3);
        world.views.flush(SOON);
        world.send(4);
        world.views.flush(SOON);
        world.loseTheLedger();
        world.send(5);
      }
    },
    UNKNOWN_WRITER_AMONG_THEM {
      @Override
      void arise(World world) {
        world.send(3);
        var bench = world.bench;
        var stranger = bench.sample.writer();
        bench.fast.add(
            SHARD, CounterFixture.batch(stranger, Offset.START, bench.sample.subject(), 9));
      }
    };

    abstract void arise(World world);
  }

  @ParameterizedTest
  @EnumSource
  void afterAKillAtAnyPointTheNextRunContinues(Situation situation) {
    var points = points(situation);
    assertThat(points).as("places to be killed at").isGreaterThanOrEqualTo(8);
    for (var first = 1; first <= points; first++) {
      for (var second = 0; second <= points; second++) {
        var world = new World(situation);
        world.flushKilledAt(first);
        world.flushKilledAt(second);
        world.settle();
        assertThat(world.ledger.viewsOf(world.id))
            .as("killed at %s and %s of %s", first, second, points)
            .isEqualTo(world.counted);
        var reconciliation = world.views.reconcile();
        assertThat(reconciliation.balanced())
            .as("killed at %s and %s: %s", first, second, reconciliation)
            .isTrue();
        assertThat(reconciliation.counted()).isEqualTo(world.counted);
      }
    }
  }

  private static int points(Situation situation) {
    var world = new World(situation);
    world.flushKilledAt(0);
    return world.points;
  }

  /** A living process, and another whose flush is killed. */
  private static final class World {
    private final CounterFixture bench = new CounterFixture(1);
    private final ViewCounter views = bench.counter();
    private final UUID id = bench.sample.subject();
    private InMemoryViewLedger ledger = bench.durable;
    private long counted;
    private int points;

    World(Situation situation) {
      situation.arise(this);
    }

    void count(int times) {
      CounterFixture.count(views, id, times);
      counted += times;
    }

    void send(int times) {
      count(times);
      CounterFixture.run(views, "views-send");
    }

    /** Restores the ledger to a state with every writer and no batch. */
    void loseTheLedger() {
      var older = new InMemoryViewLedger(bench.shards, bench::now);
      ledger.snapshots(List.of(SHARD)).get(0).writers().stream()
          .map(WriterRow::writer)
          .forEach(writer -> older.register(writer, DeliveryPath.STAGING, List.of(SHARD)));
      ledger = older;
      bench.ledger.redirectTo(older);
    }

    void flushKilledAt(int point) {
      points = 0;
      bench.staging.everywhere(() -> pass(point));
      bench.ledger.everywhere(() -> pass(point));
      try {
        new ShardFlush(bench.staging.port(), bench.ledger.port()).run(SHARD);
      } catch (Killed expected) {
        assertThat(points).isEqualTo(point);
      }
      bench.staging.calm();
      bench.ledger.calm();
    }

    void settle() {
      CounterFixture.run(views, "views-sync");
      views.flush(SOON);
      views.flush(SOON);
    }

    private void pass(int deadly) {
      if (++points == deadly) {
        throw new Killed();
      }
    }
  }

  /** Simulates the end of a process; no code catches it. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
