package io.clientele.http.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Front;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.http.route.Route;
import io.clientele.http.testing.context.InMemoryTaskContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Things that exist in a service, and requests to its routes that name them. */
public final class RouteExamples {
  private static final String ABSENT = "01890a5d-ac96-774b-bcce-b302099a8057";

  private final TestClient caller;
  private final CustomerClient customer;
  private final Map<String, String> ids;

  /** Creates the things. */
  public RouteExamples(InMemoryServer service) {
    caller = new TestClient(service.port());
    var owner = caller.open("Ada");
    customer = new CustomerClient(service, owner);
    var account = owner.toString();
    caller.call("POST", "/v1/assets", "{\"code\":\"USD\",\"scale\":2,\"kind\":\"money\"}");
    var bank = "{\"asset\":\"USD\",\"name\":\"bank\",\"floor\":null}";
    var pocket = idOf("/v1/pockets", bank);
    var product = product();
    ids =
        Map.of(
            "/store/v1/me/orders", order(product),
            "/store/v1/products", product,
            "/v1/pockets", pocket,
            "/v1/transfers", transfer(account, pocket),
            "/v1/operators", operator(),
            "/v1/events", caller.get("/v1/events").json().path("data").get(0).path("id").asString(),
            "/v1/tasks", service.context(InMemoryTaskContext.class).buryTask(),
            "/v1/accounts", account,
            "/v1/api-keys", account);
  }

  private String idOf(String path, String body) {
    return caller.call("POST", path, body).json().path("id").asString();
  }

  private String operator() {
    return idOf(
        "/v1/operators",
        "{\"name\":\"Eve\",\"email\":\"eve@example.com\",\"roles\":[\"operator\"],"
            + "\"password\":\"twelve letters and more\"}");
  }

  private String transfer(String account, String from) {
    var to = idOf("/v1/accounts/" + account + "/pockets", "{\"asset\":\"USD\",\"name\":\"main\"}");
    var leg =
        "{\"from\":\"%s\",\"to\":\"%s\",\"asset\":\"USD\",\"amount\":\"1\"}".formatted(from, to);
    var transfer = TransferId.parse("0199f3b2-7c00-4000-8000-00000000000a").toString();
    var posted = "{\"kind\":\"posted\",\"reason\":\"pay\",\"legs\":[" + leg + "]}";
    assertThat(caller.call("PUT", "/v1/transfers/" + transfer, posted).status()).isEqualTo(201);
    return transfer;
  }

  /** A service that costs nothing. */
  private String product() {
    var id =
        idOf(
            "/v1/products",
            "{\"sku\":\"ADVICE\",\"title\":\"Advice\",\"kind\":\"service\",\"status\":\"active\"}");
    var price = "{\"currency\":\"USD\",\"amount\":\"0\"}";
    caller.call("POST", "/v1/products/" + id + "/prices", price);
    return id;
  }

  private String order(String product) {
    var path = CustomerClient.newOrder();
    var placed = customer.call("PUT", path, CustomerClient.order(product, "USD", "1"));
    assertThat(placed.status()).isEqualTo(201);
    return placed.json().path("id").asString();
  }

  /** Returns the text of a request by a caller of the front of the route. */
  public String request(Route route, String method, String target, String body, String... headers) {
    if (route.front() == Front.OPERATIONS) {
      return RawSocketClient.request(method, target, body, headers);
    }
    var all = new ArrayList<>(List.of(headers));
    all.add(customer.authorization());
    return RawSocketClient.anonymous(method, target, body, all.toArray(String[]::new));
  }

  /** The path with the id of something that exists, if any is known. */
  public String path(Route route) {
    return ids.entrySet().stream()
        .filter(known -> route.path().startsWith(known.getKey()))
        .map(known -> filled(route, known.getValue()))
        .findFirst()
        .orElseGet(() -> filled(route, ABSENT));
  }

  private static String filled(Route route, String id) {
    return route.path().replaceAll("\\{[^}]*}", id);
  }

  /** Whether the thing that the path names exists; 404 for another comes before the body. */
  public boolean exists(Route route) {
    return route.path().indexOf('{') < 0
        || ids.keySet().stream().anyMatch(known -> route.path().startsWith(known));
  }
}
