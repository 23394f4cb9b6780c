import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the AOT cache: the service starts on servers that are there for this alone, answers
 * requests, stops, and what Java learned is kept. Arguments: the service's folder, the folder of
 * the libraries that servers are started with, the file to write.
 */
int serversPort = 8181;

int port = 8182;
int rounds = 20;
Map<String, String> admin =
    Map.of("ADMIN_EMAIL", "trainer@example.com", "ADMIN_PASSWORD", "gone with this stage");
HttpClient http = HttpClient.newHttpClient();

void main(String[] args) throws Exception {
  var home = Path.of(args[0]);
  var servers = servers(home, args[1]);
  try {
    awaitReady(servers, serversPort);
    var service = started("service", settings(port), java(home, "-XX:AOTMode=record"));
    awaitReady(service, port);
    ask();
    service.destroy();
    succeeded("service", service);
  } finally {
    servers.destroy();
    servers.waitFor();
  }
  var cache = "-XX:AOTCache=" + Path.of(args[2]).toAbsolutePath();
  succeeded("cache", started("cache", Map.of(), java(home, "-XX:AOTMode=create", cache)));
}

/** A second service, for the sake of the PostgreSQL and the Redis that it brings along. */
Process servers(Path home, String libraries) throws IOException {
  var classes =
      home.resolve("clientele.jar") + ":" + home.resolve("lib/*") + ":" + libraries + "/*";
  return started(
      "servers",
      settings(serversPort),
      List.of("java", "-cp", classes, "io.clientele.bootstrap.launch.Launcher", "--embedded"));
}

/** G1, for it alone can write objects into the cache; every collector reads them. */
List<String> java(Path home, String... options) {
  var command = new ArrayList<>(List.of(home.resolve("jre/bin/java").toString(), "-XX:+UseG1GC"));
  command.addAll(List.of(options));
  command.add("-XX:AOTConfiguration=" + Path.of("recorded").toAbsolutePath());
  command.addAll(List.of("-jar", home.resolve("clientele.jar").toString()));
  return command;
}

/** Keys and addresses are those of the servers, once these are there. */
Map<String, String> settings(int port) throws IOException {
  var ports = Map.of("PORT", "" + port, "MANAGEMENT_PORT", "" + (port + 1000));
  var keys = Path.of(".clientele/keys");
  return Stream.of(admin, ports, Files.exists(keys) ? theirs(keys) : Map.<String, String>of())
      .flatMap(some -> some.entrySet().stream())
      .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
}

Map<String, String> theirs(Path keys) throws IOException {
  var told = Files.readString(Path.of("servers.log"));
  return Stream.concat(
          Files.readAllLines(keys).stream(),
          Stream.of(
              "DATABASE_URL=" + withPassword("postgres", first("postgresql://[^\\s,]+", told)),
              "REDIS_URL=" + withPassword("redis", first("redis://[^\\s,]+", told))))
      .map(line -> line.split("=", 2))
      .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
}

/** The servers print their addresses without passwords, and keep each password in a file. */
String withPassword(String server, String url) throws IOException {
  var password = Files.readString(Path.of(".clientele", server + ".password")).strip();
  return url.replace("@", ":" + password + "@");
}

/** What dashboards and clients do most, so that it is quick from the first on. */
void ask() throws Exception {
  var session =
      send(
          "POST",
          "/v1/sessions",
          "",
          json("email", admin.get("ADMIN_EMAIL"), "password", admin.get("ADMIN_PASSWORD")));
  var token = first("(?<=\"accessToken\":\")[^\"]+", session);
  for (var round = 0; round < rounds; round++) {
    var person = json("name", "Ada Lovelace", "email", "ada" + round + "@example.com");
    var id = first("(?<=\"id\":\")[^\"]+", send("POST", "/v1/accounts", token, person));
    for (var path :
        List.of(
            "/v1/accounts/" + id,
            "/v1/accounts/" + id + "/views",
            "/v1/accounts?limit=20",
            "/health/ready",
            "/")) {
      send("GET", path, token, "");
    }
  }
}

String send(String method, String path, String token, String body) throws Exception {
  var request =
      HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
          .method(method, BodyPublishers.ofString(body))
          .header("Content-Type", "application/json")
          .header("Authorization", "Bearer " + token)
          .build();
  var answer = http.send(request, BodyHandlers.ofString());
  if (answer.statusCode() >= 400) {
    throw new IllegalStateException(request + " was answered with " + answer.statusCode() + logs());
  }
  return answer.body();
}

String json(String... pairs) {
  var quoted = Arrays.stream(pairs).map(text -> '"' + text + '"').toList();
  return "{%s: %s, %s: %s}".formatted(quoted.toArray());
}

/** The first match; nothing else will do. */
String first(String pattern, String text) {
  var found = Pattern.compile(pattern).matcher(text);
  if (!found.find()) {
    throw new IllegalStateException("no " + pattern + " in: " + text);
  }
  return found.group();
}

void awaitReady(Process process, int port) throws Exception {
  var ready =
      HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready")).build();
  var end = Instant.now().plus(Duration.ofMinutes(3));
  while (Instant.now().isBefore(end) && !process.waitFor(200, TimeUnit.MILLISECONDS)) {
    try {
      if (http.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
        return;
      }
    } catch (ConnectException notYet) {
      // It listens a moment later.
    }
  }
  throw new IllegalStateException("nothing got ready on port " + port + logs());
}

void succeeded(String name, Process process) throws Exception {
  if (process.waitFor() != 0) {
    throw new IllegalStateException(name + " ended with " + process.exitValue() + logs());
  }
}

String logs() throws IOException {
  var all = new StringBuilder();
  for (var name : List.of("servers.log", "service.log", "cache.log")) {
    all.append(Files.exists(Path.of(name)) ? "\n" + Files.readString(Path.of(name)) : "");
  }
  return all.toString();
}

Process started(String name, Map<String, String> variables, List<String> command)
    throws IOException {
  var builder =
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(Path.of(name + ".log").toFile());
  builder.environment().putAll(variables);
  return builder.start();
}
