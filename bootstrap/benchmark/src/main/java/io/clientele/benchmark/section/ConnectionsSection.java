package io.clientele.benchmark.section;

import io.clientele.benchmark.load.ClosedLoopDriver;
import io.clientele.benchmark.load.LoadConnection;
import io.clientele.benchmark.report.FigureTable;
import io.clientele.benchmark.report.MachineUsage;
import io.clientele.benchmark.server.BenchmarkServers;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A thousand connections, and 100,000 accounts whose views wait: all that has to fit into the heap
 * of 256 MiB.
 */
public final class ConnectionsSection {
  private static final int CONNECTIONS = 1_000;
  private static final int ACCOUNTS = 100_000;
  private static final int WARM_UP = 20_000;
  private static final int ROUNDS = 5;
  private static final String FLUSH = "POST /v1/view-flushes";

  private ConnectionsSection() {}

  public static FigureTable measure(BenchmarkServers servers) throws Exception {
    try (var service = servers.service()) {
      service.secondsUntil(200, LoadConnection.request(1));
      ClosedLoopDriver.run(service.port(), CONNECTIONS, upTo(WARM_UP)::next);
      service.answer(FLUSH);
      var before = servers.postgres().number("SELECT sum(views) FROM view_shard");
      var failed = 0;
      var answered = 0;
      var slowest = 0d;
      var perSecond = 0d;
      for (var round = 0; round < ROUNDS; round++) {
        var load = ClosedLoopDriver.run(service.port(), CONNECTIONS, upTo(ACCOUNTS)::next);
        failed += load.failed();
        answered += load.answered();
        slowest = Math.max(slowest, load.slowest());
        perSecond = load.perSecond();
      }
      var flushed = service.answer(FLUSH);
      var counted = servers.postgres().number("SELECT sum(views) FROM view_shard") - before;
      var table = new FigureTable("crowd");
      table.add("connections at once", "", "1,000", CONNECTIONS);
      table.add("accounts whose views wait for a flush", "", "100,000", ACCOUNTS);
      table.add("requests answered", "", "", answered);
      table.add("requests failed", "", "0", failed);
      table.add("reads a second, last round", "", "", perSecond);
      table.add("slowest request", " ms", "", slowest);
      table.add(
          "peak memory of the process", " MiB", "", MachineUsage.peakMebibytes(service.handle()));
      table.row("flush then answers", flushed.lines().findFirst().orElse("nothing"), "200", "");
      table.add("views in PostgreSQL / requests answered", "", "1", counted / answered);
      var isWell = service.isAlive() && !service.output().contains("OutOfMemoryError");
      table.row("the process lives, and never ran out of heap", "" + isWell, "true", "");
      return table;
    }
  }

  private static Count upTo(int end) {
    return new Count(new AtomicInteger(), end);
  }

  /** Each account once. */
  private record Count(AtomicInteger done, int end) {
    int next() {
      var next = done.getAndIncrement();
      return next < end ? next : ClosedLoopDriver.NO_MORE;
    }
  }
}
