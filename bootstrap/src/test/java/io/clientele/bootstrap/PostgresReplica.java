package io.clientele.bootstrap;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/** A copy of a PostgreSQL that runs, which follows it from then on. */
final class PostgresReplica implements AutoCloseable {
  /** What belongs to the one process, or is streamed. */
  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "pg_wal", "pg_replslot");

  private final Path data;
  private final Path log;
  private EmbeddedPostgres server;

  private PostgresReplica(Path data, Path log) throws IOException {
    this.data = data;
    this.log = log;
    this.server = builder().start();
  }

  /** Copies it by PostgreSQL's own rules for that, into this folder. */
  static PostgresReplica of(PostgresProcess primary, Path folder) throws IOException, SQLException {
    var data = folder.resolve("data");
    try (var connection = primary.connection()) {
      one(connection, "SELECT pg_backup_start('replica', true)::text");
      copy(primary.data(), data);
      var label = one(connection, "SELECT labelfile FROM pg_backup_stop(false)");
      Files.writeString(data.resolve("backup_label"), label);
    }
    Files.createDirectories(data.resolve("pg_wal/archive_status"));
    Files.createDirectories(data.resolve("pg_replslot"));
    Files.createFile(data.resolve("standby.signal"));
    Files.writeString(
        data.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres'%n".formatted(primary.port()),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    return new PostgresReplica(data, folder.resolve("postgres.log"));
  }

  String url(String database) {
    return "postgresql://postgres@127.0.0.1:" + server.getPort() + "/" + database;
  }

  long number(String database, String query) throws SQLException {
    try (var connection = server.getDatabase("postgres", database).getConnection();
        var rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  void run(String statement) throws SQLException {
    try (var connection = server.getPostgresDatabase().getConnection()) {
      connection.createStatement().execute(statement);
    }
  }

  /** Its sockets stay open and nothing answers. */
  void freeze() throws IOException {
    signal("STOP");
  }

  void thaw() throws IOException {
    signal("CONT");
  }

  void kill() throws IOException {
    var all = processes().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  void startAgain() throws IOException {
    var port = server.getPort();
    server.close();
    server = builder().setPort(port).start();
  }

  @Override
  public void close() {
    try {
      thaw(); // what is frozen does not stop
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<ProcessHandle> processes() throws IOException {
    var pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    return ProcessHandle.of(pid).stream()
        .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()));
  }

  /** All at once; one that ends just then is no matter. */
  private void signal(String name) throws IOException {
    var command =
        Stream.concat(
            Stream.of("kill", "-" + name),
            processes().map(ProcessHandle::pid).map(String::valueOf));
    new ProcessBuilder(command.toList()).start().onExit().join();
  }

  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPGStartupWait(Duration.ofSeconds(60))
        .setOutputRedirector(Redirect.appendTo(log.toFile()))
        .setErrorRedirector(Redirect.appendTo(log.toFile()));
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (var rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is)
              throws IOException {
            if (LEFT_OUT.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder)));
            Files.setPosixFilePermissions(
                to.resolve(from.relativize(folder)), PosixFilePermissions.fromString("rwx------"));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
            if (!LEFT_OUT.contains(file.getFileName().toString())) {
              Files.copy(file, to.resolve(from.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
          }

          /** A server that runs removes files too. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
