package io.clientele.bootstrap.webhook;

import io.clientele.bootstrap.config.Config;
import io.clientele.cache.RedisConfig;
import io.clientele.persistence.jdbc.DatabaseConfig;
import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import io.lettuce.core.RedisURI;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names and ports of PostgreSQL and Redis, which no webhook may reach. */
final class DatabaseServers {
  private static final int POSTGRES_PORT = 5432;
  private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://(?<hosts>[^/?]+)/.*");
  private static final Pattern HOST =
      Pattern.compile("\\[?(?<name>[^\\[\\],]+?)\\]?(:(?<port>[0-9]{1,5}))?");

  private DatabaseServers() {}

  static List<InetSocketAddress> of(Config config) {
    return Stream.concat(
            postgres(config.database()), config.redis().stream().flatMap(DatabaseServers::redis))
        .toList();
  }

  private static Stream<InetSocketAddress> postgres(DatabaseConfig database) {
    return Stream.of(database.service(), database.owner(), database.replica())
        .filter(Objects::nonNull)
        .map(Login::url)
        .flatMap(DatabaseServers::postgres);
  }

  /** The hosts of a JDBC URL. */
  static Stream<InetSocketAddress> postgres(String url) {
    var hosts = HOSTS.matcher(url);
    return hosts.matches()
        ? Stream.of(hosts.group("hosts").split(",", -1)).map(DatabaseServers::server)
        : Stream.empty();
  }

  private static InetSocketAddress server(String host) {
    var matcher = HOST.matcher(host);
    if (!matcher.matches()) {
      throw new IllegalStateException("the URL of a database was read before");
    }
    var port = matcher.group("port");
    return InetSocketAddress.createUnresolved(
        matcher.group("name"), port == null ? POSTGRES_PORT : Integer.parseInt(port));
  }

  private static Stream<InetSocketAddress> redis(RedisConfig redis) {
    return redis.nodes().stream()
        .flatMap(node -> Stream.concat(Stream.of(node), node.getSentinels().stream()))
        .filter(node -> node.getHost() != null)
        .map(DatabaseServers::server);
  }

  private static InetSocketAddress server(RedisURI node) {
    return InetSocketAddress.createUnresolved(node.getHost(), node.getPort());
  }
}
