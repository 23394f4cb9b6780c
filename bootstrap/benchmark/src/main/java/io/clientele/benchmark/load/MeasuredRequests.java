package io.clientele.benchmark.load;

import io.clientele.benchmark.report.MachineUsage;
import io.clientele.benchmark.server.BenchmarkServers;
import io.clientele.benchmark.server.MeasuredService;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** Requests of any kind in a closed loop, with the CPU seconds of all servers. */
public final class MeasuredRequests {
  private final BenchmarkServers servers;
  private final MeasuredService service;
  private final int connections;

  /** Sends them to this service on so many connections. */
  public MeasuredRequests(BenchmarkServers servers, MeasuredService service, int connections) {
    this.servers = servers;
    this.service = service;
    this.connections = connections;
  }

  /**
   * One run.
   *
   * @param cpuSeconds of all servers
   * @param serviceSeconds of the service alone
   */
  public record Run(ClosedLoopDriver.Result load, double cpuSeconds, double serviceSeconds) {
    public double perSecond() {
      return load.perSecond();
    }

    public double p50() {
      return load.p50();
    }

    public double p99() {
      return load.p99();
    }

    public double cpuForTenThousand() {
      return cpuSeconds * 10_000 / load.answered();
    }

    public double serviceForTenThousand() {
      return serviceSeconds * 10_000 / load.answered();
    }
  }

  /** Sends these requests for a time. */
  public Run run(Supplier<String> requests, Duration duration) throws IOException {
    var before = cpu();
    var serviceBefore = MachineUsage.cpuSeconds(service.handle());
    var load = TimedRequests.closedLoop(service.port(), connections, duration, requests);
    var serviceAfter = MachineUsage.cpuSeconds(service.handle());
    return new Run(load, cpu() - before, serviceAfter - serviceBefore);
  }

  private double cpu() throws IOException {
    return MachineUsage.cpuSeconds(service.handle())
        + MachineUsage.cpuSeconds(servers.postgres().process())
        + MachineUsage.cpuSeconds(servers.redis().process());
  }
}
