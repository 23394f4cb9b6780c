package io.clientele.bootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the composition to its rules: which container has which secret, and what an edge logs. */
class ComposeFileTest {
  private static final Path IMAGE = Path.of("image");

  /** A container, and the block that all services of ours share. */
  private static final Pattern PART = Pattern.compile("(?:x-| {2})([a-z0-9-]+):(?: &\\w+)?");

  private static final Pattern SECRET = Pattern.compile("/in/(\\S+):/run/secrets/(\\S+):ro$");
  private static final Pattern LOG_FORMAT = Pattern.compile("(?s)log_format [^;]*;");
  private static final Pattern LOGGED = Pattern.compile("\\$(\\w+)");
  private static final Pattern ERROR_LOG = Pattern.compile("error_log \\S+ (\\w+);");

  @Test
  void eachContainerHasItsOwnSecretsOnly() throws IOException {
    var compose = Files.readString(IMAGE.resolve("compose.yaml"));
    var secrets = new TreeMap<String, TreeSet<String>>();
    var part = "";
    var inServices = false;
    for (var line : compose.lines().toList()) {
      inServices |= line.equals("services:");
      var name = PART.matcher(line);
      if (name.matches() && line.startsWith(inServices ? "  " : "x-")) {
        part = name.group(1);
      }
      var secret = SECRET.matcher(line);
      if (secret.find()) {
        assertThat(secret.group(1)).isEqualTo(secret.group(2));
        secrets.computeIfAbsent(part, any -> new TreeSet<>()).add(secret.group(1));
      }
    }

    assertThat(secrets)
        .isEqualTo(
            Map.of(
                "postgres", of("POSTGRES_PASSWORD"),
                "migration", of("DATABASE_URL", "MIGRATION_URL"),
                "service",
                    of("ADMIN_PASSWORD", "DATABASE_URL", "DATA_KEYS", "REDIS_URL", "TOKEN_KEYS"),
                "redis", of("redis.conf"),
                "edge", of("edge.crt", "edge.key")));
    assertThat(compose).doesNotContain("/in:").doesNotContain("/run/secrets:ro");
    assertThat(compose.split("/run/secrets/\\S+:ro", -1)).hasSize(1 + 11);
  }

  @Test
  void theServiceIsNeitherOwnerNorSuperuser() throws IOException {
    var compose = Files.readString(IMAGE.resolve("compose.yaml"));
    var script = Files.readString(IMAGE.resolve("secrets"));

    assertThat(compose).contains("POSTGRES_USER: clientele_owner\n");
    assertThat(script)
        .contains("'postgresql://clientele_owner:%s@postgres:5432/clientele' \"$owner\"")
        .contains("'postgresql://clientele:%s@postgres:5432/clientele' \"$password\"")
        .contains("printf %s \"$owner\" >\"$made/POSTGRES_PASSWORD\"");
  }

  /** The request line, its query string, cookies and referrers hold e-mails and tokens. */
  @Test
  void noEdgeLogsQueryStringsOrCookies() throws IOException {
    var common = Files.readString(IMAGE.resolve("nginx/common.conf"));
    var formats = LOG_FORMAT.matcher(common).results().map(MatchResult::group).toList();

    assertThat(formats).hasSize(1);
    assertThat(LOGGED.matcher(formats.getFirst()).results().map(found -> found.group(1)))
        .containsExactlyInAnyOrder(
            "time_iso8601",
            "request_method",
            "uri",
            "status",
            "request_time",
            "upstream_addr",
            "upstream_http_x_request_id");
    for (var name : List.of("edge.conf", "router.conf", "common.conf", "problems.conf")) {
      var conf = Files.readString(IMAGE.resolve("nginx").resolve(name));
      assertThat(ERROR_LOG.matcher(conf).results().map(found -> found.group(1)))
          .as(name)
          .allMatch("emerg"::equals);
      assertThat(conf.lines().filter(line -> line.contains("access_log ")))
          .allMatch(line -> line.matches("\\s*access_log (off|/dev/stdout line);"));
    }
  }

  private static TreeSet<String> of(String... names) {
    return new TreeSet<>(List.of(names));
  }
}
