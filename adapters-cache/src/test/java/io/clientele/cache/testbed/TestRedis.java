package io.clientele.cache.testbed;

import io.clientele.cache.Redis;
import io.clientele.cache.RedisConfig;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import redis.embedded.RedisExecProvider;

/** A real Redis of the tests: it can be stopped, hung, and started again on the same port. */
public final class TestRedis implements AutoCloseable {
  private final int port;
  private final List<String> settings;
  private final Path folder;
  private Process process;

  private TestRedis(int port, List<String> settings) {
    this.port = port;
    this.settings = settings;
    try {
      folder = Files.createTempDirectory("redis");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    process = started();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** Starts a server on a free port with these command-line settings. */
  public static TestRedis start(String... settings) {
    var redis = new TestRedis(freePort(), List.of(settings));
    redis.awaitReady();
    return redis;
  }

  /** A shared server that no test stops. */
  public static TestRedis shared() {
    return Shared.REDIS;
  }

  public int port() {
    return port;
  }

  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  public Redis client() {
    return new Redis(RedisConfig.parse(url()));
  }

  /** A client with a long time limit, for tests of results on a busy machine. */
  public static Redis patient(String url) {
    var config = RedisConfig.parse(url);
    return new Redis(new RedisConfig(config.nodes(), config.isCluster(), Duration.ofSeconds(10)));
  }

  public void hang() {
    signal("STOP");
  }

  public void goOn() {
    signal("CONT");
  }

  /** Kills the process by SIGKILL. */
  public void kill() {
    try {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  public void startAgain() {
    process = started();
    awaitReady();
  }

  /** Starts it without waiting until it answers. */
  public void startAgainAndLeave(String... more) {
    process = started(more);
  }

  /** Returns a client of a port without a server. */
  public static Redis away() {
    return new Redis(RedisConfig.parse("redis://127.0.0.1:" + freePort()));
  }

  /** Returns the lines of the response to one command, as they were received. */
  public String ask(String... command) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5_000);
      var text = new StringBuilder("*" + command.length + "\r\n");
      for (var part : command) {
        text.append('$').append(part.length()).append("\r\n").append(part).append("\r\n");
      }
      text.append("*1\r\n$4\r\nQUIT\r\n");
      socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void awaitReady() {
    AwaitCondition.until(Duration.ofSeconds(30), () -> ask("PING").startsWith("+PONG"));
  }

  @Override
  public void close() {
    goOn();
    kill();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException | UncheckedIOException alreadyGone) {
      process.destroyForcibly();
    }
  }

  private Process started(String... more) {
    var command = new ArrayList<String>();
    try {
      command.add(RedisExecProvider.defaultProvider().get().getAbsolutePath());
      command.addAll(List.of("--port", "" + port, "--bind", "127.0.0.1", "--save", ""));
      command.addAll(List.of("--dir", folder.toString()));
      command.addAll(settings);
      command.addAll(List.of(more));
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("log").toFile())
          .start();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Below 32768, where the system takes ports of its own from, and with room for a cluster's bus.
   */
  private static int freePort() {
    for (var port = 17_000 + (int) (ProcessHandle.current().pid() % 250) * 20; ; port++) {
      try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
          var _ = new ServerSocket(port + 10_000, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (IOException taken) {
        continue;
      }
    }
  }

  private static final class Shared {
    static final TestRedis REDIS = start();
  }
}
