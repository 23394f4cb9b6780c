package io.clientele.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.apikit.client.ApiClient;
import io.clientele.apikit.fuzz.ApiFuzzer;
import io.clientele.apikit.fuzz.CanaryData;
import io.clientele.apikit.scenario.ScenarioSession;
import io.clientele.apikit.scenario.store.StoreScenario;
import io.clientele.domain.identity.Front;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.apikey.ApiKeyScope;
import io.clientele.domain.kernel.AccountId;
import io.clientele.http.testing.CustomerClient;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No token, call or property of one front is good for the other; generated from both documents. */
class TwoFrontsTest {
  private static final String ABSENT = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final int REQUESTS = 3_000;

  private final InMemoryServer service = new InMemoryServer();
  private final URI base = URI.create("http://127.0.0.1:" + service.port());
  private final ApiClient operations = new ApiClient(base, InMemoryIdentity.ADMIN_BEARER);
  private final ApiClient store = new ApiClient(base, "none", "/store/openapi.json");
  private final InMemoryIdentity identity = service.context(InMemoryIdentity.class);
  private final TestClient client = new TestClient(service.port());
  private final AccountId account = client.open("Ada Lovelace");

  @AfterEach
  void stop() {
    operations.close();
    store.close();
    service.close();
  }

  private String customer() {
    return identity.key(new ApiKeyScope(Set.of(Role.CUSTOMER), account, Front.STORE), null);
  }

  @Test
  void everyOperationOfTheStoreRefusesEveryTokenOfOperations() {
    var tokens =
        List.of(
            InMemoryIdentity.ADMIN_BEARER,
            identity.bearerOf(Role.OPERATOR),
            identity.bearerOf(Role.AUDITOR),
            identity.key(new ApiKeyScope(Set.of(Role.OPERATOR, Role.AUDITOR), null), null),
            identity.keyOf(account));
    for (var token : tokens) {
      store.callEach(401, ABSENT, token);
    }
    var customer = customer();
    store.call(200, "GET", "/store/v1/me", "", "Authorization", "Bearer " + customer);
    store.call(200, "GET", "/store/v1/products", "", "Authorization", "Bearer " + customer);
  }

  @Test
  void everyOperationOfOperationsRefusesTheTokenOfTheStore() {
    operations.callEach(401, ABSENT, customer());
  }

  /** Visitors see the catalogue and the documents; all else is for customers. */
  @Test
  void onlyTheCatalogueAndTheDocumentsNeedNoToken() {
    var open = new ArrayList<String>();
    for (var route : service.routes().api(Front.STORE)) {
      var path = route.path().replace("{id}", ABSENT);
      if (client.call(route.method(), path, "", "Authorization: none").status() != 401) {
        open.add(route.method() + " " + route.path());
      }
    }
    assertThat(open)
        .containsExactlyInAnyOrder(
            "GET /store/docs",
            "HEAD /store/docs",
            "GET /store/openapi.json",
            "HEAD /store/openapi.json",
            "GET /store/openapi.yaml",
            "HEAD /store/openapi.yaml");
  }

  /** The properties of operations that the store does not have. */
  private Set<String> hidden() {
    var hidden = operations.document().propertyNames();
    hidden.removeAll(store.document().propertyNames());
    return hidden;
  }

  @Test
  void noPropertyOfOperationsIsInAnyResponseOfTheStore() throws InterruptedException {
    assertThat(hidden())
        .contains(
            "accountId", "reason", "metadata", "actor", "stock", "onHand", "reserved", "version");
    var session =
        new ScenarioSession(
            operations, InMemoryIdentity.ADMIN_EMAIL, InMemoryIdentity.ADMIN_PASSWORD);
    new StoreScenario(session, store).run();
    assertThat(store.memberNames())
        .contains("lineCount", "availability", "emailVerified", "pointers")
        .doesNotContainAnyElementsOf(hidden());
    assertThat(fuzzed().memberNames())
        .contains("availability", "emailVerified")
        .doesNotContainAnyElementsOf(hidden());
  }

  /** Sends random requests of two customers, and of one whose token is bad. */
  private ApiFuzzer fuzzed() throws InterruptedException {
    var customers = List.of(customer(), customer());
    var callers =
        new ApiFuzzer.Callers() {
          @Override
          public List<String> tokens() {
            return customers;
          }

          @Override
          public void renew(int caller, String refused) {}
        };
    var api = new ApiClient(base, "none", "/store/openapi.json");
    var ids = new ArrayList<>(List.of(account.toString()));
    client
        .get("/v1/products")
        .json()
        .path("data")
        .forEach(one -> ids.add(one.path("id").asString()));
    var fuzzer = new ApiFuzzer(api, base, new CanaryData(ids), callers, 1);
    assertThat(fuzzer.run(0, REQUESTS, 2)).isEmpty();
    return fuzzer;
  }

  /** A page token names its list: it says nothing to the other front. */
  @Test
  void thePageTokenOfOneFrontIs400AtTheOther() {
    var created =
        "{\"sku\": \"LAMP-%d\", \"title\": \"Lamp\", \"kind\": \"service\", \"status\":"
            + " \"active\"}";
    for (var i = 0; i < 2; i++) {
      assertThat(client.call("POST", "/v1/products", created.formatted(i)).status()).isEqualTo(201);
    }
    var visitor = "Authorization: Bearer " + customer();
    var ofOperations = client.get("/v1/products?limit=1").json().path("nextCursor").asString();
    var ofStore =
        client.get("/store/v1/products?limit=1", visitor).json().path("nextCursor").asString();
    assertThat(ofOperations).isNotBlank();
    assertThat(ofStore).isNotBlank();
    refusesCursor(client.get("/store/v1/products?cursor=" + ofOperations, visitor));
    refusesCursor(client.get("/store/v1/me/orders?cursor=" + ofOperations, visitor));
    refusesCursor(client.get("/v1/products?cursor=" + ofStore));
    refusesCursor(client.get("/v1/orders?cursor=" + ofStore));
  }

  private static void refusesCursor(RawSocketClient.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo("cursor");
  }

  @Test
  void operationsAndStoreShareNoPath() {
    var order = CustomerClient.newOrder();
    var authorization = "Authorization: Bearer " + customer();
    for (var path :
        List.of("/store/v1/accounts", "/store/v1/orders", "/v1/me/orders", "/store/v1/x")) {
      assertThat(client.call("GET", path, "", authorization).status()).as(path).isEqualTo(404);
    }
    assertThat(client.call("PUT", order.replace("/store", ""), "{}", authorization).status())
        .isEqualTo(404);
  }
}
