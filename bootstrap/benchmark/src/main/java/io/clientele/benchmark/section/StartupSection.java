package io.clientele.benchmark.section;

import io.clientele.benchmark.load.LoadConnection;
import io.clientele.benchmark.report.FigureTable;
import io.clientele.benchmark.report.MachineUsage;
import io.clientele.benchmark.server.AotCache;
import io.clientele.benchmark.server.BenchmarkFolders;
import io.clientele.benchmark.server.BenchmarkServers;
import io.clientele.benchmark.server.LateAddress;
import io.clientele.benchmark.server.MeasuredService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From the start of a process to its first 200. */
public final class StartupSection {
  private static final int RUNS = Integer.getInteger("runs", 5);
  private static final String LIST = "GET /v1/accounts?limit=1";

  private StartupSection() {}

  public static FigureTable measure(BenchmarkServers servers) throws Exception {
    var plain = starts(servers, List.of());
    var trained = starts(servers, AotCache.train(servers));
    var folder = Files.createTempDirectory(servers.place().work(), "embedded");
    var cold = embedded(servers.place(), folder);
    var warm = new ArrayList<Double>();
    for (var i = 0; i < RUNS; i++) {
      warm.add(embedded(servers.place(), folder));
    }
    var late = new ArrayList<Double>();
    for (var i = 0; i < RUNS; i++) {
      late.add(afterPostgres(servers));
    }
    var table = new FigureTable("starts");
    table.add("first 200 on servers that run", " s", "< 2", plain.seconds());
    table.add("… CPU s of the service until then", "", "", plain.cpuSeconds());
    table.add("… with an AOT cache, as in the image", " s", "< 1", trained.seconds());
    table.add("… CPU s of the service until then", "", "", trained.cpuSeconds());
    table.add("ready after PostgreSQL's start, without Redis", " s", "≤ 5", late);
    table.add("first 200 on embedded servers, for the first time", " s", "", List.of(cold));
    table.add("first 200 on embedded servers, warm", " s", "< 10", warm);
    return table;
  }

  /** Starts on servers that run. */
  private record Starts(List<Double> seconds, List<Double> cpuSeconds) {}

  private static Starts starts(BenchmarkServers servers, List<String> options) throws Exception {
    var seconds = new ArrayList<Double>();
    var cpu = new ArrayList<Double>();
    for (var i = 0; i < RUNS; i++) {
      try (var service = servers.serviceWith(options)) {
        seconds.add(service.secondsUntil(200, LoadConnection.request(1)));
        cpu.add(MachineUsage.cpuSeconds(service.handle()));
      }
    }
    return new Starts(seconds, cpu);
  }

  /**
   * The service begins while nothing listens at its database's address, and has no Redis. When its
   * pause between tries has grown to its bound, the address begins to lead to PostgreSQL.
   */
  private static double afterPostgres(BenchmarkServers servers) throws Exception {
    try (var address = new LateAddress(servers.postgres().url())) {
      var variables = new HashMap<>(MeasuredService.variables(address.url(), "none"));
      try (var service = servers.service(variables)) {
        while (!service.output().contains("next attempt in 500 ms")) {
          Thread.sleep(10);
        }
        address.open();
        var began = System.nanoTime();
        service.secondsUntil(200, "GET /health/ready");
        return (System.nanoTime() - began) / 1e9;
      }
    }
  }

  private static double embedded(BenchmarkFolders place, Path folder) throws Exception {
    Map<String, String> variables = MeasuredService.ports();
    try (var service = MeasuredService.start(place, variables, folder, "--embedded")) {
      return service.secondsUntil(200, LIST);
    }
  }
}
