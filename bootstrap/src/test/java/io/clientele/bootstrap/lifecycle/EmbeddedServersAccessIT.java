package io.clientele.bootstrap.lifecycle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.testbed.service.AdminSession;
import io.clientele.testbed.service.ServiceLauncher;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another user of the machine reaches of the embedded servers: nothing. */
class EmbeddedServersAccessIT {
  private static final String OTHER_USER_ID = "65534";

  @TempDir private Path folder;

  @Test
  void accessRequiresThePassword() throws Exception {
    try (var service = start()) {
      service.awaitOutput("Ctrl-C");
      service.open("Ada Lovelace");
      refusesPostgres();
      assertThat(redisAnswer("PING\r\n")).startsWith("-NOAUTH");
      assertThat(redisAnswer("AUTH wrong\r\n")).startsWith("-WRONGPASS");
      keepsFilesToItself();
      assertThat(service.output()).doesNotContain(password("postgres"), password("redis"));
      service.terminate();
      assertThat(service.exitCode()).isZero();
    }
  }

  @Test
  void anotherUserCanReadNoSecretAndNoSocket() throws Exception {
    assertThat(asNobody("true"))
        .as("setpriv makes another user, as root or by sudo without a password")
        .isZero();
    try (var service = start()) {
      service.awaitOutput("Ctrl-C");
      // Anyone may enter the folder above.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      for (var file : List.of("keys", "postgres.password", "redis.password", "redis/redis.conf")) {
        assertThat(asNobody("cat", data().resolve(file).toString())).as(file).isNotZero();
      }
      assertThat(asNobody("ls", data().toString())).isNotZero();
      assertThat(Path.of("/tmp", ".s.PGSQL." + postgresPort())).doesNotExist();
      service.terminate();
      assertThat(service.exitCode()).isZero();
    }
  }

  @Test
  void aFolderOfAnEarlierVersionIsUpgraded() throws Exception {
    String account;
    try (var first = start()) {
      first.awaitOutput("Ctrl-C");
      account = "/v1/accounts/" + first.open("Grace Hopper");
      first.terminate();
      assertThat(first.exitCode()).isZero();
    }
    // As earlier versions left it.
    Files.delete(data().resolve("postgres.password"));
    Files.delete(data().resolve("redis.password"));
    Files.writeString(
        data().resolve("postgres/pg_hba.conf"),
        "local all all trust\nhost all all 127.0.0.1/32 trust\n");
    try (var second = start()) {
      second.awaitOutput("Ctrl-C");
      assertThat(second.get(account).statusCode()).isEqualTo(200);
      refusesPostgres();
      second.terminate();
      assertThat(second.exitCode()).isZero();
    }
  }

  private void refusesPostgres() throws IOException {
    var url = "jdbc:postgresql://127.0.0.1:" + postgresPort() + "/postgres";
    assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", null))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "postgres"))
        .isInstanceOfSatisfying(
            SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
    assertThatThrownBy(() -> DriverManager.getConnection(url, "stranger", "stranger"))
        .isInstanceOf(SQLException.class);
  }

  private void keepsFilesToItself() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
        .isEqualTo("rwx------");
    for (var file : List.of("keys", "postgres.password", "redis.password", "redis/redis.conf")) {
      var permissions = Files.getPosixFilePermissions(data().resolve(file));
      assertThat(PosixFilePermissions.toString(permissions)).as(file).isEqualTo("rw-------");
    }
  }

  private String redisAnswer(String command) throws IOException {
    var port =
        Files.readAllLines(data().resolve("redis/redis.conf")).stream()
            .filter(line -> line.startsWith("port "))
            .map(line -> Integer.parseInt(line.substring(5)))
            .findFirst()
            .orElseThrow();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write((command + "QUIT\r\n").getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  private int postgresPort() throws IOException {
    var lines = Files.readAllLines(data().resolve("postgres/postmaster.pid"));
    return Integer.parseInt(lines.get(3).strip());
  }

  private String password(String server) throws IOException {
    return Files.readString(data().resolve(server + ".password")).strip();
  }

  private Path data() {
    return folder.resolve(".clientele");
  }

  private static int asNobody(String... command) throws Exception {
    var whole = new ArrayList<String>();
    if (!"root".equals(System.getProperty("user.name"))) {
      whole.addAll(List.of("sudo", "-n"));
    }
    whole.addAll(
        List.of("setpriv", "--reuid", OTHER_USER_ID, "--regid", OTHER_USER_ID, "--clear-groups"));
    whole.addAll(List.of(command));
    return run(whole);
  }

  private static int run(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException missing) {
      return 127;
    }
  }

  private ServiceProcess start() {
    var settings = new HashMap<>(ServiceLauncher.ports());
    settings.remove("BIND");
    settings.putAll(AdminSession.ADMIN);
    return ServiceLauncher.start(folder, settings, "--embedded");
  }
}
