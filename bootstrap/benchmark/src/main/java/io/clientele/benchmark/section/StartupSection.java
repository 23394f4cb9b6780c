package io.clientele.benchmark.section;

import io.clientele.benchmark.load.ReadConnection;
import io.clientele.benchmark.report.FigureTable;
import io.clientele.benchmark.report.MachineUsage;
import io.clientele.benchmark.server.BenchmarkFolders;
import io.clientele.benchmark.server.BenchmarkServers;
import io.clientele.benchmark.server.MeasuredService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the start of a process to its first 200. */
public final class StartupSection {
  private static final int RUNS = Integer.getInteger("runs", 5);
  private static final String LIST = "GET /v1/accounts?limit=1";

  private StartupSection() {}

  public static FigureTable measure(BenchmarkServers servers) throws Exception {
    var onServers = new ArrayList<Double>();
    var cpu = new ArrayList<Double>();
    for (var i = 0; i < RUNS; i++) {
      try (var service = servers.service()) {
        onServers.add(service.secondsUntil(200, ReadConnection.request(1)));
        cpu.add(MachineUsage.cpuSeconds(service.handle()));
      }
    }
    var folder = Files.createTempDirectory(servers.place().work(), "embedded");
    var cold = embedded(servers.place(), folder);
    var warm = new ArrayList<Double>();
    for (var i = 0; i < RUNS; i++) {
      warm.add(embedded(servers.place(), folder));
    }
    var table = new FigureTable("starts");
    table.add("first 200 on servers that run", " s", "< 2", onServers);
    table.add("… CPU s of the service until then", "", "", cpu);
    table.add("first 200 on embedded servers, for the first time", " s", "", List.of(cold));
    table.add("first 200 on embedded servers, warm", " s", "< 10", warm);
    return table;
  }

  private static double embedded(BenchmarkFolders place, Path folder) throws Exception {
    Map<String, String> variables = MeasuredService.ports();
    try (var service = MeasuredService.start(place, variables, folder, "--embedded")) {
      return service.secondsUntil(200, LIST);
    }
  }
}
