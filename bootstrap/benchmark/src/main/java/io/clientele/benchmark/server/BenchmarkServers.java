package io.clientele.benchmark.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The PostgreSQL and the Redis that the measured service uses. */
public record BenchmarkServers(
    BenchmarkFolders place, SeededPostgres postgres, BenchmarkRedis redis) {
  /** Starts the service on them. */
  public MeasuredService service() throws IOException {
    return service(MeasuredService.variables(postgres.url(), redis.url()));
  }

  /** Starts the service with more options of its JVM. */
  public MeasuredService serviceWith(List<String> options) throws IOException {
    var variables = MeasuredService.variables(postgres.url(), redis.url());
    return MeasuredService.start(place, variables, options);
  }

  /** Starts the service with these settings. */
  public MeasuredService service(Map<String, String> variables) throws IOException {
    return MeasuredService.start(place, variables, Path.of("."));
  }
}
