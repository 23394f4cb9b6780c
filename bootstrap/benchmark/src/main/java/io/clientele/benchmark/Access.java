package io.clientele.benchmark;

import io.clientele.benchmark.Main.Servers;
import io.clientele.bootstrap.ServeMeasured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** What it costs to know who reads: the service beside the same one that lets everyone in. */
final class Access {
  private static final int CONNECTIONS = Integer.getInteger("connections", 16);
  private static final int WARM_UP_SECONDS = Integer.getInteger("warmup", 30);
  private static final int RUN_SECONDS = Integer.getInteger("seconds", 10);
  private static final int RUNS = Integer.getInteger("runs", 5);

  /** Who is let in is asked before anything is read: what a read costs beyond is the same. */
  private static final int ACCOUNTS = Math.min(1_000, Postgres.ACCOUNTS);

  private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
  private int failed;

  private Access() {}

  static Table measure(Servers servers) throws Exception {
    try (var asDelivered = served(servers, "as delivered");
        var open = served(servers, ServeMeasured.OPEN)) {
      return new Access().compared(asDelivered, open);
    }
  }

  private static ServiceProcess served(Servers servers, String who) throws Exception {
    var variables = ServiceProcess.variables(servers.postgres().url(), servers.redis().url());
    var service = ServiceProcess.startMeasured(servers.place(), variables, who);
    try {
      service.secondsUntil(200, Caller.request(1));
      return service;
    } catch (IOException | InterruptedException notStarted) {
      service.close();
      throw notStarted;
    }
  }

  private Table compared(ServiceProcess asDelivered, ServiceProcess open) throws IOException {
    micros(asDelivered, WARM_UP_SECONDS);
    micros(open, WARM_UP_SECONDS);
    failed = 0;
    var known = new ArrayList<Double>();
    var anyone = new ArrayList<Double>();
    var ratios = new ArrayList<Double>();
    for (var run = 0; run < RUNS; run++) {
      var isFirst = run % 2 == 0;
      var first = micros(isFirst ? asDelivered : open, RUN_SECONDS);
      var second = micros(isFirst ? open : asDelivered, RUN_SECONDS);
      known.add(isFirst ? first : second);
      anyone.add(isFirst ? second : first);
      ratios.add(known.getLast() / anyone.getLast());
    }
    return table(known, anyone, ratios);
  }

  private Table table(List<Double> known, List<Double> anyone, List<Double> ratios) {
    return new Table("access")
        .add("CPU of the service for a read, bearer known", " µs", "", known)
        .add("… everyone let in", " µs", "", anyone)
        .add("bearer known / everyone let in", "", "", ratios)
        .add("failed", "", "0", failed);
  }

  /** CPU of this service for each answer. */
  private double micros(ServiceProcess service, int seconds) throws IOException {
    var ends = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    var before = Machine.cpuSeconds(service.handle());
    var load =
        Load.run(
            service.port(),
            CONNECTIONS,
            () -> System.nanoTime() < ends ? random.nextInt(ACCOUNTS) : Load.NO_MORE);
    failed += load.failed();
    return (Machine.cpuSeconds(service.handle()) - before) * 1e6 / load.answered();
  }
}
