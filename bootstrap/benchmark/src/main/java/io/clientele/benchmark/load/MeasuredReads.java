package io.clientele.benchmark.load;

import io.clientele.benchmark.report.MachineUsage;
import io.clientele.benchmark.server.BenchmarkServers;
import io.clientele.benchmark.server.MeasuredService;
import io.clientele.benchmark.server.SeededPostgres;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;

/** Reads of accounts in a closed loop, with the CPU seconds of each process. */
public final class MeasuredReads {
  private MeasuredReads() {}

  /** One run, with the CPU seconds of each process. */
  public record Run(
      ClosedLoopDriver.Result load, double service, double postgres, double redis, double driver) {
    public double perTenThousand(double seconds) {
      return seconds * 10_000 / load.answered();
    }

    /** CPU seconds of all servers for 10,000 reads. */
    public double servers() {
      return perTenThousand(service + postgres + redis);
    }
  }

  /** Reads accounts of this service for so many seconds. */
  public static Run run(
      BenchmarkServers servers,
      MeasuredService service,
      int connections,
      int seconds,
      IntSupplier accounts)
      throws IOException {
    var ends = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    var before = cpu(servers, service);
    var load =
        ClosedLoopDriver.run(
            service.port(),
            connections,
            () -> System.nanoTime() - ends < 0 ? accounts.getAsInt() : ClosedLoopDriver.NO_MORE);
    var after = cpu(servers, service);
    return new Run(
        load,
        after[0] - before[0],
        after[1] - before[1],
        after[2] - before[2],
        after[3] - before[3]);
  }

  /** Any account. */
  public static int anyone(RandomGenerator random) {
    return random.nextInt(SeededPostgres.ACCOUNTS);
  }

  /** One account nine times of ten, else any. */
  public static int oneMostly(RandomGenerator random) {
    return random.nextInt(10) == 0 ? anyone(random) : SeededPostgres.ACCOUNTS / 2;
  }

  private static double[] cpu(BenchmarkServers servers, MeasuredService service)
      throws IOException {
    return new double[] {
      MachineUsage.cpuSeconds(service.handle()),
      MachineUsage.cpuSeconds(servers.postgres().process()),
      MachineUsage.cpuSeconds(servers.redis().process()),
      MachineUsage.ownCpuSeconds()
    };
  }
}
