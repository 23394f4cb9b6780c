package io.clientele.application.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.PortUnavailable;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.Shards;
import io.clientele.domain.views.WriterId;
import io.clientele.testkit.InMemoryFlushLog;
import io.clientele.testkit.InMemoryViewLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Several counters at work on one staging and one ledger, step by step in an order of chance, while
 * questions and answers get lost, processes die and the staging goes back. A failing seed is in the
 * message, and replays.
 */
final class SimulationTest {
  private static final int SEEDS =
      Boolean.getBoolean("clientele.long") ? 20_000 : Integer.getInteger("clientele.seeds", 200);
  private static final int STEPS = 300;
  private static final int ACCOUNTS = 12;

  @Test
  void whateverGetsLostOnTheWayEveryViewArrivesOnce() {
    for (var seed = 0; seed < SEEDS; seed++) {
      new World(seed, 0.15, 0, 0).run();
    }
  }

  @Test
  void aKilledProcessLosesNoMoreThanItHadNotSent() {
    for (var seed = 0; seed < SEEDS; seed++) {
      new World(seed, 0.15, 0.02, 0).run();
    }
  }

  @Test
  void aStagingThatGoesBackLosesNothingWhileItsWritersLive() {
    for (var seed = 0; seed < SEEDS; seed++) {
      new World(seed, 0.15, 0, 0.02).run();
    }
  }

  @Test
  void whenProcessesDieAndTheStagingGoesBackNothingIsDoubled() {
    for (var seed = 0; seed < SEEDS; seed++) {
      new World(seed, 0.15, 0.02, 0.02).run();
    }
  }

  private static final class World {
    private final long seed;
    private final double faultChance;
    private final double deathChance;
    private final double rewindChance;
    private final Random random;
    private final Faults faults;
    private final SimulatedStaging staging;
    private final InMemoryViewLedger durable;
    private final List<AccountId> accounts;
    private final List<Views> processes = new ArrayList<>();
    private final Map<AccountId, Long> counted = new HashMap<>();
    private final Map<Views, Long> countedBy = new HashMap<>();
    private final Map<AccountId, Long> shown = new HashMap<>();
    private final Shards shards = new Shards(2);
    private long nanos;
    private long mayBeLost;
    private boolean wentBack;

    World(long seed, double faultChance, double deathChance, double rewindChance) {
      this.seed = seed;
      this.faultChance = faultChance;
      this.deathChance = deathChance;
      this.rewindChance = rewindChance;
      this.random = new Random(seed);
      this.faults = new Faults(random);
      this.staging = new SimulatedStaging(faults, this::tick);
      this.durable = new InMemoryViewLedger(shards, this::now);
      this.accounts =
          IntStream.range(0, ACCOUNTS).mapToObj(i -> AccountId.of(now(), random)).toList();
      IntStream.range(0, 3).forEach(i -> processes.add(start()));
    }

    void run() {
      faults.chance(faultChance);
      for (var step = 0; step < STEPS; step++) {
        step();
      }
      faults.chance(0);
      settle();
      checkTotals();
      checkBooks();
    }

    private void step() {
      var process = processes.get(random.nextInt(processes.size()));
      nanos += random.nextInt(20) == 0 ? Duration.ofSeconds(40).toNanos() : 1_000_000;
      if (random.nextDouble() < deathChance) {
        kill(process);
      } else if (random.nextDouble() < rewindChance) {
        rewind();
      } else if (random.nextInt(3) == 0) {
        IntStream.range(0, 1 + random.nextInt(4)).forEach(i -> count(process));
      } else if (random.nextInt(8) == 0) {
        look(process);
      } else {
        work(process);
      }
    }

    private void count(Views process) {
      var id = accounts.get(random.nextInt(ACCOUNTS));
      process.count(id);
      countedBy.merge(process, 1L, Long::sum);
      counted.merge(id, 1L, Long::sum);
    }

    private void work(Views process) {
      var jobs = process.jobs();
      try {
        jobs.get(random.nextInt(jobs.size())).task().run();
      } catch (PortUnavailable expected) {
        nanos += 1_000_000;
      }
    }

    private void look(Views process) {
      try {
        process
            .live(accounts)
            .forEach(
                (id, total) -> {
                  assertThat(total.total())
                      .as("seed %s: a total above what was counted", seed)
                      .isLessThanOrEqualTo(counted.getOrDefault(id, 0L));
                  if (!total.isDegraded()) {
                    assertThat(wentBack || total.total() >= shown.getOrDefault(id, 0L))
                        .as("seed %s: a total went back", seed)
                        .isTrue();
                    shown.put(id, total.total());
                  }
                });
      } catch (PortUnavailable expected) {
        nanos += 1_000_000;
      }
    }

    private void kill(Views process) {
      var figures = process.figures();
      var taken = countedBy.getOrDefault(process, 0L);
      mayBeLost += wentBack ? taken : taken - figures.counted() + figures.unsent();
      processes.remove(process);
      processes.add(start());
    }

    /** From now on, what a dead process had sent may be gone too. */
    private void rewind() {
      mayBeLost += wentBack ? 0 : ofTheDead();
      switch (random.nextInt(3)) {
        case 0 -> staging.copy();
        case 1 -> staging.goBack();
        default -> staging.wipe();
      }
      wentBack = true;
    }

    private long ofTheDead() {
      return countedBy.entrySet().stream()
          .filter(entry -> !processes.contains(entry.getKey()))
          .mapToLong(Map.Entry::getValue)
          .sum();
    }

    private void settle() {
      for (var round = 0; round < 6; round++) {
        nanos += Duration.ofSeconds(2).toNanos();
        for (var process : processes) {
          process.jobs().stream()
              .filter(job -> !job.name().equals("views-clean"))
              .forEach(job -> job.task().run());
        }
      }
    }

    private void checkTotals() {
      var totals = durable.totals(accounts).views();
      var missing = 0L;
      for (var id : accounts) {
        var sent = counted.getOrDefault(id, 0L);
        assertThat(totals.getOrDefault(id, 0L))
            .as("seed %s: doubled", seed)
            .isLessThanOrEqualTo(sent);
        missing += sent - totals.getOrDefault(id, 0L);
      }
      assertThat(missing).as("seed %s: lost", seed).isLessThanOrEqualTo(mayBeLost);
    }

    private void checkBooks() {
      nanos += Duration.ofMinutes(2).toNanos();
      processes.forEach(process -> process.jobs().get(2).task().run());
      var books = processes.get(0).reconcile();
      assertThat(books.balanced()).as("seed %s: %s", seed, books).isTrue();
      assertThat(books.unsent()).as("seed %s: %s", seed, books).isZero();
      assertThat(books.counted()).as("seed %s: %s", seed, books).isEqualTo(books.applied());
    }

    private Views start() {
      var settings =
          new ViewSettings(
              shards,
              Duration.ofMinutes(5),
              () -> new WriterId(new UUID(random.nextLong(), random.nextLong())),
              this::now,
              this::tick,
              span -> nanos += span.toNanos());
      var ledger = new SimulatedLedger(durable, faults);
      return new ViewCounter(staging, ledger, new InMemoryFlushLog(), settings);
    }

    private long tick() {
      nanos += 100_000;
      return nanos;
    }

    private Instant now() {
      return Instant.EPOCH.plus(Duration.ofDays(20_000)).plusNanos(nanos);
    }
  }
}
