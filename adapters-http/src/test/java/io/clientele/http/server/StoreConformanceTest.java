package io.clientele.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.apikit.client.ApiClient;
import io.clientele.apikit.scenario.ScenarioSession;
import io.clientele.apikit.scenario.store.StoreScenario;
import io.clientele.domain.identity.Front;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The store serves its own document. */
class StoreConformanceTest {
  private static final String ALL = "/store/v1/products";
  private static final String ABSENT = "/01890a5d-ac96-774b-bcce-b302099a8057";

  private static InMemoryServer service;
  private static ApiClient store;

  @BeforeAll
  static void start() {
    service = new InMemoryServer();
    store = new ApiClient(at(service), "none", "/store/openapi.json");
  }

  @AfterAll
  static void stop() {
    store.close();
    service.close();
  }

  @Test
  void everyDocumentedStatusIsAnsweredAsDocumented() {
    try (var operations = new ApiClient(at(service), InMemoryIdentity.ADMIN_BEARER)) {
      var session =
          new ScenarioSession(
              operations, InMemoryIdentity.ADMIN_EMAIL, InMemoryIdentity.ADMIN_PASSWORD);
      var scenario = new StoreScenario(session, store);
      scenario.run();
      service.startOutage();
      scenario.runWithoutDatabase();
      service.endOutage();
    }
    try (var starting = InMemoryServer.starting()) {
      store.callAt(at(starting), 503, "GET", ALL);
      store.callEachAt(at(starting), 429, ABSENT.substring(1));
    }
    assertThat(store.unseen()).isEmpty();
  }

  @Test
  void everyRouteIsDocumentedAtItsFrontOnly() {
    var routes =
        service.routes().api(Front.STORE).stream()
            .map(route -> route.method() + " " + route.path())
            .toList();
    assertThat(routes).contains("GET " + ALL).doesNotHaveDuplicates();
    assertThat(store.undocumented(routes)).isEmpty();
    try (var operations = new ApiClient(at(service), InMemoryIdentity.ADMIN_BEARER)) {
      assertThat(operations.document().operations())
          .noneMatch(operation -> operation.path().startsWith("/store"));
      assertThat(store.document().operations())
          .allMatch(operation -> operation.path().startsWith("/store"));
    }
  }

  @Test
  void theExamplesOfTheDocumentMatchItsSchemas() {
    assertThat(store.faultsOfExamples()).isEmpty();
  }

  private static URI at(InMemoryServer service) {
    return URI.create("http://127.0.0.1:" + service.port());
  }
}
