package io.clientele.benchmark.section;

import io.clientele.benchmark.load.LoadConnection;
import io.clientele.benchmark.load.PairedComparison;
import io.clientele.benchmark.report.FigureTable;
import io.clientele.benchmark.server.BenchmarkServers;
import io.clientele.benchmark.server.MeasuredService;
import io.clientele.bootstrap.MeasuredServiceMain;
import java.io.IOException;

/** Measures the cost of authentication: the service beside one that lets everyone in. */
public final class AuthenticationSection {
  private AuthenticationSection() {}

  public static FigureTable measure(BenchmarkServers servers) throws Exception {
    try (var asDelivered = served(servers, "as delivered");
        var open = served(servers, MeasuredServiceMain.OPEN)) {
      var measured = PairedComparison.measure(asDelivered, open);
      return new FigureTable("access")
          .add("CPU of the service for a read, bearer known", " µs", "", measured.ones())
          .add("… every request accepted", " µs", "", measured.others())
          .add("bearer known / every request accepted", "", "", measured.ratios())
          .add("failed", "", "0", measured.failed());
    }
  }

  private static MeasuredService served(BenchmarkServers servers, String who) throws Exception {
    var variables = MeasuredService.variables(servers.postgres().url(), servers.redis().url());
    var service = MeasuredService.startMeasured(servers.place(), variables, who);
    try {
      service.secondsUntil(200, LoadConnection.request(1));
      return service;
    } catch (IOException | InterruptedException notStarted) {
      service.close();
      throw notStarted;
    }
  }
}
