package io.clientele.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** Locks between the JVMs of a build. One thread of a JVM may hold a lock at a time. */
public final class FileLocks {
  /** Held by suites that saturate the machine, and by suites that judge how long reads take. */
  public static final String CORES = "cores";

  private FileLocks() {}

  /** Takes the lock of this name. No other JVM holds it until the returned channel is closed. */
  public static FileChannel take(String name) throws IOException {
    var file = Path.of(System.getProperty("java.io.tmpdir"), "clientele-tests-" + name + ".lock");
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.lock();
    return channel;
  }

  /** Returns what the work returns; no other JVM holds the lock of this name meanwhile. */
  public static synchronized <T> T whileLocked(String name, Supplier<T> work) {
    try (var _ = take(name)) {
      return work.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
