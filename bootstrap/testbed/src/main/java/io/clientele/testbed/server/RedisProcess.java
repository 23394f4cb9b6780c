package io.clientele.testbed.server;

import io.clientele.testbed.Await;
import io.clientele.testbed.FreePorts;
import io.clientele.testbed.ProcessSignal;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import redis.embedded.RedisExecProvider;

/** A Redis server that can be killed, frozen and restarted on the same port with the same data. */
public final class RedisProcess implements AutoCloseable {
  private static final Path PROGRAM = unpacked();

  private final Path folder;
  private final int port;
  private Process process;

  private RedisProcess(Path folder, int port) throws IOException {
    this.folder = folder;
    this.port = port;
    this.process = launch(List.of());
  }

  /**
   * Starts a server that syncs its log before each response, so that acknowledged writes survive a
   * kill. With {@code everysec} a slow disk can leave two seconds of acknowledged writes in memory
   * only.
   */
  public static RedisProcess start(Path folder) {
    try {
      var redis = new RedisProcess(folder, FreePorts.one());
      redis.awaitReady();
      return redis;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  public Path folder() {
    return folder;
  }

  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Waits until the server ends by itself. */
  public void awaitEnd() {
    Await.until("Redis ended", () -> !process.isAlive());
  }

  public void startAgain(String... more) throws IOException {
    process = launch(List.of(more));
  }

  /** Stops the process; sockets stay open and nothing answers. */
  public void freeze() {
    ProcessSignal.send("STOP", process.toHandle());
  }

  public void thaw() {
    ProcessSignal.send("CONT", process.toHandle());
  }

  /** Limits the size of its log files, so that each write fails as on a full disk. */
  public void fillDisk() throws IOException {
    try (var files = Files.walk(folder)) {
      var logs = files.map(Path::toFile).filter(file -> file.getName().endsWith(".aof"));
      limitFiles("" + logs.mapToLong(File::length).max().orElseThrow());
    }
  }

  public void freeDisk() throws IOException {
    limitFiles("unlimited");
  }

  /** Waits until the server answers and has loaded its data. */
  public void awaitReady() {
    Await.until("Redis is ready", () -> command("PING").startsWith("+PONG"));
  }

  /** The first line of the answer to one inline command. */
  public String command(String command) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
      var answer = new StringBuilder();
      for (var next = socket.getInputStream().read();
          next > 0 && next != '\r';
          next = socket.getInputStream().read()) {
        answer.append((char) next);
      }
      return answer.toString();
    }
  }

  /** Returns one section of INFO. */
  public String info(String section) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5_000);
      socket
          .getOutputStream()
          .write(("INFO " + section + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    kill();
  }

  private void limitFiles(String bytes) throws IOException {
    var limiting =
        new ProcessBuilder("prlimit", "--pid", "" + process.pid(), "--fsize=" + bytes + ":")
            .inheritIO()
            .start();
    if (limiting.onExit().join().exitValue() != 0) {
      throw new IllegalStateException("no limit of " + bytes);
    }
  }

  /**
   * Ignores SIGXFSZ: a write past the size limit then fails as on a full disk and does not end the
   * process.
   */
  private Process launch(List<String> more) throws IOException {
    var command = new ArrayList<>(List.of("sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh"));
    command.add(PROGRAM.toString());
    command.addAll(List.of("--port", "" + port, "--bind", "127.0.0.1", "--dir", folder.toString()));
    command.addAll(List.of("--appendonly", "yes", "--appendfsync", "always", "--save", ""));
    command.addAll(List.of("--maxmemory-policy", "noeviction"));
    command.addAll(more);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("redis.log").toFile()))
        .start();
  }

  private static Path unpacked() {
    try {
      return RedisExecProvider.defaultProvider().get().toPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
