package io.clientele.benchmark.section;

import io.clientele.application.views.ViewCounterSettings;
import io.clientele.application.views.counter.ViewCounter;
import io.clientele.benchmark.load.ConcurrentTraffic;
import io.clientele.benchmark.report.FigureTable;
import io.clientele.benchmark.report.MachineUsage;
import io.clientele.benchmark.server.BenchmarkServers;
import io.clientele.benchmark.server.SeededPostgres;
import io.clientele.cache.Redis;
import io.clientele.cache.RedisConfig;
import io.clientele.cache.views.RedisViewStaging;
import io.clientele.domain.views.history.FlushRecord;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.views.JdbcFlushLog;
import io.clientele.persistence.views.JdbcViewLedger;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * A flush of 100,000 accounts that many views were staged for. It runs alone, for its time and its
 * WAL, and in turn beside someone who changes accounts and someone who reads them, for their waits.
 */
public final class FlushSection {
  private static final int DIRTY = Integer.getInteger("dirty", 100_000);
  private static final int RUNS = Integer.getInteger("runs", 5);
  private static final Duration WITHIN = Duration.ofMinutes(2);
  private static final Duration IDLE = Duration.ofSeconds(3);

  /** A thread's part of the memory for counts is bounded, and emptied by this job. */
  private static final int COUNTED_AT_ONCE = 10_000;

  private static final long LOW_HALF = 0x8000L << 48;
  private static final long HIGH_HALF = 0x01930000_0000_7000L;

  private final BenchmarkServers servers;
  private final ViewCounter counter;
  private final Runnable send;
  private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

  private FlushSection(BenchmarkServers servers, ViewCounter counter) {
    this.servers = servers;
    this.counter = counter;
    this.send =
        counter.jobs().stream()
            .filter(job -> job.name().equals("views-send"))
            .findFirst()
            .orElseThrow()
            .work();
  }

  /** One flush. */
  private record Run(
      FlushRecord flush,
      double seconds,
      double cpuSeconds,
      double megabytes,
      double slowestAdd,
      double slowestFlush) {
    double cpuForTenThousand() {
      return cpuSeconds * 10_000 / flush.accounts();
    }

    double perSecond() {
      return flush.accounts() / seconds;
    }
  }

  public static FigureTable measure(BenchmarkServers servers) throws Exception {
    try (var database = new Database(servers.postgres().config());
        var redis = new Redis(RedisConfig.parse(servers.redis().url()))) {
      var counter =
          new ViewCounter(
              new RedisViewStaging(redis, database.id()),
              new JdbcViewLedger(database),
              new JdbcFlushLog(database),
              ViewCounterSettings.of(Duration.ofMinutes(5)));
      var flushes = new FlushSection(servers, counter);
      var first = flushes.run();
      return flushes.table(first);
    }
  }

  private FigureTable table(Run first) throws Exception {
    var alone = new ArrayList<Run>();
    var beside = new ArrayList<Run>();
    var idle = new ArrayList<ConcurrentTraffic.Waits>();
    var waits = new ArrayList<ConcurrentTraffic.Waits>();
    for (var i = 0; i < RUNS; i++) {
      alone.add(run());
      try (var neighbours = ConcurrentTraffic.start(servers.postgres())) {
        Thread.sleep(IDLE);
        idle.add(neighbours.waits());
        beside.add(run(neighbours::waits));
        waits.add(neighbours.waits());
      }
    }
    var all = new ArrayList<>(alone);
    all.addAll(beside);
    all.add(first);
    var table = new FigureTable("flush");
    table.add("first flush of all, JIT cold", " s", "", first.seconds());
    table.add("flush of " + DIRTY + " accounts, alone", " s", "≤ 4", each(alone, Run::seconds));
    table.add("rows a second", "", "", each(alone, Run::perSecond));
    table.add("CPU s of all for 10,000 rows", "", "", each(alone, Run::cpuForTenThousand));
    table.add("WAL right after a CHECKPOINT", " MB", "≤ 100", each(alone, Run::megabytes));
    table.add("sealed batches", "", "", each(alone, run -> run.flush().batches()));
    table.add("slowest Redis command while staging", " ms", "≤ 20", each(all, Run::slowestAdd));
    table.add("slowest Redis command of the flush", " ms", "≤ 20", each(all, Run::slowestFlush));
    table.add("beside business: flush", " s", "≤ 4", each(beside, Run::seconds));
    table.add(
        "… slowest UPDATE of an account", " ms", "≤ 20", each(waits, it -> it.slowestUpdate()));
    table.add("… slowest read of an account", " ms", "≤ 20", each(waits, it -> it.slowestRead()));
    table.add("business without a flush: UPDATE", " ms", "", each(idle, it -> it.slowestUpdate()));
    table.add("… read", " ms", "", each(idle, it -> it.slowestRead()));
    return table;
  }

  private static <T> List<Double> each(List<T> runs, ToDoubleFunction<T> figure) {
    return runs.stream().mapToDouble(figure).boxed().toList();
  }

  private Run run() throws IOException, SQLException {
    return run(() -> {});
  }

  private Run run(Runnable justBefore) throws IOException, SQLException {
    servers.redis().forgetSlow();
    stage();
    var slowestAdd = servers.redis().slowestMillis();
    servers.redis().forgetSlow();
    servers.postgres().run("CHECKPOINT");
    justBefore.run();
    var log = written();
    var cpu = cpu();
    var began = System.nanoTime();
    var flush = counter.flush(WITHIN).orElseThrow();
    var seconds = (System.nanoTime() - began) / 1e9;
    var megabytes = (written() - log) / 1e6;
    var cpuSeconds = cpu() - cpu;
    if (flush.views() != DIRTY) {
      throw new IllegalStateException("staged " + DIRTY + ", flushed " + flush);
    }
    System.out.printf("%s in %.2f s, %.1f MB of WAL%n", flush, seconds, megabytes);
    return new Run(
        flush, seconds, cpuSeconds, megabytes, slowestAdd, servers.redis().slowestMillis());
  }

  /** Each account once: as many rows as there are views. */
  private void stage() {
    var accounts = random.ints(0, SeededPostgres.ACCOUNTS).distinct().limit(DIRTY).toArray();
    for (var i = 0; i < accounts.length; i++) {
      counter.recorder().count(new UUID(HIGH_HALF, LOW_HALF | accounts[i]));
      if (i % COUNTED_AT_ONCE == 0) {
        send.run();
      }
    }
    while (counter.figures().unsent() > 0) {
      send.run();
    }
  }

  /** CPU seconds of the servers and of this process, which runs the flush. */
  private double cpu() throws IOException {
    return MachineUsage.cpuSeconds(servers.postgres().process())
        + MachineUsage.cpuSeconds(servers.redis().process())
        + MachineUsage.ownCpuSeconds();
  }

  private double written() throws SQLException {
    return servers.postgres().number("SELECT pg_current_wal_lsn() - '0/0'::pg_lsn");
  }
}
