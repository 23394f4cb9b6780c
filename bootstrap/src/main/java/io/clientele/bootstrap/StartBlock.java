package io.clientele.bootstrap;

import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.embedded.EmbeddedServers;

/** What a person at a terminal wants to know once the service runs. */
record StartBlock(String version, Config config, int port, EmbeddedServers servers) {
  String address() {
    return "http://" + config.http().bind() + ":" + port;
  }

  @Override
  public String toString() {
    return """

    Clientele %1$s is ready, on servers of its own

      API      %2$s
      Metrics  http://%3$s:%4$d/metrics
      Data     %5$s
               %6$s
               %7$s
      Stop     Ctrl-C; the data stay

      Try      curl -i %2$s/v1/accounts -H 'Content-Type: application/json' \\
                 -d '{"name": "Ada Lovelace", "email": "ada@example.com"}'
               curl '%2$s/v1/accounts?include=views'
    """
        .formatted(
            version,
            address(),
            config.http().bind(),
            config.managementPort(),
            servers.folder(),
            servers.databaseUrl(),
            config.redis().isPresent()
                ? servers.redisUrl()
                : "no Redis, as none starts here: views are counted without it, straight into"
                    + " PostgreSQL");
  }
}
