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

/** How far one process's clock is off, told by a file; for PostgreSQL by way of libfaketime. */
public final class SkewedClock {
  private static final Path LIBRARIES = Path.of("/usr/lib");

  private final Path file;

  private SkewedClock(Path file) {
    this.file = file;
  }

  /** The one that this file tells. */
  public static SkewedClock of(Path file) {
    return new SkewedClock(file);
  }

  /** One that is right. */
  public static SkewedClock in(Path folder, String name) {
    var clock = of(folder.resolve(name + ".clock"));
    clock.set(Duration.ZERO);
    return clock;
  }

  /** At once, not a second later. */
  public void set(Duration off) {
    try {
      var next = Files.writeString(Path.of(file + ".next"), "%+d%n".formatted(off.toSeconds()));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As it stands now; for the service, which looks itself. */
  public Duration off() throws IOException {
    return Duration.ofSeconds(Long.parseLong(Files.readString(file).strip()));
  }

  public Path file() {
    return file;
  }

  /**
   * Makes PostgreSQL look at it, which leaves alone what only measures how long something takes, as
   * a stepped clock of a machine does.
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
