package io.clientele.testbed.server;

import io.clientele.testbed.Await;
import io.clientele.testbed.FreePorts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import redis.embedded.RedisExecProvider;

/** One of several Redis servers that belong together. */
public final class RedisNode implements AutoCloseable {
  private final Path folder;
  private final int port;
  private final List<String> settings;
  private Process process;

  private RedisNode(Path folder, int port, List<String> settings) throws IOException {
    this.folder = folder;
    this.port = port;
    this.settings = settings;
    this.process = launch();
  }

  /** Starts a node with these settings; acknowledged writes survive a kill. */
  public static RedisNode start(Path parent, String... settings) throws IOException {
    var port = FreePorts.one();
    var folder = Files.createDirectories(parent.resolve("redis-" + port));
    var all = new ArrayList<>(List.of("--appendonly", "yes", "--appendfsync", "always"));
    all.addAll(List.of("--save", "", "--dir", folder.toString()));
    all.addAll(List.of(settings));
    return new RedisNode(folder, port, all).awaitReady();
  }

  /** Starts a sentinel with a quorum of one that watches this primary under the name main. */
  public static RedisNode watching(RedisNode primary, Path parent) throws IOException {
    var port = FreePorts.one();
    var folder = Files.createDirectories(parent.resolve("sentinel-" + port));
    var file =
        Files.writeString(
            folder.resolve("sentinel.conf"),
            """
            dir %s
            sentinel monitor main 127.0.0.1 %d 1
            sentinel down-after-milliseconds main 1000
            sentinel failover-timeout main 5000
            """
                .formatted(folder, primary.port()));
    return new RedisNode(folder, port, List.of(file.toString(), "--sentinel")).awaitReady();
  }

  public int port() {
    return port;
  }

  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  public void startAgain() throws IOException {
    process = launch();
    awaitReady();
  }

  /** Returns the whole response to a command. A sentinel does not support QUIT. */
  public String ask(String command) throws IOException {
    var said = new ByteArrayOutputStream();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(1_000);
      socket
          .getOutputStream()
          .write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().transferTo(said);
    } catch (SocketTimeoutException nothingMore) {
      return said.toString(StandardCharsets.US_ASCII);
    }
    return said.toString(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    kill();
  }

  private RedisNode awaitReady() {
    Await.until("Redis answers", () -> ask("PING").matches("(?s)(\\+PONG|-NOAUTH).*"));
    return this;
  }

  private Process launch() throws IOException {
    var command = new ArrayList<>(List.of(program().toString()));
    var isFileFirst = !settings.getFirst().startsWith("--");
    command.addAll(isFileFirst ? settings.subList(0, 1) : List.of());
    command.addAll(List.of("--port", "" + port, "--bind", "127.0.0.1"));
    command.addAll(isFileFirst ? settings.subList(1, settings.size()) : settings);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("redis.log").toFile()))
        .start();
  }

  private static Path program() {
    try {
      return RedisExecProvider.defaultProvider().get().toPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
