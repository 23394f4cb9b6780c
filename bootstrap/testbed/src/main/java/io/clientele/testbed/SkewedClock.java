package io.clientele.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The offset of one process's clock, stored in a file; PostgreSQL reads it through libfaketime. */
public final class SkewedClock {
  private static final Path LIBRARIES = Path.of("/usr/lib");

  private final Path file;

  private SkewedClock(Path file) {
    this.file = file;
  }

  /** Returns the clock of this file. */
  public static SkewedClock of(Path file) {
    return new SkewedClock(file);
  }

  /** Returns a new clock without an offset. */
  public static SkewedClock in(Path folder, String name) {
    var clock = of(folder.resolve(name + ".clock"));
    clock.set(Duration.ZERO);
    return clock;
  }

  /** Sets the offset; takes effect at once. */
  public void set(Duration off) {
    try {
      var next = Files.writeString(Path.of(file + ".next"), "%+d%n".formatted(off.toSeconds()));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the current offset, for the service, which reads the file itself. */
  public Duration off() throws IOException {
    return Duration.ofSeconds(Long.parseLong(Files.readString(file).strip()));
  }

  public Path file() {
    return file;
  }

  /**
   * Returns the variables that make PostgreSQL use the clock. Monotonic clocks stay correct, as
   * after a step of a machine's clock.
   */
  public Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD",
        InstalledPrograms.found(List.of("libfaketime"), SkewedClock::library).toString(),
        "FAKETIME_TIMESTAMP_FILE",
        file.toString(),
        "FAKETIME_NO_CACHE",
        "1",
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1");
  }

  private static Optional<Path> library() {
    try (var files = Files.find(LIBRARIES, 3, (file, is) -> file.endsWith("libfaketime.so.1"))) {
      return files.findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
