package io.clientele.benchmark.section;

import com.sun.net.httpserver.HttpServer;
import io.clientele.benchmark.load.LoadConnection;
import io.clientele.benchmark.load.PairedComparison;
import io.clientele.benchmark.report.FigureTable;
import io.clientele.benchmark.server.BenchmarkServers;
import io.clientele.benchmark.server.MeasuredService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/**
 * What it costs to tell: the service that measures everything, and traces one request in a hundred
 * to a receiver, beside the same one whose telemetry is switched off.
 */
public final class TelemetrySection {
  private static final String GOAL = "≤ 1.05";

  private TelemetrySection() {}

  public static FigureTable measure(BenchmarkServers servers) throws Exception {
    var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        http -> {
          try (http) {
            http.getRequestBody().readAllBytes();
            http.sendResponseHeaders(200, -1);
          }
        });
    receiver.start();
    var endpoint = "http://127.0.0.1:" + receiver.getAddress().getPort();
    try (var on = served(servers, "telling", Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint));
        var off = served(servers, "silent", Map.of("OTEL_SDK_DISABLED", "true"))) {
      var measured = PairedComparison.measure(on, off);
      return new FigureTable("telemetry")
          .add("CPU of the service for a read, telemetry on", " µs", "", measured.ones())
          .add("… switched off", " µs", "", measured.others())
          .add("on / off", "", GOAL, measured.ratios())
          .add("failed", "", "0", measured.failed());
    } finally {
      receiver.stop(0);
    }
  }

  private static MeasuredService served(
      BenchmarkServers servers, String name, Map<String, String> more) throws Exception {
    var variables = MeasuredService.variables(servers.postgres().url(), servers.redis().url());
    variables.putAll(more);
    var service = MeasuredService.startMeasured(servers.place(), variables, name);
    try {
      service.secondsUntil(200, LoadConnection.request(1));
      return service;
    } catch (IOException | InterruptedException notStarted) {
      service.close();
      throw notStarted;
    }
  }
}
