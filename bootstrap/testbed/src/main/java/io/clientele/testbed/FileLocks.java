package io.clientele.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** Locks between the JVMs of a build. One thread of a JVM may hold a lock at a time. */
public final class FileLocks {
  private FileLocks() {}

  /** Returns what the work returns; no other JVM holds the lock of this name meanwhile. */
  public static synchronized <T> T whileLocked(String name, Supplier<T> work) {
    var file = Path.of(System.getProperty("java.io.tmpdir"), "clientele-tests-" + name + ".lock");
    try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      return work.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
