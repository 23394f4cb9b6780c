package io.clientele.bootstrap.embedded;

import io.clientele.bootstrap.lifecycle.StartupFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;

/** Runs PostgreSQL from its Maven artifact. */
final class EmbeddedPostgresServer implements AutoCloseable {
  /** Includes the replay of the write-ahead log after a kill. */
  private static final Duration START_MAX = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;
  private final String password;

  private EmbeddedPostgresServer(EmbeddedPostgres server, String password) {
    this.server = server;
    this.password = password;
  }

  static EmbeddedPostgresServer start(Path folder) {
    var data = folder.resolve("postgres");
    var log = folder.resolve("postgres.log").toFile();
    try {
      PidFile.clear(data.resolve("postmaster.pid"), "postgres");
      var password = new PostgresPassword(folder);
      return new EmbeddedPostgresServer(
          configured(EmbeddedPostgres.builder())
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(DataFolder.in(folder, "bin").toFile())
              .setRegisterShutdownHook(false)
              .setPGStartupWait(START_MAX)
              .setOutputRedirector(Redirect.appendTo(log))
              .setErrorRedirector(Redirect.appendTo(log))
              .setConnectConfig("password", password.value())
              .setDataDirectoryCustomizer(made -> password.require(made.toPath()))
              .start(),
          password.value());
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new StartupFailure("PostgreSQL does not start (see " + log + ")", e);
    }
  }

  String url() {
    return "postgresql://postgres:%s@127.0.0.1:%d/postgres".formatted(password, server.getPort());
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The library's defaults are for tests: they lose committed data at a crash and sort by the
   * machine's locale. PostgreSQL's own defaults log the values of a failed statement, and listen on
   * a socket in a folder that everyone may enter.
   */
  private static EmbeddedPostgres.Builder configured(EmbeddedPostgres.Builder builder) {
    return builder
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("log_error_verbosity", "terse")
        .setServerConfig("log_parameter_max_length", "0")
        .setServerConfig("log_parameter_max_length_on_error", "0")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("max_connections", "50")
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8");
  }
}
