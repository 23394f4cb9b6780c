package io.clientele.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.apikit.client.ApiClient;
import io.clientele.domain.identity.Front;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.apikey.ApiKeyScope;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The store serves its own document, and takes its own credentials. */
class StoreConformanceTest {
  private static final String ALL = "/store/v1/products";
  private static final String ABSENT = "/01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String[] IMAGES = {"Accept", "image/png"};
  private static final List<String> DOCUMENTS =
      List.of("/store/openapi.yaml", "/store/openapi.json", "/store/docs");

  private static InMemoryServer service;
  private static ApiClient store;
  private static String customer;
  private static String ofOperations;

  @BeforeAll
  static void start() {
    service = new InMemoryServer();
    var account = new TestClient(service.port()).open("Ada Lovelace");
    var roles = Set.of(Role.CUSTOMER);
    customer =
        service
            .context(InMemoryIdentity.class)
            .key(new ApiKeyScope(roles, account, Front.STORE), null);
    ofOperations = service.context(InMemoryIdentity.class).keyOf(account);
    store = new ApiClient(at(service), customer, "/store/openapi.json");
  }

  @AfterAll
  static void stop() {
    store.close();
    service.close();
  }

  @Test
  void everyDocumentedStatusIsAnsweredAsDocumented() {
    var operations = new TestClient(service.port());
    var body = "{\"sku\":\"TEA\",\"title\":\"Tea\",\"kind\":\"goods\",\"status\":\"active\"}";
    var product = "/store" + operations.call("POST", "/v1/products", body).header("Location");
    for (var path : List.of(ALL, product)) {
      var tag = store.call(200, "GET", path, "").header("ETag");
      store.call(304, "GET", path, "", "If-None-Match", tag);
      store.call(400, "GET", path + "?x=1", "");
      store.call(401, "GET", path, "", "Authorization", "Bearer unknown");
      store.call(406, "GET", path, "", IMAGES);
    }
    store.call(404, "GET", ALL + ABSENT, "");
    for (var path : DOCUMENTS) {
      store.call(200, "GET", path, "");
      store.call(400, "GET", path + "?x=1", "");
      store.call(406, "GET", path, "", IMAGES);
    }
    service.startOutage();
    store.call(503, "GET", ALL, "");
    store.call(503, "GET", ALL + ABSENT, "");
    service.endOutage();
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

  @Test
  void everySecuredOperationRefusesTheTokenOfTheStore() {
    try (var operations = new ApiClient(at(service), InMemoryIdentity.ADMIN_BEARER)) {
      operations.callEach(401, ABSENT.substring(1), customer);
    }
  }

  @Test
  void theStoreRefusesEveryTokenOfTheOperations() {
    var tokens =
        List.of(
            InMemoryIdentity.ADMIN_BEARER,
            service.context(InMemoryIdentity.class).bearerOf(Role.OPERATOR),
            service.context(InMemoryIdentity.class).bearerOf(Role.AUDITOR),
            ofOperations);
    for (var route : service.routes().api(Front.STORE)) {
      if (route.verifiesCredentials() || route.permission() != null) {
        var path = route.path().replace("/{id}", ABSENT);
        for (var token : tokens) {
          store.call(401, route.method(), path, "", "Authorization", "Bearer " + token);
        }
      }
    }
    store.call(200, "GET", ALL, "", "Authorization", "Bearer " + customer);
  }

  private static URI at(InMemoryServer service) {
    return URI.create("http://127.0.0.1:" + service.port());
  }
}
