package io.clientele.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Front;
import io.clientele.http.limits.CpuBulkhead;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.RouteTable;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store on a port of its own, with limits of its own. */
class StoreListenerTest {
  private static final String WAIT = "/store/v1/wait";
  private static final int WAIT_MILLIS = 200;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);

  /** A route of the store that waits, and one of each front that tells the front of its thread. */
  private final RouteGroup routes =
      routes -> {
        routes.get(WAIT).ofStore().anyone().by(http -> http.result(awaited()));
        routes.get("/store/v1/front").ofStore().anyone().by(http -> http.result(front()));
        routes.get("/v1/front").anyone().by(http -> http.result(front()));
      };

  private static String front() {
    return CurrentFront.isStore() ? "store" : "operations";
  }

  private String awaited() {
    try {
      begun.countDown();
      assertThat(go.await(10, TimeUnit.SECONDS)).isTrue();
      return "done";
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private HttpServer server(StoreIngress store) {
    var server =
        new HttpServer(
            OverloadTest.config(10, WAIT_MILLIS).withStore(store),
            RouteTable.of(Set.of(routes)),
            RequestAdmission.of((http, front) -> null),
            new CpuBulkhead(),
            OpenTelemetry.noop());
    server.start();
    server.startStore();
    return server;
  }

  private static StoreIngress ownPort(int connectionsMax, int workMax) {
    return new StoreIngress(OptionalInt.of(0), connectionsMax, workMax);
  }

  private CompletableFuture<RawSocketClient.Answer> begin(int port) throws Exception {
    var answer =
        CompletableFuture.supplyAsync(
            () -> new TestClient(port).get(WAIT), Thread::startVirtualThread);
    assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
    return answer;
  }

  @Test
  void eachPortHasTheRoutesOfItsFrontAndThoseOfEveryFront() {
    var config = HttpConfig.of("127.0.0.1", 0).withStore(StoreIngress.SHARED.on(0));
    try (var service = new InMemoryServer(config)) {
      var operations = new TestClient(service.port());
      var store = new TestClient(service.storePort());
      for (var path : List.of("/health/live", "/health/ready", "/problems/unavailable")) {
        assertThat(operations.get(path).status()).as(path).isEqualTo(200);
        assertThat(store.get(path).status()).as(path).isEqualTo(200);
      }
      assertThat(operations.get("/v1/accounts").status()).isEqualTo(200);
      assertThat(store.get("/store/v1/products", "Authorization: none").status()).isEqualTo(401);
      for (var route : service.routes().all()) {
        var other = route.front() == Front.STORE ? operations : store;
        if (route.method().equals("GET") && !route.isOfEveryFront()) {
          assertThat(other.get(route.path().replaceAll("[{}]", "")).status())
              .as("%s at the other port", route)
              .isEqualTo(404);
        }
      }
    }
  }

  @Test
  void onOnePortAThreadKnowsItsFront() {
    try (var server = server(StoreIngress.SHARED)) {
      var client = new TestClient(server.port());
      assertThat(server.storePort()).isEmpty();
      assertThat(client.get("/store/v1/front").body()).isEqualTo("store");
      assertThat(client.get("/v1/front").body()).isEqualTo("operations");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCrowdOfRequestsOfTheStoreTakesNoPlaceOfOperations(boolean hasOwnPort) throws Exception {
    var port = hasOwnPort ? OptionalInt.of(0) : OptionalInt.empty();
    try (var server = server(new StoreIngress(port, 10, 1))) {
      var storePort = server.storePort().orElse(server.port());
      var first = begin(storePort);
      assertThat(new TestClient(storePort).get("/store/v1/front").status()).isEqualTo(503);
      assertThat(new TestClient(server.port()).get("/v1/front").status()).isEqualTo(200);
      go.countDown();
      assertThat(first.join().body()).isEqualTo("done");
    }
  }

  @Test
  void theConnectionsOfTheStoreHaveACapOfTheirOwn() throws Exception {
    try (var server = server(ownPort(1, 10))) {
      var port = server.storePort().orElseThrow();
      var first = begin(port);
      try (var second = new RawSocketClient(port)) {
        second.send(RawSocketClient.request("GET", "/store/v1/front", ""));
        for (var i = 0; i < 20; i++) {
          assertThat(new TestClient(server.port()).get("/v1/front").status()).isEqualTo(200);
        }
        assertThat(second.hasNothingToRead()).isTrue();
        go.countDown();
        assertThat(first.join().status()).isEqualTo(200);
        assertThat(second.read().body()).isEqualTo("store");
      }
    }
  }

  @Test
  void aStoppingServerCompletesTheRequestsOfTheStore() throws Exception {
    var server = server(ownPort(10, 10));
    var first = begin(server.storePort().orElseThrow());
    var stopping = CompletableFuture.runAsync(server::close, Thread::startVirtualThread);
    assertThat(stopping.isDone()).isFalse();
    go.countDown();
    assertThat(first.join().body()).isEqualTo("done");
    stopping.join();
  }
}
