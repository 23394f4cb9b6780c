package io.clientele.bootstrap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Handles the pid files of embedded servers. Servers survive a killed service. A killed server
 * leaves its pid file, whose process id may belong to another process later.
 */
final class PidFile {
  private static final long STOP_SECONDS = 10;

  private PidFile() {}

  /** Stops the server of this pid file if it still runs, and removes the file. */
  static void clear(Path pidFile, String program) throws IOException {
    process(pidFile).filter(process -> runs(process, program)).ifPresent(PidFile::stop);
    Files.deleteIfExists(pidFile);
  }

  /**
   * Returns the process that the file names; empty if the file is missing or unreadable, or if the
   * process has ended.
   */
  static Optional<ProcessHandle> process(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    var first = Files.readString(pidFile).lines().findFirst().orElse("").strip();
    return first.matches("[0-9]{1,18}")
        ? ProcessHandle.of(Long.parseLong(first)).filter(ProcessHandle::isAlive)
        : Optional.empty();
  }

  /** Terminates the process; kills it if it does not end in time. */
  static void stop(ProcessHandle process) {
    process.destroy();
    if (!ended(process)) {
      process.destroyForcibly();
      ended(process);
    }
  }

  private static boolean ended(ProcessHandle process) {
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean runs(ProcessHandle process, String program) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).getFileName().toString())
        .filter(name -> name.startsWith(program))
        .isPresent();
  }
}
