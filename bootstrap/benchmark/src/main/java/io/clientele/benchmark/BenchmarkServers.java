package io.clientele.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The PostgreSQL and the Redis that the measured service uses. */
record BenchmarkServers(Place place, Postgres postgres, RedisServer redis) {
  /** Starts the service on them. */
  ServiceProcess service() throws IOException {
    return service(ServiceProcess.variables(postgres.url(), redis.url()));
  }

  /** Starts the service with these settings. */
  ServiceProcess service(Map<String, String> variables) throws IOException {
    return ServiceProcess.start(place, variables, Path.of("."));
  }
}
