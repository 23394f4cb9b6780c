package io.clientele.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the start of a process to its first 200. */
final class Starts {
  private static final int RUNS = Integer.getInteger("runs", 5);
  private static final String LIST = "GET /v1/accounts?limit=1";

  private Starts() {}

  static Table measure(BenchmarkServers servers) throws Exception {
    var onServers = new ArrayList<Double>();
    var cpu = new ArrayList<Double>();
    for (var i = 0; i < RUNS; i++) {
      try (var service = servers.service()) {
        onServers.add(service.secondsUntil(200, Caller.request(1)));
        cpu.add(Machine.cpuSeconds(service.handle()));
      }
    }
    var folder = Files.createTempDirectory(servers.place().work(), "embedded");
    var cold = embedded(servers.place(), folder);
    var warm = new ArrayList<Double>();
    for (var i = 0; i < RUNS; i++) {
      warm.add(embedded(servers.place(), folder));
    }
    var table = new Table("starts");
    table.add("first 200 on servers that run", " s", "< 2", onServers);
    table.add("… CPU s of the service until then", "", "", cpu);
    table.add("first 200 on embedded servers, for the first time", " s", "", List.of(cold));
    table.add("first 200 on embedded servers, warm", " s", "< 10", warm);
    return table;
  }

  private static double embedded(Place place, Path folder) throws Exception {
    Map<String, String> variables = ServiceProcess.ports();
    try (var service = ServiceProcess.start(place, variables, folder, "--embedded")) {
      return service.secondsUntil(200, LIST);
    }
  }
}
