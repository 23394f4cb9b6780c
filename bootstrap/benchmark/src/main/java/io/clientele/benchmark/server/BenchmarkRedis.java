package io.clientele.benchmark.server;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import redis.embedded.RedisExecProvider;

/** A Redis that writes its log as it does by default: every second. */
public final class BenchmarkRedis implements AutoCloseable {
  private final Process process;
  private final int port;

  private BenchmarkRedis(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  public static BenchmarkRedis start(Path folder) throws IOException {
    var port = freePort();
    var program = RedisExecProvider.defaultProvider().get().getAbsolutePath();
    var process =
        new ProcessBuilder(
                List.of(
                    program,
                    "--port",
                    "" + port,
                    "--bind",
                    "127.0.0.1",
                    "--dir",
                    folder.toString(),
                    "--appendonly",
                    "yes",
                    "--save",
                    "",
                    "--slowlog-log-slower-than",
                    "1000",
                    "--slowlog-max-len",
                    "10000"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("redis.log").toFile())
            .start();
    return new BenchmarkRedis(process, port);
  }

  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  public ProcessHandle process() {
    return process.toHandle();
  }

  public void forgetSlow() {
    try (var client = RedisClient.create(url());
        var connection = client.connect()) {
      connection.sync().slowlogReset();
    }
  }

  /** The longest that one command or script took since then, in milliseconds; 1 or less is 1. */
  public double slowestMillis() {
    try (var client = RedisClient.create(url());
        var connection = client.connect()) {
      return slowestMillis(connection.sync());
    }
  }

  private static double slowestMillis(RedisCommands<String, String> commands) {
    return commands.slowlogGet(10_000).stream()
        .mapToDouble(entry -> ((Number) ((List<?>) entry).get(2)).doubleValue() / 1000)
        .max()
        .orElse(1);
  }

  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
