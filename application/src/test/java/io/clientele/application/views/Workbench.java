package io.clientele.application.views;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.FlushLog;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Shards;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.ViewLedger;
import io.clientele.domain.views.ViewStaging;
import io.clientele.domain.views.WriterId;
import io.clientele.testkit.InMemoryFlushLog;
import io.clientele.testkit.InMemoryViewLedger;
import io.clientele.testkit.InMemoryViewStaging;
import io.clientele.testkit.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Ports in memory, each with a {@link Tap}, and time that moves only when a test says so. */
final class Workbench {
  /** So near to where nanoseconds overflow that a test of a minute passes it. */
  private static final long BEGINNING = Long.MAX_VALUE - Duration.ofSeconds(20).toNanos();

  final Shards shards;
  final InMemoryViewStaging fast = new InMemoryViewStaging(this::now, this::nanos);
  final InMemoryViewLedger durable;
  final Tap<ViewStaging> staging;
  final Tap<ViewLedger> ledger;
  final InMemoryFlushLog flushes = new InMemoryFlushLog();
  final Sample sample = new Sample(11);
  private volatile long elapsed;
  private volatile Runnable whilePausing = () -> {};

  Workbench(int shardCount) {
    shards = new Shards(shardCount);
    durable = new InMemoryViewLedger(shards, this::now);
    staging = Tap.on(ViewStaging.class, fast);
    ledger = Tap.on(ViewLedger.class, durable);
  }

  Instant now() {
    return Sample.BEGINNING.plusNanos(elapsed);
  }

  long nanos() {
    return BEGINNING + elapsed;
  }

  void pass(Duration span) {
    elapsed += span.toNanos();
  }

  /** From now on every pause runs this, after its time has passed. */
  void whilePausing(Runnable then) {
    whilePausing = then;
  }

  ViewSettings settings() {
    return new ViewSettings(
        Duration.ofMinutes(5), sample::writer, this::now, this::nanos, this::pause);
  }

  ViewCounter counter() {
    return new ViewCounter(staging.port(), ledger.port(), flushes, settings());
  }

  DirectViews direct() {
    return new DirectViews(ledger.port(), flushes, settings());
  }

  List<Lane> lanes() {
    return Lanes.of(staging.port(), ledger.port(), settings()).all();
  }

  /** An account of this shard. */
  AccountId accountOf(Shard shard) {
    var id = sample.id();
    while (!shards.of(id).equals(shard)) {
      id = sample.id();
    }
    return id;
  }

  long persisted(AccountId id) {
    return durable.viewsOf(id);
  }

  List<FlushLog.Entry> logged() {
    return flushes.page(null, 100);
  }

  static void run(Views views, String job) {
    job(views, job).work().run();
  }

  static Job job(Views views, String name) {
    return views.jobs().stream().filter(job -> job.name().equals(name)).findAny().orElseThrow();
  }

  static void count(Views views, AccountId id, int times) {
    for (var i = 0; i < times; i++) {
      views.count(id);
    }
  }

  static LiveTotal live(Views views, AccountId id) {
    return views.live(List.of(id)).values().iterator().next();
  }

  /** One batch of a writer after this mark, all of one account. */
  static ViewBatch batch(WriterId writer, Mark after, AccountId id, long views) {
    var counts = ViewCounts.of(Map.of(id, views));
    return new ViewBatch(writer, after.seq() + 1, after.next(views), counts);
  }

  private void pause(Duration span) {
    pass(span);
    whilePausing.run();
  }
}
