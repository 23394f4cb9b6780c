package io.clientele.testbed.server;

import io.clientele.testbed.Await;
import io.clientele.testbed.FreePorts;
import io.clientele.testbed.InstalledPrograms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The installed PgBouncer in transaction mode, with three server connections. */
public final class PgBouncerProcess implements AutoCloseable {
  private final int port = FreePorts.one();
  private final Process process;

  private PgBouncerProcess(Path folder, int target) throws IOException {
    var settings =
        Files.writeString(
            folder.resolve("pgbouncer.ini"),
            """
            [databases]
            * = host=127.0.0.1 port=%d user=postgres
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = any
            pool_mode = transaction
            default_pool_size = 3
            max_client_conn = 500
            ignore_startup_parameters = extra_float_digits
            """
                .formatted(target, port));
    var command = new ArrayList<String>();
    if (ProcessHandle.current().info().user().filter("root"::equals).isPresent()) {
      command.addAll(List.of("unshare", "-U")); // it refuses to run as root
    }
    command.addAll(List.of(program().toString(), settings.toString()));
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("pgbouncer.log").toFile())
            .start();
  }

  /** Starts PgBouncer before this server; returns when it accepts connections. */
  public static PgBouncerProcess before(PostgresProcess postgres, Path folder) throws IOException {
    var pooler = new PgBouncerProcess(Files.createDirectories(folder), postgres.port());
    Await.until("the pooler listens", pooler::isListening);
    return pooler;
  }

  public String url(String database) {
    return "postgresql://postgres@127.0.0.1:" + port + "/" + database;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private boolean isListening() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    }
  }

  private static Path program() {
    return InstalledPrograms.onPath(List.of("pgbouncer"), "pgbouncer");
  }
}
