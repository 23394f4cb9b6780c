package io.clientele.bootstrap;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Programs of the machine that tests drive. */
final class Programs {
  /** Where Debian puts servers, which is not on everybody's path. */
  private static final String SERVERS = "/usr/sbin";

  private Programs() {}

  /** The first of these names; where all are missing, the project's own script installs it. */
  static Path onPath(String script, String... names) {
    return found(script, names[0] + " on the PATH", () -> found(names));
  }

  /** What is looked for; where it is missing, the project's own script installs it. */
  static Path found(String script, String what, Supplier<Optional<Path>> search) {
    return search
        .get()
        .or(
            () -> {
              install(script);
              return search.get();
            })
        .orElseThrow(
            () ->
                new AssertionError(
                    "The tests want %s, and there is none. On Debian: %s".formatted(what, script)));
  }

  private static Optional<Path> found(String... names) {
    var folders = (System.getenv("PATH") + File.pathSeparator + SERVERS).split(File.pathSeparator);
    return Arrays.stream(names)
        .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void install(String script) {
    try {
      new ProcessBuilder("../" + script).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
