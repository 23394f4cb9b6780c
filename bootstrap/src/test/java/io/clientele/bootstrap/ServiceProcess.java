package io.clientele.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.bootstrap.embedded.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged service in a process of its own. */
final class ServiceProcess implements AutoCloseable {
  private static final Path JAR = Path.of("target", "clientele.jar").toAbsolutePath();

  /**
   * A class-data archive that the first process writes when it stops. Each later start needs less
   * than half of the CPU time.
   */
  private static final Path CLASSES = Path.of("target", "service-tests.jsa").toAbsolutePath();

  static final Map<String, String> KEYS = Keys.fresh();
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient client = HttpClient.newHttpClient();

  /** Who is let in first wherever nobody else is named. */
  static final Map<String, String> ADMIN =
      Map.of("ADMIN_EMAIL", "admin@example.com", "ADMIN_PASSWORD", "correct horse battery");

  /** A process in the background inherits that SIGINT is ignored, and the JVM keeps it so. */
  private static final List<String> INTERRUPTIBLE =
      System.getProperty("os.name").equals("Linux")
          ? List.of("env", "--default-signal=INT")
          : List.of();

  private final Process process;
  private final Path out;
  private final Path err;
  private final Entrance entrance = new Entrance(() -> List.of(this));

  private ServiceProcess(Path folder, Map<String, String> variables, List<String> program) {
    this(folder, variables, List.of(), program);
  }

  private ServiceProcess(
      Path folder, Map<String, String> variables, List<String> shell, List<String> program) {
    try {
      out = Files.createTempFile(folder, "service", ".out");
      err = Files.createTempFile(folder, "service", ".err");
      var command = new ArrayList<>(shell);
      command.addAll(INTERRUPTIBLE);
      command.addAll(List.of(java().toString(), "-Xmx256m", "-XX:+ExitOnOutOfMemoryError"));
      command.addAll(program);
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().keySet().removeIf(name -> name.matches(".*(_URL|PORT)"));
      builder.environment().putAll(variables);
      process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it; whether it gets anywhere is another matter. */
  static ServiceProcess start(Path folder, Map<String, String> variables, String... arguments) {
    var program =
        new ArrayList<>(
            List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + CLASSES,
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-jar",
                JAR.toString()));
    program.addAll(List.of(arguments));
    return new ServiceProcess(folder, variables, program);
  }

  /** Starts it by a script of a shell, which finds the command in {@code "$@"}. */
  static ServiceProcess startBy(
      String script, Path folder, Map<String, String> variables, String argument) {
    return new ServiceProcess(
        folder,
        variables,
        List.of("sh", "-c", script, "sh"),
        List.of("-jar", JAR.toString(), argument));
  }

  /** On servers that run, on free ports. */
  static ServiceProcess on(
      Path folder, String databaseUrl, String redisUrl, Map<String, String> more) {
    return start(folder, variables(databaseUrl, redisUrl, more));
  }

  /** The same, by a clock that is not the machine's. */
  static ServiceProcess by(
      SteppedClock clock,
      Path folder,
      String databaseUrl,
      String redisUrl,
      Map<String, String> more) {
    var program =
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            SteppedService.class.getName(),
            clock.file().toString());
    return new ServiceProcess(folder, variables(databaseUrl, redisUrl, more), program);
  }

  private static Map<String, String> variables(
      String databaseUrl, String redisUrl, Map<String, String> more) {
    var variables = new HashMap<>(KEYS);
    variables.putAll(ADMIN);
    variables.putAll(more);
    ports().forEach(variables::putIfAbsent);
    variables.putIfAbsent("RATE_LIMITS", "off"); // tests ask more often than anyone may
    variables.putIfAbsent("SHUTDOWN_DELAY", "PT0S");
    variables.put("DATABASE_URL", databaseUrl);
    variables.put("REDIS_URL", redisUrl);
    return variables;
  }

  static Map<String, String> ports() {
    return Map.of("PORT", "0", "MANAGEMENT_PORT", "" + FreePorts.one(), "BIND", "127.0.0.1");
  }

  ServiceProcess awaitListening() {
    return awaitOutput("listening");
  }

  ServiceProcess awaitReady() {
    return awaitOutput("ready");
  }

  ServiceProcess awaitOutput(String text) {
    Await.until(
        "the service says " + text,
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException("it ended: " + output() + errors());
          }
          return output().contains(text);
        });
    return this;
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(Await.LONG)) {
      throw new AssertionError("still runs: " + output());
    }
    return process.exitValue();
  }

  /** As an orchestrator stops it. */
  void terminate() {
    process.destroy();
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  int port() {
    return (int) told("\\bport\"?[:=]\"?([0-9]+)");
  }

  long millisToReady() {
    return told("\\bready\\b.*millisSinceStart\"?[:=]\"?([0-9]+)");
  }

  String output() {
    return read(out);
  }

  String errors() {
    return read(err);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    var answer = get(path);
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** Opens an account under a name of its own, and tells its id. */
  String open(String name) throws IOException, InterruptedException {
    var answer =
        post(
            "/v1/accounts",
            "{\"name\": \"%s\", \"email\": \"%s@example.com\"}"
                .formatted(name, name.replace(' ', '.')));
    if (answer.statusCode() != 201) {
      throw new IOException("not opened: " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body()).get("id").asString();
  }

  /** Issues an API key, and tells it. */
  String issueKey(String asked) throws IOException, InterruptedException {
    var answer = post("/v1/api-keys", asked);
    if (answer.statusCode() != 201) {
      throw new IOException("not issued: " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body()).get("key").asString();
  }

  /** The administrator's, signed in once and again before it ends; none while nobody can. */
  String bearer() {
    return entrance.bearer();
  }

  /** What it was let in by is good no more. */
  void signInAgain() {
    entrance.forget();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  @Override
  public void close() {
    kill();
    client.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path))
        .timeout(Duration.ofSeconds(20))
        .header("Authorization", "Bearer " + bearer());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString(UTF_8));
  }

  private long told(String pattern) {
    var matcher = Pattern.compile(pattern).matcher(output());
    if (!matcher.find()) {
      throw new IllegalStateException("not told: " + output());
    }
    return Long.parseLong(matcher.group(1));
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
