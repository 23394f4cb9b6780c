package io.clientele.bootstrap.config;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL URL in either spelling, taken apart so that no credential stays in it. Prints
 * without them.
 *
 * @param hosts as written, with ports where given: several are a primary and its standbys
 */
record DatabaseUrl(
    String hosts, String database, String user, String password, Map<String, String> parameters) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^:/?#]*)(?::(?<password>[^/?#]*))?@)?(?<hosts>[^/?#@]+)"
              + "/(?<database>[^/?#]+)(?:\\?(?<query>[^#]*))?");
  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::(?<port>[0-9]{1,5}))?");

  static DatabaseUrl parse(String url) {
    var matcher = SHAPE.matcher(url);
    if (!matcher.matches()) {
      throw new InvalidSetting("must look like postgresql://user:password@host:port/database");
    }
    var hosts = matcher.group("hosts");
    List.of(hosts.split(",", -1)).forEach(DatabaseUrl::demandHost);
    var parameters = parameters(Optional.ofNullable(matcher.group("query")).orElse(""));
    var user = credential(matcher.group("user"), parameters.remove("user"));
    var password = credential(matcher.group("password"), parameters.remove("password"));
    if (user.isEmpty()) {
      throw new InvalidSetting("must name a user");
    }
    return new DatabaseUrl(
        hosts, decoded(matcher.group("database")), user, password, Map.copyOf(parameters));
  }

  /** Returns the URL for the JDBC driver. */
  String jdbcUrl() {
    return parameters.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
        .collect(
            Collectors.joining(
                "&",
                "jdbc:postgresql://"
                    + hosts
                    + "/"
                    + encoded(database)
                    + (parameters.isEmpty() ? "" : "?"),
                ""));
  }

  @Override
  public String toString() {
    return "postgresql://***:***@" + hosts + "/" + database;
  }

  private static void demandHost(String host) {
    var matcher = HOST.matcher(host);
    if (!matcher.matches()) {
      throw new InvalidSetting("must name host or host:port, separated by commas");
    }
    var port = Optional.ofNullable(matcher.group("port")).map(Integer::parseInt).orElse(5432);
    if (port < 1 || port > 65_535) {
      throw new InvalidSetting("has a port that is not 1 to 65535");
    }
  }

  private static Map<String, String> parameters(String query) {
    var parameters = new LinkedHashMap<String, String>();
    for (var pair : query.split("&", -1)) {
      var parts = pair.split("=", 2);
      if (parts.length == 2 && !parts[0].isEmpty()) {
        parameters.put(decoded(parts[0]), decoded(parts[1]));
      } else if (!query.isEmpty()) {
        throw new InvalidSetting("has a parameter that is not name=value");
      }
    }
    return parameters;
  }

  private static String credential(@Nullable String written, @Nullable String parameter) {
    return written != null ? decoded(written) : parameter != null ? parameter : "";
  }

  /** Percent-decoded; a plus stays a plus, unlike in forms. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new InvalidSetting("has a % that starts no percent-encoding: write it as %25");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
