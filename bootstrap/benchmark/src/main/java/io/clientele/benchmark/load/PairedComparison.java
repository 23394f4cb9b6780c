package io.clientele.benchmark.load;

import io.clientele.benchmark.report.MachineUsage;
import io.clientele.benchmark.server.MeasuredService;
import io.clientele.benchmark.server.SeededPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** What a read costs two services that differ in one thing, in turn. */
public final class PairedComparison {
  private static final int CONNECTIONS = Integer.getInteger("connections", 16);
  private static final int WARM_UP_SECONDS = Integer.getInteger("warmup", 30);
  private static final int RUN_SECONDS = Integer.getInteger("seconds", 10);
  private static final int RUNS = Integer.getInteger("runs", 5);

  /** Few: what differs is asked before or beside the look-up, which costs both the same. */
  private static final int ACCOUNTS = Math.min(1_000, SeededPostgres.ACCOUNTS);

  private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
  private final List<Double> ones = new ArrayList<>();
  private final List<Double> others = new ArrayList<>();
  private final List<Double> ratios = new ArrayList<>();
  private int failed;

  /** CPU for a read, in microseconds, and the ratio of each two neighbouring runs. */
  public record Measured(List<Double> ones, List<Double> others, List<Double> ratios, int failed) {}

  public static Measured measure(MeasuredService one, MeasuredService other) throws IOException {
    return new PairedComparison().compared(one, other);
  }

  private Measured compared(MeasuredService one, MeasuredService other) throws IOException {
    micros(one, WARM_UP_SECONDS);
    micros(other, WARM_UP_SECONDS);
    failed = 0;
    for (var run = 0; run < RUNS; run++) {
      var isFirst = run % 2 == 0;
      var first = micros(isFirst ? one : other, RUN_SECONDS);
      var second = micros(isFirst ? other : one, RUN_SECONDS);
      ones.add(isFirst ? first : second);
      others.add(isFirst ? second : first);
      ratios.add(ones.getLast() / others.getLast());
    }
    return new Measured(ones, others, ratios, failed);
  }

  /** CPU of this service for each answer. */
  private double micros(MeasuredService service, int seconds) throws IOException {
    var ends = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    var before = MachineUsage.cpuSeconds(service.handle());
    var load =
        ClosedLoopDriver.run(
            service.port(),
            CONNECTIONS,
            () ->
                System.nanoTime() - ends < 0 ? random.nextInt(ACCOUNTS) : ClosedLoopDriver.NO_MORE);
    failed += load.failed();
    return (MachineUsage.cpuSeconds(service.handle()) - before) * 1e6 / load.answered();
  }
}
