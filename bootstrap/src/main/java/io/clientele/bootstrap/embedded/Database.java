package io.clientele.bootstrap.embedded;

import io.clientele.bootstrap.config.NotStarted;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL from its Maven artifact. */
final class Database implements AutoCloseable {
  /** After a kill it first repeats what its log holds. */
  private static final Duration START_MAX = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;

  private Database(EmbeddedPostgres server) {
    this.server = server;
  }

  static Database start(Path folder) {
    var data = folder.resolve("postgres");
    var log = folder.resolve("postgres.log").toFile();
    try {
      Leftover.clear(data.resolve("postmaster.pid"), "postgres");
      return new Database(
          durable(EmbeddedPostgres.builder())
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(EmbeddedServers.folder(folder, "bin").toFile())
              .setRegisterShutdownHook(false)
              .setPGStartupWait(START_MAX)
              .setOutputRedirector(Redirect.appendTo(log))
              .setErrorRedirector(Redirect.appendTo(log))
              .start());
    } catch (IOException | IllegalStateException e) {
      throw new NotStarted("PostgreSQL does not start (" + log + " tells more)", e);
    }
  }

  String url() {
    return "postgresql://postgres@127.0.0.1:" + server.getPort() + "/postgres";
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
   * The library is made for tests: it would lose on a crash what was committed, and sort as the
   * machine's locale says.
   */
  private static EmbeddedPostgres.Builder durable(EmbeddedPostgres.Builder builder) {
    return builder
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("max_connections", "50")
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8");
  }
}
