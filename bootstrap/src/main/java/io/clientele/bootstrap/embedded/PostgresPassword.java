package io.clientele.bootstrap.embedded;

import io.clientele.bootstrap.lifecycle.StartupFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The password of the embedded PostgreSQL. It is set before the server listens for the first time,
 * in folders of earlier versions too, which had no password.
 */
final class PostgresPassword {
  /** Allows one user from this machine with a password. Unix sockets are switched off. */
  private static final String ACCESS =
      """
      # Written at each start.
      host all postgres 127.0.0.1/32 scram-sha-256
      host all postgres ::1/128 scram-sha-256
      """;

  private static final long SET_SECONDS = 120;

  private final Path folder;
  private final Path file;
  private final String password;

  /** The password that this folder keeps, or a new one. */
  PostgresPassword(Path folder) throws IOException {
    this.folder = folder;
    this.file = folder.resolve("postgres.password");
    this.password = Files.exists(file) ? Files.readString(file).strip() : PrivateFile.newPassword();
  }

  String value() {
    return password;
  }

  /** Runs on the data of a server that does not run. Keeps the password after it is set. */
  void require(Path data) {
    try {
      Files.writeString(data.resolve("pg_hba.conf"), ACCESS);
      if (!Files.exists(file)) {
        set(data);
        PrivateFile.write(file, password);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartupFailure("interrupted while the password of PostgreSQL was set", e);
    }
  }

  /** Sets the password in single-user mode, in which the server listens on no port. */
  private void set(Path data) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to run as root
    }
    command.addAll(List.of(program().toString(), "--single", "-D", data.toString(), "postgres"));
    var log = folder.resolve("postgres.log").toFile();
    var process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .redirectError(ProcessBuilder.Redirect.appendTo(log))
            .start();
    try (var input = process.outputWriter()) {
      input.write("ALTER ROLE postgres PASSWORD '" + password + "'\n");
    }
    if (!process.waitFor(SET_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("PostgreSQL accepts no password; see postgres.log");
    }
  }

  /** The library unpacks its programs into a folder that is named by their digest. */
  private Path program() throws IOException {
    try (var folders = Files.newDirectoryStream(folder.resolve("bin"), "PG-*")) {
      for (var one : folders) {
        var program = one.resolve("bin").resolve("postgres");
        if (Files.isExecutable(program)) {
          return program;
        }
      }
    }
    throw new IOException("there is no PostgreSQL in " + folder.resolve("bin"));
  }
}
