package io.clientele.benchmark.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.clientele.bootstrap.MeasuredServiceMain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The packaged service in a process of its own, with 256 MiB of heap. */
public final class MeasuredService implements AutoCloseable {
  private static final Duration START_MAX = Duration.ofMinutes(2);

  private final Process process;
  private final Path log;
  private final int port;
  private final long began = System.nanoTime();

  private MeasuredService(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** Starts it; more options for its JVM come by {@code -Dservice.options}. */
  public static MeasuredService start(
      BenchmarkFolders place, Map<String, String> variables, Path folder, String... arguments)
      throws IOException {
    var all = new ArrayList<>(List.of("-jar", place.serviceJar().toString()));
    all.addAll(List.of(arguments));
    return start(place.work().resolve("service.log"), variables, folder, all);
  }

  /** Starts it with these options of its JVM, beside those of {@code -Dservice.options}. */
  static MeasuredService start(
      BenchmarkFolders place, Map<String, String> variables, List<String> options)
      throws IOException {
    var all = new ArrayList<>(options);
    all.addAll(List.of("-jar", place.serviceJar().toString()));
    return start(place.work().resolve("service.log"), variables, Path.of("."), all);
  }

  /** Starts the service's wiring by a main of this module. */
  public static MeasuredService startMeasured(
      BenchmarkFolders place, Map<String, String> variables, String who) throws IOException {
    var log = place.work().resolve("service " + who + ".log");
    var main = MeasuredServiceMain.class.getName();
    var arguments = List.of("-cp", System.getProperty("java.class.path"), main, who);
    return start(log, variables, Path.of("."), arguments);
  }

  /** Starts a program of this module that answers on this port. */
  public static MeasuredService startProgram(
      BenchmarkFolders place, Class<?> main, int port, String... arguments) throws IOException {
    var log = place.work().resolve(main.getSimpleName() + ".log");
    var all = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path")));
    all.add(main.getName());
    all.add("" + port);
    all.addAll(List.of(arguments));
    return start(log, Map.of("PORT", "" + port), Path.of("."), all);
  }

  private static MeasuredService start(
      Path log, Map<String, String> variables, Path folder, List<String> arguments)
      throws IOException {
    var options =
        List.of(System.getProperty("service.options", "").split(" ")).stream()
            .filter(option -> !option.isEmpty())
            .toList();
    var builder = new ProcessBuilder(java(options, arguments)).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.matches(".*(_URL|PORT)"));
    builder.environment().putAll(variables);
    var process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new MeasuredService(process, log, Integer.parseInt(variables.getOrDefault("PORT", "0")));
  }

  /** Returns the command of a JVM like the service's. */
  static List<String> java(List<String> options, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.addAll(options);
    command.addAll(arguments);
    return command;
  }

  /** On free ports, and with no flush but those that are asked for. */
  public static Map<String, String> variables(String databaseUrl, String redisUrl)
      throws IOException {
    var variables = new HashMap<>(ports());
    variables.put("DATABASE_URL", databaseUrl);
    variables.put("REDIS_URL", redisUrl);
    variables.put("VIEWS_FLUSH_INTERVAL", "PT1H");
    variables.put("SHUTDOWN_DELAY", "PT0S");
    // Limits are checked but never reached, so the figures include the cost of the checks.
    variables.put("RATE_LIMIT_CALLER", "1000000/PT1S");
    variables.put("RATE_LIMIT_ADDRESS", "1000000/PT1S");
    variables.put("CONNECTIONS_PER_ADDRESS", "100000");
    return variables;
  }

  public static Map<String, String> ports() throws IOException {
    var variables = new HashMap<>(AdminToken.keys());
    variables.put("PORT", "" + BenchmarkRedis.freePort());
    variables.put("MANAGEMENT_PORT", "" + BenchmarkRedis.freePort());
    variables.put("BIND", "127.0.0.1");
    return variables;
  }

  public int port() {
    return port;
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Asks until the answer begins with this status, and tells how long that took from the start. */
  public double secondsUntil(int status, String request) throws IOException, InterruptedException {
    while (!answer(request).startsWith("HTTP/1.1 " + status)) {
      if (!process.isAlive() || System.nanoTime() - began > START_MAX.toNanos()) {
        throw new IOException("the service does not answer: " + Files.readString(log));
      }
      Thread.sleep(2);
    }
    return (System.nanoTime() - began) / 1e9;
  }

  /** The answer to one request, on a connection of its own; empty if there is none. */
  public String answer(String request) {
    return answer(request, "");
  }

  /** The same with a body in JSON. */
  public String answer(String request, String body) {
    return answer(request, "", body);
  }

  /** The same with more header lines. */
  public String answer(String request, String headers, String body) {
    return exchanged(message(request, headers, body));
  }

  /** The answer to a visitor, who has no token. */
  String answerToVisitor(String request) {
    return exchanged(request + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
  }

  private String exchanged(String message) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(message.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    } catch (IOException notYet) {
      return "";
    }
  }

  /** A request as it is sent, on a connection of its own. */
  public static String message(String request, String body) {
    return message(request, "", body);
  }

  private static String message(String request, String headers, String body) {
    var head =
        request
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
            + AdminToken.line()
            + headers;
    return body.isEmpty()
        ? head + "\r\n"
        : head
            + "Content-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public String output() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    } catch (CompletionException tooSlow) {
      process.destroyForcibly().onExit().join();
    }
  }
}
