package io.clientele.testbed.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.testbed.Await;
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
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged service in a process of its own. */
public final class ServiceProcess implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern SHOWN = Pattern.compile("(\\S+@\\S+), password (.+) \\(shown");

  private final HttpClient client = HttpClient.newHttpClient();

  private final Process process;
  private final Path out;
  private final Path err;
  private volatile int port;
  private final AdminSession adminSession = new AdminSession(() -> List.of(entry()));

  ServiceProcess(Path folder, Map<String, String> variables, List<String> command) {
    try {
      out = Files.createTempFile(folder, "service", ".out");
      err = Files.createTempFile(folder, "service", ".err");
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().keySet().removeIf(name -> name.matches(".*(_URL|PORT)"));
      builder.environment().putAll(variables);
      process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ServiceProcess awaitListening() {
    return awaitOutput("listening");
  }

  public ServiceProcess awaitReady() {
    return awaitOutput("ready");
  }

  /** Waits until the process has written this text; a failure shows what it wrote instead. */
  public ServiceProcess awaitOutput(String text) {
    try {
      Await.until("the service says " + text, () -> hasWritten(text));
    } catch (AssertionError late) {
      throw new AssertionError(late.getMessage() + ": " + output() + errors(), late);
    }
    return this;
  }

  private boolean hasWritten(String text) {
    if (!process.isAlive()) {
      throw new IllegalStateException("it ended: " + output() + errors());
    }
    return output().contains(text);
  }

  /** Waits for the end of the process; returns its exit code. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(Await.LONG)) {
      throw new AssertionError("still runs: " + output());
    }
    return process.exitValue();
  }

  /** Sends SIGTERM, as an orchestrator does. */
  public void terminate() {
    process.destroy();
  }

  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** The port of the API. It is looked up once, because a long run logs much. */
  public int port() {
    var known = port;
    if (known == 0) {
      known = (int) told("\\bport\"?[:=]\"?([0-9]+)");
      port = known;
    }
    return known;
  }

  public long millisToReady() {
    return told("\\bready\\b.*millisSinceStart\"?[:=]\"?([0-9]+)");
  }

  public String output() {
    return read(out);
  }

  public String errors() {
    return read(err);
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** Sends JSON, with more headers by their names and values in turn. */
  public HttpResponse<String> post(String path, String json, String... headers)
      throws IOException, InterruptedException {
    return send(request(path).headers(json(headers)).POST(BodyPublishers.ofString(json)));
  }

  /** Sends a merge patch, with more headers by their names and values in turn. */
  public HttpResponse<String> patch(String path, String json, String... headers)
      throws IOException, InterruptedException {
    return send(
        request(path).headers(json(headers)).method("PATCH", BodyPublishers.ofString(json)));
  }

  private static String[] json(String... headers) {
    var more = Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers));
    return more.toArray(String[]::new);
  }

  public JsonNode json(String path) throws IOException, InterruptedException {
    var answer = get(path);
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** Opens an account with a unique e-mail; returns its id. */
  public String open(String name) throws IOException, InterruptedException {
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

  /** Issues an API key; returns its secret. */
  public String issueKey(String asked) throws IOException, InterruptedException {
    var answer = post("/v1/api-keys", asked);
    if (answer.statusCode() != 201) {
      throw new IOException("not issued: " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body()).get("key").asString();
  }

  /**
   * Returns the administrator's token, renewed before it expires; empty while sign-in is
   * impossible.
   */
  public String bearer() {
    return adminSession.bearer();
  }

  /** Discards the administrator's token. */
  public void signInAgain() {
    adminSession.forget();
  }

  /**
   * Returns where the first administrator signs in; the embedded mode has printed the credentials.
   */
  AdminSession.Entry entry() {
    var shown = SHOWN.matcher(output());
    return new AdminSession.Entry(
        uri("/v1/sessions"),
        shown.find()
            ? Map.of("email", shown.group(1), "password", shown.group(2))
            : AdminSession.credentials());
  }

  public URI uri(String path) {
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

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
