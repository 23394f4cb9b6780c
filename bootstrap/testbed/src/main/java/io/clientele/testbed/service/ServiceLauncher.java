package io.clientele.testbed.service;

import io.clientele.testbed.FreePorts;
import io.clientele.testbed.SkewedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts the packaged service with a command line and settings. */
public final class ServiceLauncher {
  private static final Path JAR = Path.of("target", "clientele.jar").toAbsolutePath();

  /**
   * A class-data archive that the first process writes when it stops. Each later start needs less
   * than half of the CPU time.
   */
  private static final Path CLASSES =
      Path.of("target", "service-tests-" + System.getProperty("surefire.forkNumber", "1") + ".jsa")
          .toAbsolutePath();

  /**
   * Further options of the service's JVM. A build sets those of short processes; benchmarks and the
   * profile long set none.
   */
  private static final List<String> JVM_OPTIONS =
      Stream.of(System.getProperty("clientele.serviceJvmArgs", "").split(" "))
          .filter(option -> !option.isEmpty())
          .toList();

  /** Resets SIGINT: a background process inherits that it is ignored, and the JVM keeps that. */
  private static final List<String> INTERRUPTIBLE =
      "Linux".equals(System.getProperty("os.name"))
          ? List.of("env", "--default-signal=INT")
          : List.of();

  /** Keys of access tokens and of personal data for all services, printed by the service itself. */
  public static final Map<String, String> KEYS = newKeys();

  private ServiceLauncher() {}

  /** Starts the process; does not wait until it is ready. */
  public static ServiceProcess start(
      Path folder, Map<String, String> variables, String... arguments) {
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
    return launch(folder, variables, List.of(), program);
  }

  /** Starts it by a shell script, which gets the command as {@code "$@"}. */
  public static ServiceProcess startBy(
      String script, Path folder, Map<String, String> variables, String argument) {
    var shell = List.of("sh", "-c", script, "sh");
    return launch(folder, variables, shell, List.of("-jar", JAR.toString(), argument));
  }

  /** Starts it on running servers, with free ports. */
  public static ServiceProcess on(
      Path folder, String databaseUrl, String redisUrl, Map<String, String> more) {
    return start(folder, variables(databaseUrl, redisUrl, more));
  }

  /**
   * Starts another main class of the class path, which follows this clock instead of the machine's.
   */
  public static ServiceProcess by(
      SkewedClock clock, Class<?> main, Path folder, Map<String, String> variables) {
    return of(main, folder, variables, clock.file().toString());
  }

  /** Starts another main class of the class path. */
  public static ServiceProcess of(
      Class<?> main, Path folder, Map<String, String> variables, String... arguments) {
    var classPath = System.getProperty("java.class.path");
    var program = new ArrayList<>(List.of("-cp", classPath, main.getName()));
    program.addAll(List.of(arguments));
    return launch(folder, variables, List.of(), program);
  }

  /** Returns settings for these servers, with free ports and the defaults of tests. */
  public static Map<String, String> variables(
      String databaseUrl, String redisUrl, Map<String, String> more) {
    var variables = new HashMap<>(KEYS);
    variables.putAll(AdminSession.ADMIN);
    variables.putAll(more);
    ports().forEach(variables::putIfAbsent);
    variables.putIfAbsent("RATE_LIMITS", "off"); // tests ask more often than anyone may
    variables.putIfAbsent("SHUTDOWN_DELAY", "PT0S");
    variables.put("DATABASE_URL", databaseUrl);
    variables.put("REDIS_URL", redisUrl);
    return variables;
  }

  public static Map<String, String> ports() {
    return Map.of("PORT", "0", "MANAGEMENT_PORT", "" + FreePorts.one(), "BIND", "127.0.0.1");
  }

  private static ServiceProcess launch(
      Path folder, Map<String, String> variables, List<String> shell, List<String> program) {
    var command = new ArrayList<>(shell);
    command.addAll(INTERRUPTIBLE);
    command.addAll(List.of(java(), "-Xmx256m", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(JVM_OPTIONS);
    command.addAll(program);
    return new ServiceProcess(folder, variables, command);
  }

  private static Map<String, String> newKeys() {
    try {
      var printed = new ProcessBuilder(java(), "-jar", JAR.toString(), "--new-keys").start();
      try (var lines = printed.inputReader()) {
        return lines
            .lines()
            .map(line -> line.split("=", 2))
            .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
