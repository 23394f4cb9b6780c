package io.clientele.testbed.service;

import io.clientele.testbed.Await;
import io.clientele.testbed.CpuAffinity;
import io.clientele.testbed.FreePorts;
import io.clientele.testbed.server.PostgresProcess;
import io.clientele.testbed.server.RedisProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** PostgreSQL, Redis and instances of the service, each on a fixed port. */
public final class ServiceCluster implements AutoCloseable {
  public static final String DATABASE = "accounts";

  public final PostgresProcess postgres;
  public final RedisProcess redis;
  private final Path folder;
  private final String databaseUrl;
  private final String redisUrl;
  private final List<Map<String, String>> variables = new ArrayList<>();
  private final List<ServiceProcess> instances = new ArrayList<>();
  private final AdminSession adminSession =
      new AdminSession(() -> instances.stream().map(ServiceProcess::entry).toList());

  private ServiceCluster(Path folder, int instances, Map<String, String> more) throws IOException {
    this.folder = folder;
    this.postgres = PostgresProcess.start(Files.createDirectories(folder.resolve("postgres")));
    this.redis = RedisProcess.start(Files.createDirectories(folder.resolve("redis")));
    this.databaseUrl = postgres.url(DATABASE);
    this.redisUrl = redis.url();
    for (var i = 0; i < instances; i++) {
      var own = new HashMap<>(more);
      own.put("PORT", "" + FreePorts.one());
      variables.add(own);
      this.instances.add(launch(own));
    }
    this.instances.forEach(ServiceProcess::awaitReady);
  }

  public static ServiceCluster set(Path folder, int instances, Map<String, String> more) {
    try {
      return new ServiceCluster(folder, instances, more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ServiceProcess instance(int number) {
    return instances.get(number);
  }

  /** Returns a bearer token that all instances accept. */
  public String bearer() {
    return adminSession.bearer();
  }

  public List<Integer> ports() {
    return instances.stream().map(ServiceProcess::port).toList();
  }

  /** Pins all servers to one core, and this process to the others. */
  public CpuAffinity apart() throws IOException {
    var servers = Stream.concat(postgres.processes(), Stream.of(redis.handle()));
    return CpuAffinity.apart(
        Stream.concat(servers, instances.stream().map(ServiceProcess::handle)));
  }

  public void startAgain(int number) {
    instances.get(number).close();
    instances.set(number, launch(variables.get(number)).awaitReady());
  }

  public List<String> openAccounts(int count) throws IOException, InterruptedException {
    var accounts = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      accounts.add(instances.getFirst().open("Client %d".formatted(i)));
    }
    return accounts;
  }

  /** Returns the result of a query as one number. */
  public long number(String query) throws SQLException {
    return postgres.number(DATABASE, query);
  }

  /** Every row of the service's database, as text. */
  public String dump() throws SQLException {
    return postgres.dump(DATABASE);
  }

  public String databaseUrl() {
    return databaseUrl;
  }

  /** Waits until the views of all living instances are durable and nothing is staged. */
  public void settle() {
    for (var instance : instances) {
      Await.until(
          "a flush of everything", () -> instance.post("/v1/view-flushes", "").statusCode() == 200);
    }
    Await.until(
        "nothing is staged and the reconciliation balances",
        () -> {
          var reconciliation = instances.getFirst().json("/v1/view-reconciliation");
          return reconciliation.get("open").asLong() == 0
              && reconciliation.get("sealed").asLong() == 0
              && reconciliation.get("balanced").asBoolean();
        });
  }

  public long views(String account) throws SQLException {
    return postgres.number(
        DATABASE,
        "SELECT coalesce(sum(views), 0) FROM view_total WHERE account_id = '" + account + "'");
  }

  @Override
  public void close() {
    instances.forEach(ServiceProcess::close);
    redis.close();
    postgres.close();
  }

  private ServiceProcess launch(Map<String, String> own) {
    return ServiceLauncher.on(folder, databaseUrl, redisUrl, own);
  }
}
