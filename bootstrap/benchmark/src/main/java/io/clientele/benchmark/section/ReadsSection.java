package io.clientele.benchmark.section;

import io.clientele.benchmark.load.LoadConnection;
import io.clientele.benchmark.load.MeasuredReads;
import io.clientele.benchmark.load.MeasuredReads.Run;
import io.clientele.benchmark.report.FigureTable;
import io.clientele.benchmark.report.MachineUsage;
import io.clientele.benchmark.server.BenchmarkServers;
import io.clientele.benchmark.server.MeasuredService;
import io.clientele.benchmark.server.Pgbench;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** {@code GET /v1/accounts/{id}} and pgbench, in turn, on the same server and rows. */
public final class ReadsSection {
  /** A flush comes early when too much waits: it is measured apart, so none may fall into a run. */
  private static final String FLUSH = "POST /v1/view-flushes";

  private static final int CONNECTIONS = Integer.getInteger("connections", 64);
  private static final int WARM_UP_SECONDS = Integer.getInteger("warmup", 30);
  private static final int RUN_SECONDS = Integer.getInteger("seconds", 10);
  private static final int RUNS = Integer.getInteger("runs", 5);

  private final BenchmarkServers servers;
  private final MeasuredService service;
  private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

  private ReadsSection(BenchmarkServers servers, MeasuredService service) {
    this.servers = servers;
    this.service = service;
  }

  public static FigureTable measure(BenchmarkServers servers) throws Exception {
    var pgbench = Pgbench.on(servers.postgres(), servers.place().work());
    try (var service = servers.service()) {
      service.secondsUntil(200, LoadConnection.request(1));
      var reads = new ReadsSection(servers, service);
      reads.run(reads::anyone, WARM_UP_SECONDS);
      reads.run(reads::oneMostly, WARM_UP_SECONDS / 3);
      pgbench.run(3);
      servers.postgres().settle();
      var uniform = new ArrayList<Run>();
      var bare = new ArrayList<Double>();
      var bareCpu = new ArrayList<Double>();
      var hot = new ArrayList<Run>();
      for (var i = 0; i < RUNS; i++) {
        service.answer(FLUSH);
        uniform.add(reads.run(reads::anyone, RUN_SECONDS));
        var cpu = reads.postgresCpu();
        bare.add(pgbench.run(RUN_SECONDS));
        servers.postgres().settle();
        bareCpu.add((reads.postgresCpu() - cpu) * 10_000 / (bare.getLast() * RUN_SECONDS));
        hot.add(reads.run(reads::oneMostly, RUN_SECONDS));
        told(uniform.getLast(), bare.getLast(), hot.getLast());
      }
      return table(uniform, hot, bare, bareCpu);
    }
  }

  private static FigureTable table(
      List<Run> uniform, List<Run> hot, List<Double> bare, List<Double> bareCpu) {
    var table = new FigureTable("reads");
    var rate = each(uniform, run -> run.load().perSecond());
    var hotRate = each(hot, run -> run.load().perSecond());
    table.add("reads a second", "", "", rate);
    table.add("pgbench, selects a second", "", "", bare);
    table.add("reads / pgbench", "", "≥ 0.55", FigureTable.median(rate) / FigureTable.median(bare));
    table.add("p50", " ms", "", each(uniform, run -> run.load().p50()));
    table.add("p99", " ms", "", each(uniform, run -> run.load().p99()));
    table.add("CPU s of all servers for 10,000 reads", "", "≤ 1.2", each(uniform, Run::servers));
    table.add("… the service", "", "", each(uniform, run -> run.perTenThousand(run.service())));
    table.add("… PostgreSQL", "", "", each(uniform, run -> run.perTenThousand(run.postgres())));
    table.add("… Redis", "", "", each(uniform, run -> run.perTenThousand(run.redis())));
    table.add("driver, beside", "", "", each(uniform, run -> run.perTenThousand(run.driver())));
    table.add("PostgreSQL for 10,000 selects of pgbench", "", "", bareCpu);
    table.add("one account has 90 %: reads a second", "", "", hotRate);
    table.add("… / any account", "", "≥ 1", FigureTable.median(hotRate) / FigureTable.median(rate));
    table.add("… p50", " ms", "", each(hot, run -> run.load().p50()));
    table.add("… p99", " ms", "", each(hot, run -> run.load().p99()));
    table.add("… CPU s of all servers for 10,000", "", "≤ 1.2", each(hot, Run::servers));
    table.add("failed", "", "0", failed(uniform) + failed(hot));
    return table;
  }

  private static double failed(List<Run> runs) {
    return runs.stream().mapToInt(run -> run.load().failed()).sum();
  }

  private static List<Double> each(List<Run> runs, ToDoubleFunction<Run> figure) {
    return runs.stream().mapToDouble(figure).boxed().toList();
  }

  private static void told(Run uniform, double bare, Run hot) {
    System.out.printf(
        "%.0f/s (%.2f CPU s for 10,000), pgbench %.0f/s, hot %.0f/s%n",
        uniform.load().perSecond(), uniform.servers(), bare, hot.load().perSecond());
  }

  private Run run(IntSupplier accounts, int seconds) throws IOException {
    return MeasuredReads.run(servers, service, CONNECTIONS, seconds, accounts);
  }

  private double postgresCpu() throws IOException {
    return MachineUsage.cpuSeconds(servers.postgres().process());
  }

  private int anyone() {
    return MeasuredReads.anyone(random);
  }

  private int oneMostly() {
    return MeasuredReads.oneMostly(random);
  }
}
