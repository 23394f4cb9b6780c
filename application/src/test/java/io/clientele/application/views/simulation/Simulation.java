package io.clientele.application.views.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.views.ViewCounterSettings;
import io.clientele.application.views.counter.ViewCounter;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.staging.ViewStaging;
import io.clientele.inmemory.views.history.InMemoryFlushLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Several counters on one staging and one ledger. One seed determines all actions, their order, the
 * faults and the time.
 */
final class Simulation {
  private static final int INSTANCES = 3;
  private static final List<String> HOW =
      List.of("is copied", "is copied", "goes back to a copy", "goes back and forth", "is wiped");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration BEYOND_ALL_STEPS = Duration.ofDays(2);

  private final SimulationTrace history;
  private final Random random;
  private final FaultRates weather;
  private final FaultyNetwork toStaging;
  private final FaultyNetwork toLedger;
  private final SimulatedStaging staging;
  private final SimulatedLedger ledger;
  private final Sharding shards;
  private final ViewOracle truth;
  private final List<SimulatedInstance> instances = new ArrayList<>();
  private SteppedThread running;
  private Duration wallClock = Duration.ofDays(20_000);
  private long nanos;
  private int started;
  private int timesBack;
  private int timesLedgerBack;

  Simulation(long seed, StoreRules rules) {
    this(seed, rules, SimulationTrace.notKept());
  }

  Simulation(long seed, StoreRules rules, SimulationTrace history) {
    this.history = history;
    random = new Random(seed);
    weather = FaultRates.of(random);
    shards = new Sharding(1 + random.nextInt(2));
    toStaging = new FaultyNetwork("view staging", random, this::beforeEachCall, history);
    toLedger = new FaultyNetwork("view ledger", random, this::beforeEachCall, history);
    staging = new SimulatedStaging(toStaging, rules, this::tick, this::stagingForgot);
    ledger = new SimulatedLedger(shards, toLedger, rules, this::now);
    truth =
        new ViewOracle(
            List.of(
                new UUID(random.nextLong(), random.nextLong()),
                new UUID(random.nextLong(), random.nextLong())));
    for (var i = 0; i < INSTANCES; i++) {
      instances.add(start());
    }
  }

  /**
   * Runs this many steps; then the faults cease, and the result must be right.
   *
   * @return a number that identifies this history
   */
  long run(int steps) {
    try {
      weather(weather);
      for (var step = 1; step <= steps; step++) {
        history.turnOf(step);
        nanos += random.nextInt(40) == 0 ? Duration.ofSeconds(40).toNanos() : 1_000_000;
        step();
      }
      weather(FaultRates.CALM);
      history.tell(() -> "the faults cease");
      settle();
      checkBooks(truth.check(this::persisted));
      return Objects.hash(nanos, random.nextLong(), truth.counted(), ledger.changes());
    } finally {
      instances.forEach(SimulatedInstance::kill);
    }
  }

  private void step() {
    var instance = instances.get(random.nextInt(instances.size()));
    if (strikes(weather.death())) {
      kill(instance);
    } else if (strikes(weather.rewind())) {
      rewindStaging();
    } else if (strikes(weather.ledgerRewind())) {
      rewindLedger();
    } else if (strikes(weather.outage())) {
      toStaging.startOutage(1 + random.nextInt(60));
      history.tell(() -> "staging is unavailable");
    } else if (strikes(weather.clock())) {
      wallClock = random.nextBoolean() ? wallClock.plus(HOUR) : wallClock.minus(HOUR);
    } else if (strikes(weather.age())) {
      age();
    } else if (toStaging.hasSomethingOnTheWay() && random.nextInt(8) == 0) {
      toStaging.deliverOne();
    } else if (toLedger.hasSomethingOnTheWay() && random.nextInt(8) == 0) {
      toLedger.deliverOne();
    } else if (random.nextInt(4) == 0) {
      count(instance);
    } else {
      instance.work(random, this::turn);
    }
  }

  private void count(SimulatedInstance instance) {
    for (var i = random.nextInt(4); i >= 0; i--) {
      if (random.nextInt(4) == 0) {
        instance.views().recorder().count(truth.countOften(random, instance));
      } else {
        var id = new UUID(random.nextLong(), random.nextLong());
        truth.countOnce(id, instance);
        instance.views().recorder().count(id);
        history.tell(() -> instance + " counts " + id);
      }
    }
  }

  private void kill(SimulatedInstance instance) {
    instance.kill();
    truth.died(instance, id -> persisted(id) > 0 || timesBack == 0 && staged(id) > 0);
    history.tell(() -> instance + " is killed");
    instances.set(instances.indexOf(instance), start());
  }

  private void rewindStaging() {
    var how = random.nextInt(5);
    switch (how) {
      case 0, 1 -> staging.copy(random);
      case 2 -> staging.goBack(random);
      case 3 -> staging.fork(random);
      default -> staging.wipe();
    }
    history.tell(() -> "the staging " + HOW.get(how));
    stagingForgot();
  }

  private void stagingForgot() {
    timesBack++;
    truth.stagingForgot(id -> persisted(id) > 0);
  }

  private void rewindLedger() {
    timesBack++;
    timesLedgerBack++;
    var before = ledger.durable();
    var changes = random.nextInt(random.nextBoolean() ? 6 : 1 + ledger.changes());
    ledger.goBack(changes);
    history.tell(() -> "the ledger goes back by %d changes".formatted(changes));
    truth.ledgerForgot(id -> before.viewsOf(id) > 0, id -> persisted(id) > 0);
  }

  /** Living writers send heartbeats; the rows of silent writers may be removed from now on. */
  private void age() {
    timesBack++;
    history.tell(() -> "a week goes by");
    weather(FaultRates.CALM);
    nanos += Duration.ofDays(8).toNanos();
    instances.forEach(instance -> instance.endAll(this::turn));
    instances.forEach(instance -> instance.attempt("views-heartbeat", this::turn));
    instances.forEach(instance -> instance.attempt("views-clean", this::turn));
    nanos += HOUR.toNanos();
    instances.forEach(instance -> instance.attempt("views-heartbeat", this::turn));
    instances.forEach(instance -> instance.attempt("views-clean", this::turn));
    weather(weather);
  }

  private void look(SimulatedInstance instance) {
    var asked = truth.some(random);
    var timesBackBefore = timesBack;
    var least = asked.stream().mapToLong(id -> persisted(id) + pending(id)).toArray();
    var answers = instance.views().live(asked);
    if (timesBack != timesBackBefore) {
      return;
    }
    for (var i = 0; i < asked.size(); i++) {
      var id = asked.get(i);
      truth.suspect(id);
      var total = Objects.requireNonNull(answers.get(id));
      var most = timesBack == 0 ? persisted(id) + staged(id) : truth.counted(id);
      check(total, least[i], most);
    }
  }

  private static void check(LiveTotal total, long least, long most) {
    if (!total.isDegraded()) {
      assertThat(total.total()).as("a live total").isBetween(least, most);
    }
  }

  private void reconcile(SimulatedInstance instance) {
    var timesBackBefore = timesBack;
    var reconciliation = instance.views().reconcile();
    if (timesBackBefore == 0 && timesBack == 0 && !reconciliation.isDegraded()) {
      assertThat(reconciliation.balanced()).as("%s", reconciliation).isTrue();
    }
  }

  private void settle() {
    instances.forEach(instance -> instance.endAll(this::turn));
    while (toStaging.hasSomethingOnTheWay()) {
      toStaging.deliverOne();
    }
    while (toLedger.hasSomethingOnTheWay()) {
      toLedger.deliverOne();
    }
    for (var round = 0; round < 6; round++) {
      nanos += Duration.ofSeconds(2).toNanos();
      for (var instance : instances) {
        instance.views().jobs().stream()
            .filter(job -> !job.name().equals("views-clean"))
            .forEach(job -> job.work().run());
      }
    }
  }

  private void checkBooks(long missing) {
    wallClock = wallClock.plus(BEYOND_ALL_STEPS);
    instances.forEach(instance -> instance.run("views-heartbeat"));
    var reconciliation = instances.get(0).views().reconcile();
    assertThat(reconciliation.balanced()).as("%s", reconciliation).isTrue();
    assertThat(reconciliation.unsent()).as("%s", reconciliation).isZero();
    assertThat(reconciliation.counted())
        .as("%s", reconciliation)
        .isEqualTo(reconciliation.applied());
    assertThat(reconciliation.applied())
        .as("%s", reconciliation)
        .isEqualTo(truth.counted() - missing);
    if (timesLedgerBack < 2) {
      assertThat(reconciliation.lost())
          .as("more is told as lost than is: %s", reconciliation)
          .isLessThanOrEqualTo(missing);
    }
  }

  private SimulatedInstance start() {
    var settings =
        new ViewCounterSettings(
            Duration.ofMinutes(5),
            () -> new WriterId(new UUID(random.nextLong(), random.nextLong())),
            this::now,
            this::tick,
            span -> nanos += span.toNanos());
    var views =
        new ViewCounter(
            history.told(ViewStaging.class, staging),
            history.told(ViewLedger.class, ledger),
            new InMemoryFlushLog(),
            settings);
    var instance = new SimulatedInstance[1];
    instance[0] =
        new SimulatedInstance(
            ++started, views, () -> look(instance[0]), () -> reconcile(instance[0]));
    return instance[0];
  }

  private void turn(SteppedThread strand, int calls) {
    running = strand;
    history.turnOf(strand);
    try {
      strand.resume(calls);
    } finally {
      running = null;
    }
  }

  private void beforeEachCall() {
    if (running != null) {
      running.pause();
    }
  }

  private void weather(FaultRates now) {
    toStaging.weather(now);
    toLedger.weather(now);
  }

  /** Records where this account's views are. */
  void follow(UUID id) {
    history.follow(
        () ->
            "%d of %d in the ledger, %d staged"
                .formatted(persisted(id), truth.counted(id), staged(id)));
  }

  /** The account that was checked last; after a violation, the one to trace. */
  @Nullable UUID suspect() {
    return truth.suspect();
  }

  private long persisted(UUID id) {
    return ledger.durable().viewsOf(id);
  }

  /** The staged views after the ledger's offsets; none while staging does not join the ledger. */
  private long staged(UUID id) {
    var shard = shards.of(id);
    return staging.holds(shard, ledger.durable().applied(shard), id);
  }

  private long pending(UUID id) {
    return timesBack == 0 ? staged(id) : 0;
  }

  private boolean strikes(double chance) {
    return chance > 0 && random.nextDouble() < chance;
  }

  private long tick() {
    nanos += 100_000;
    return nanos;
  }

  private Instant now() {
    return Instant.EPOCH.plus(wallClock).plusNanos(nanos);
  }
}
