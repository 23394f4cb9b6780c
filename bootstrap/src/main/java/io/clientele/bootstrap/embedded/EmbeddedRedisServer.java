package io.clientele.bootstrap.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.RedisExecProvider;

/**
 * Runs Redis from its Maven artifact, as a daemon. Ctrl-C reaches all processes of a terminal, and
 * would end Redis before the service has sent the last views; a daemon does not receive it.
 */
final class EmbeddedRedisServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedisServer.class);
  private static final long START_SECONDS = 30;

  private final Path pidFile;
  private final int port;
  private final String password;

  private EmbeddedRedisServer(Path pidFile, int port, String password) {
    this.pidFile = pidFile;
    this.port = port;
    this.password = password;
  }

  /** Starts Redis; empty if it cannot run: the service works without it. */
  static Optional<EmbeddedRedisServer> start(Path folder) {
    try {
      var data = DataFolder.in(folder, "redis");
      var password = PrivateFile.password(folder.resolve("redis.password"));
      var redis = new EmbeddedRedisServer(data.resolve("redis.pid"), freePort(), password);
      PidFile.clear(redis.pidFile, "redis-server");
      var program = program(DataFolder.in(folder, "bin"));
      var exit =
          new ProcessBuilder(program.toString(), redis.configuration(folder, data).toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("redis.log").toFile())
              .start()
              .waitFor();
      if (exit != 0 || !redis.isReady()) {
        throw new IOException("exit code " + exit + "; see redis.log");
      }
      return Optional.of(redis);
    } catch (IOException | RuntimeException e) {
      LOG.warn("Redis does not start", e);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  String url() {
    return "redis://:" + password + "@127.0.0.1:" + port;
  }

  @Override
  public void close() {
    try {
      PidFile.clear(pidFile, "redis-server");
    } catch (IOException e) {
      LOG.warn("Redis may still be running", e);
    }
  }

  private Path configuration(Path folder, Path data) throws IOException {
    return PrivateFile.write(
        data.resolve("redis.conf"),
        """
        bind 127.0.0.1
        port %d
        daemonize yes
        dir "%s"
        pidfile "%s"
        logfile "%s"
        appendonly yes
        save ""
        maxmemory-policy noeviction
        requirepass %s
        """
            .formatted(port, data, pidFile, folder.resolve("redis.log"), password));
  }

  /** Whether Redis is up and has loaded its data. */
  private boolean isReady() throws InterruptedException {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (System.nanoTime() - deadline < 0) {
      if (answersPing()) {
        return true;
      }
      Thread.sleep(20);
    }
    return false;
  }

  private boolean answersPing() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(1_000);
      var commands = "AUTH " + password + "\r\nPING\r\n";
      socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readNBytes(10), StandardCharsets.US_ASCII)
          .equals("+OK\r\n+PONG");
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Unpacks the program once. The library would unpack it at every start, into a folder that a
   * killed process leaves behind.
   */
  private static Path program(Path folder) throws IOException {
    var program = folder.resolve("redis-server-" + RedisExecProvider.redisVersion);
    if (!Files.isExecutable(program)) {
      var unpacked = RedisExecProvider.defaultProvider().get().toPath();
      Files.move(unpacked, program, StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(unpacked.getParent());
    }
    return program;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
