package io.clientele.testbed;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds the machine's programs that tests run, and installs missing ones from Debian packages. */
public final class InstalledPrograms {
  /** Debian's directory of servers, which is not on the path of every user. */
  private static final String SERVERS = "/usr/sbin";

  /** RUNLEVEL=1 keeps Debian from starting an installed server. */
  private static final List<String> ENVIRONMENT =
      List.of("env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1");

  private InstalledPrograms() {}

  /**
   * Returns the first of these programs on the path.
   *
   * @param packages the Debian packages that contain it
   */
  public static Path onPath(List<String> packages, String... names) {
    return found(packages, () -> onPath(names));
  }

  /**
   * Returns what the search finds, before or after the installation of the packages.
   *
   * @throws AssertionError if it finds nothing; the message names the packages
   */
  public static Path found(List<String> packages, Supplier<Optional<Path>> search) {
    return search.get().or(() -> installed(packages, search)).orElseThrow(() -> missing(packages));
  }

  /** Several tests, also of several JVMs, may run at once, but only one installs. */
  private static synchronized Optional<Path> installed(
      List<String> packages, Supplier<Optional<Path>> search) {
    return FileLocks.whileLocked("install", () -> install(packages, search));
  }

  private static Optional<Path> install(List<String> packages, Supplier<Optional<Path>> search) {
    var other = search.get();
    if (other.isPresent() || onPath("apt-get").isEmpty()) {
      return other;
    }
    apt(List.of("update", "-qq"));
    var install = new ArrayList<>(List.of("install", "-y", "-qq", "--no-install-recommends"));
    install.addAll(packages);
    apt(install);
    return search.get();
  }

  private static AssertionError missing(List<String> packages) {
    return new AssertionError(
        "Install what the tests run: apt-get install " + String.join(" ", packages));
  }

  private static Optional<Path> onPath(String... names) {
    var folders = (System.getenv("PATH") + File.pathSeparator + SERVERS).split(File.pathSeparator);
    return Arrays.stream(names)
        .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void apt(List<String> arguments) {
    var isRoot = "root".equals(System.getProperty("user.name"));
    var command = new ArrayList<>(isRoot ? List.<String>of() : List.of("sudo", "-n"));
    command.addAll(ENVIRONMENT);
    command.addAll(List.of("apt-get", "-o", "DPkg::Lock::Timeout=300"));
    command.addAll(arguments);
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
