package io.clientele.bootstrap;

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
final class SteppedClock {
  private static final Path LIBRARIES = Path.of("/usr/lib");

  private final Path file;

  private SteppedClock(Path file) {
    this.file = file;
  }

  /** The one that this file tells. */
  static SteppedClock of(Path file) {
    return new SteppedClock(file);
  }

  /** One that is right. */
  static SteppedClock in(Path folder, String name) {
    var clock = of(folder.resolve(name + ".clock"));
    clock.set(Duration.ZERO);
    return clock;
  }

  /** At once, not a second later. */
  void set(Duration off) {
    try {
      var next = Files.writeString(Path.of(file + ".next"), "%+d%n".formatted(off.toSeconds()));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As it stands now; for the service, which looks itself. */
  Duration off() throws IOException {
    return Duration.ofSeconds(Long.parseLong(Files.readString(file).strip()));
  }

  Path file() {
    return file;
  }

  /**
   * Makes PostgreSQL look at it, which leaves alone what only measures how long something takes, as
   * a stepped clock of a machine does.
   */
  Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD",
        Programs.found(List.of("libfaketime"), SteppedClock::library).toString(),
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
