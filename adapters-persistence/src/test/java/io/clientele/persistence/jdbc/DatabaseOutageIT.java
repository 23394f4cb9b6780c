package io.clientele.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.persistence.account.JdbcAccountDirectory;
import io.clientele.persistence.account.JdbcAccounts;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.account.AccountSample;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DatabaseOutageIT {
  private static final Duration WITHIN = Duration.ofMillis(2_000);

  private final AccountSample sample = new AccountSample(3);

  @Test
  void anUnreachableDatabaseAtTheStartIsNotFatal() {
    try (var database = TestPostgres.unreachable()) {
      assertThat(database.isReady()).isFalse();
      assertUnavailableSoon(database::id);
      assertUnavailableSoon(
          () ->
              new JdbcAccounts(database, TestPostgres.CHANGES, TestPostgres.ERASERS)
                  .find(sample.id()));
    }
  }

  @Test
  void anUnreachableDatabaseIsUnavailableToEachKindOfWork() {
    try (var database = TestPostgres.unreachable()) {
      for (var kind : List.of(database.requests(), database.work(), database.bulk())) {
        assertThatThrownBy(() -> kind.update("SELECT 1")).isInstanceOf(PortUnavailable.class);
      }
    }
  }

  @Test
  void aHangingServerIsUnavailableWithinTwoSecondsAndRecovers() throws Exception {
    var stored = sample.opening();
    try (var line = new Line(TestPostgres.V18.server().getPort());
        var target = TestPostgres.V18.migrated();
        var database = new Database(DatabaseConfig.of(line.through(target.login())))) {
      var accounts = new JdbcAccounts(database, TestPostgres.CHANGES, TestPostgres.ERASERS);
      var directory = new JdbcAccountDirectory(database);
      accounts.save(stored);
      assertThat(accounts.find(stored.state().id()).present()).isPresent();
      line.freeze();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var all = new ArrayList<Future<?>>();
        for (var i = 0; i < 50; i++) {
          all.add(
              threads.submit(
                  () -> assertUnavailableSoon(() -> accounts.find(stored.state().id()))));
        }
        all.add(threads.submit(() -> assertUnavailableSoon(() -> accounts.save(sample.opening()))));
        all.add(threads.submit(() -> assertUnavailableSoon(() -> directory.list(firstPage()))));
        for (var one : all) {
          one.get();
        }
      }
      assertThat(database.isReady()).isFalse();
      line.thaw();
      assertThat(eventually(() -> accounts.find(stored.state().id()).present().isPresent()))
          .isTrue();
    }
  }

  private static AccountQuery firstPage() {
    return new AccountQuery(AccountFilter.ALL, AccountOrder.CREATED, null, 10, true);
  }

  private static void assertUnavailableSoon(ThrowingCallable call) {
    var begun = System.nanoTime();
    assertThatThrownBy(call).isInstanceOf(PortUnavailable.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(WITHIN);
  }

  private static boolean eventually(java.util.function.BooleanSupplier condition) {
    var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() - end < 0) {
      try {
        if (condition.getAsBoolean()) {
          return true;
        }
      } catch (PortUnavailable e) {
        Thread.onSpinWait(); // not yet
      }
    }
    return false;
  }

  /** A connection to the server that can be paused: sent bytes neither arrive nor fail. */
  private static final class Line implements AutoCloseable {
    private final ServerSocket entry;
    private final int port;
    private final List<Socket> sockets = new ArrayList<>();
    private volatile CountDownLatch flow = new CountDownLatch(0);

    Line(int port) throws IOException {
      this.port = port;
      this.entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(this::accept);
    }

    DatabaseConfig.Login through(DatabaseConfig.Login login) {
      var url = login.url().replace(":" + port + "/", ":" + entry.getLocalPort() + "/");
      return new DatabaseConfig.Login(url, login.user(), login.password());
    }

    void freeze() {
      flow = new CountDownLatch(1);
    }

    void thaw() {
      flow.countDown();
    }

    private void accept() {
      while (!entry.isClosed()) {
        try {
          var client = entry.accept();
          var server = new Socket(InetAddress.getLoopbackAddress(), port);
          keep(client, server);
          Thread.ofVirtual().start(() -> carry(client, server));
          Thread.ofVirtual().start(() -> carry(server, client));
        } catch (IOException e) {
          return; // closed
        }
      }
    }

    private void carry(Socket from, Socket to) {
      try (from;
          to) {
        var bytes = new byte[8_192];
        for (var n = from.getInputStream().read(bytes);
            n >= 0;
            n = from.getInputStream().read(bytes)) {
          flow.await();
          to.getOutputStream().write(bytes, 0, n);
        }
      } catch (IOException | InterruptedException e) {
        return; // one end has closed, so the other end is closed too
      }
    }

    private synchronized void keep(Socket one, Socket other) {
      sockets.add(one);
      sockets.add(other);
    }

    @Override
    public synchronized void close() throws IOException {
      thaw();
      entry.close();
      for (var socket : sockets) {
        socket.close();
      }
    }
  }
}
