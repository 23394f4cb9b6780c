package io.clientele.testbed.server;

import io.clientele.testbed.Await;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL server that can be killed and restarted on the same port with the same data. */
public final class PostgresProcess implements AutoCloseable {
  private static final String TABLES =
      """
      SELECT oid::regclass::text FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
      """;

  private final Path folder;
  private EmbeddedPostgres server;

  private PostgresProcess(Path folder) throws IOException {
    this.folder = folder;
    this.server = builder().start();
  }

  /** Starts a server with durable commits. */
  public static PostgresProcess start(Path folder) {
    try {
      return new PostgresProcess(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the URL of this database, which is created if it does not exist. */
  public String url(String database) {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      var names =
          statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + database + "'");
      if (!names.next()) {
        statement.execute("CREATE DATABASE " + database);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "postgresql://postgres@127.0.0.1:" + server.getPort() + "/" + database;
  }

  public int port() {
    return server.getPort();
  }

  Path data() {
    return folder.resolve("data");
  }

  Connection connection() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  /** All that the server has logged since it was first started. */
  public String logged() {
    try {
      return Files.readString(logFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the result of a query as one number. */
  public long number(String database, String query) throws SQLException {
    try (var connection = server.getDatabase("postgres", database).getConnection();
        var rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Every row of every table, as text. */
  public String dump(String database) throws SQLException {
    var all = new StringBuilder();
    try (var connection = server.getDatabase("postgres", database).getConnection();
        var names = connection.createStatement().executeQuery(TABLES)) {
      while (names.next()) {
        var query = "SELECT row_to_json(t)::text FROM ONLY " + names.getString(1) + " AS t";
        try (var rows = connection.createStatement().executeQuery(query)) {
          while (rows.next()) {
            all.append(names.getString(1)).append(' ').append(rows.getString(1)).append('\n');
          }
        }
      }
    }
    return all.toString();
  }

  public void run(String statement) throws SQLException {
    try (var connection = connection()) {
      connection.createStatement().execute(statement);
    }
  }

  /** Runs a statement in a database of the service, as a superuser. */
  public void runIn(String database, String statement) throws SQLException {
    try (var connection = server.getDatabase("postgres", database).getConnection()) {
      connection.createStatement().execute(statement);
    }
  }

  /** Stops all processes; sockets stay open and nothing answers. */
  public void freeze() throws IOException {
    signal("STOP");
  }

  public void thaw() throws IOException {
    signal("CONT");
  }

  /** Kills all processes at once, as at the failure of a machine. */
  public void kill() throws IOException {
    var all = processes().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  /** Copies the server's files at one instant, as a snapshot of its volume does. */
  public void copyTo(Path copy) throws IOException, InterruptedException {
    freeze();
    try {
      program("cp", "-a", data().toString(), copy.toString());
    } finally {
      thaw();
    }
  }

  /** Kills the server and starts it on files that were copied. */
  public void restoreFrom(Path copy) throws IOException, InterruptedException {
    kill();
    program("rm", "-r", data().toString());
    program("cp", "-a", copy.toString(), data().toString());
    Files.delete(data().resolve("postmaster.pid"));
    startAgain();
  }

  private static void program(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
  }

  /** Restarts the server with its last command and these additional variables. */
  public void startAgain(Map<String, String> environment) throws IOException {
    var command = Files.readString(data().resolve("postmaster.opts")).strip();
    kill();
    var isRoot = "root".equals(System.getProperty("user.name"));
    var builder = new ProcessBuilder("sh", "-c", "exec " + (isRoot ? "unshare -U " : "") + command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log()).start();
    Await.until("PostgreSQL answers", () -> number("postgres", "SELECT 1") == 1);
  }

  public void startAgain() throws IOException {
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

  /** Returns the processes of the server; none if it is down. */
  public Stream<ProcessHandle> processes() throws IOException {
    var file = data().resolve("postmaster.pid");
    var pid = Files.exists(file) ? Long.parseLong(Files.readAllLines(file).getFirst()) : 0;
    return ProcessHandle.of(pid).stream()
        .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()));
  }

  /** Sends a signal to all processes; one that has just ended is ignored. */
  private void signal(String name) throws IOException {
    var command =
        Stream.concat(
            Stream.of("kill", "-" + name),
            processes().map(ProcessHandle::pid).map(String::valueOf));
    new ProcessBuilder(command.toList()).start().onExit().join();
  }

  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data())
        .setCleanDataDirectory(false)
        .setPGStartupWait(Duration.ofSeconds(60))
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("log_error_verbosity", "terse")
        .setServerConfig("log_parameter_max_length", "0")
        .setServerConfig("log_parameter_max_length_on_error", "0")
        .setOutputRedirector(log())
        .setErrorRedirector(log());
  }

  private Redirect log() {
    return Redirect.appendTo(logFile().toFile());
  }

  private Path logFile() {
    return folder.resolve("postgres.log");
  }
}
