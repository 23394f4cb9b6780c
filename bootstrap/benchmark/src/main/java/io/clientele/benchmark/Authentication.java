package io.clientele.benchmark;

import io.clientele.bootstrap.ServeMeasured;
import java.io.IOException;

/** Measures the cost of authentication: the service beside one that lets everyone in. */
final class Authentication {
  private Authentication() {}

  static Table measure(BenchmarkServers servers) throws Exception {
    try (var asDelivered = served(servers, "as delivered");
        var open = served(servers, ServeMeasured.OPEN)) {
      var measured = SideBySide.measure(asDelivered, open);
      return new Table("access")
          .add("CPU of the service for a read, bearer known", " µs", "", measured.ones())
          .add("… everyone let in", " µs", "", measured.others())
          .add("bearer known / everyone let in", "", "", measured.ratios())
          .add("failed", "", "0", measured.failed());
    }
  }

  private static ServiceProcess served(BenchmarkServers servers, String who) throws Exception {
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
}
