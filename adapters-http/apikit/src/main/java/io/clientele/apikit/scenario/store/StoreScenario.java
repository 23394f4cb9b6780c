package io.clientele.apikit.scenario.store;

import static io.clientele.apikit.scenario.store.StoreCustomer.JSON;
import static io.clientele.apikit.scenario.store.StoreCustomer.ORDERS;
import static io.clientele.apikit.scenario.store.StoreCustomer.last;

import io.clientele.apikit.client.ApiClient;
import io.clientele.apikit.scenario.ContextScenario;
import io.clientele.apikit.scenario.ScenarioSession;
import java.util.List;
import java.util.Locale;

/** Calls every operation of the store: as a visitor, as a customer, and with unknown tokens. */
public final class StoreScenario implements ContextScenario {
  private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String ABSENT = ORDERS + "/" + ID;
  private static final String PRODUCTS = "/store/v1/products";
  private static final String ME = "/store/v1/me";
  private static final String PORTFOLIO = ME + "/portfolio?quote=";
  private static final List<String> DOCUMENTS =
      List.of("/store/openapi.yaml", "/store/openapi.json", "/store/docs");
  private static final String[] IMAGES = {"Accept", "image/png"};
  private static final String[] TEXT = {"Content-Type", "text/plain"};
  private static final String[] OTHER_VERSION = {"If-Match", "\"other\""};
  private static final String LARGE = "{\"name\":\"" + "a".repeat(70_000) + "\"}";
  private static final String RENAMED = "{\"name\":\"Ada King\"}";

  private final ScenarioSession session;
  private final ApiClient operations;
  private final ApiClient store;
  private final String unique;
  private final String currency;
  private final StoreCustomer customer;
  private String gift = "";

  /** Creates the scenario; the session sets up what the customers buy. */
  public StoreScenario(ScenarioSession session, ApiClient store) {
    this.session = session;
    this.operations = session.api();
    this.store = store;
    this.unique = session.unique().toUpperCase(Locale.ROOT);
    this.currency = "SOLD-" + unique;
    this.customer = new StoreCustomer(session, store, "Store Customer");
  }

  @Override
  public void run() {
    var asset = "{\"code\":\"%s\",\"scale\":2,\"kind\":\"money\"}".formatted(currency);
    operations.call(201, "POST", "/v1/assets", asset, JSON);
    gift = product("FREE", "0");
    catalogue();
    var order = placing(product("DEAR", "1000"));
    reads(order);
    commands(order);
    me();
    store.callEach(401, ID, "unknown");
  }

  private String product(String sku, String price) {
    var creation =
        """
        {"sku":"%s-%s","title":"Gift","kind":"goods","status":"active"}\
        """
            .formatted(sku, unique);
    var path = operations.call(201, "POST", "/v1/products", creation, JSON).header("Location");
    var amount = "{\"currency\":\"%s\",\"amount\":\"%s\"}".formatted(currency, price);
    operations.call(201, "POST", path + "/prices", amount, JSON);
    var receipt = "{\"quantity\":\"100\",\"reason\":\"tour\"}";
    operations.call(201, "POST", path + "/receipts", receipt, key("receipt-" + sku));
    return path;
  }

  private String[] key(String name) {
    return new String[] {JSON[0], JSON[1], "Idempotency-Key", name + "-" + unique};
  }

  private void catalogue() {
    for (var path : List.of(PRODUCTS, PRODUCTS + "/" + last(gift))) {
      var tag = customer.call(200, "GET", path, "").header("ETag");
      customer.call(304, "GET", path, "", "If-None-Match", tag);
      refused(path);
    }
    customer.call(404, "GET", PRODUCTS + "/" + ID, "");
    for (var path : DOCUMENTS) {
      customer.call(200, "GET", path, "");
      refused(path);
    }
  }

  private void refused(String path) {
    customer.call(400, "GET", path.replaceFirst("\\?.*", "") + "?x=1", "");
    customer.call(406, "GET", path, "", IMAGES);
  }

  private String placing(String dear) {
    var order = customer.newOrder();
    var body = StoreCustomer.order(gift, currency, "2");
    customer.call(201, "PUT", order, body, JSON);
    customer.call(200, "PUT", order, body, JSON);
    customer.call(409, "PUT", order, StoreCustomer.order(gift, currency, "1"), JSON);
    var other = customer.newOrder();
    customer.call(409, "PUT", other, StoreCustomer.order(gift, currency, "1000"), JSON);
    customer.call(409, "PUT", other, StoreCustomer.order(ID, currency, "1"), JSON);
    var seen = body.replace("\"quantity\"", "\"unitPrice\":\"1\",\"quantity\"");
    customer.call(409, "PUT", other, seen, JSON);
    customer.call(422, "PUT", other, StoreCustomer.order(dear, currency, "1"), JSON);
    unreadable("PUT", other, body);
    return order;
  }

  private void unreadable(String method, String path, String body) {
    customer.call(400, method, path, "{\"x\":1}", JSON);
    customer.call(406, method, path, body, IMAGES);
    customer.call(413, method, path, LARGE, JSON);
    customer.call(415, method, path, body, TEXT);
  }

  private void reads(String order) {
    customer.place(gift, currency);
    customer.call(200, "GET", ORDERS + "?limit=1", "");
    refused(ORDERS);
    customer.call(200, "GET", order, "");
    customer.call(404, "GET", ABSENT, "");
    refused(order);
    customer.call(200, "HEAD", order + "/events", "");
    customer.call(404, "GET", ABSENT + "/events", "");
    refused(order + "/events");
  }

  private void commands(String order) {
    for (var command : List.of("/confirmation", "/cancellation")) {
      customer.call(412, "POST", order + command, "", OTHER_VERSION);
      customer.call(404, "POST", ABSENT + command, "");
      customer.call(400, "POST", order + command + "?x=1", "");
      customer.call(406, "POST", order + command, "", IMAGES);
    }
    customer.call(200, "POST", order + "/confirmation", "");
    operations.call(201, "POST", "/v1/orders/" + last(order) + "/shipments", "{}", JSON);
    customer.call(409, "POST", order + "/cancellation", "");
    var cancelled = customer.place(gift, currency);
    customer.call(200, "POST", cancelled + "/cancellation", "");
    customer.call(409, "POST", cancelled + "/confirmation", "");
  }

  private void me() {
    customer.call(200, "GET", ME, "");
    refused(ME);
    customer.call(200, "PATCH", ME, RENAMED, JSON);
    customer.call(412, "PATCH", ME, "{\"name\":\"Ada\"}", JSON[0], JSON[1], "If-Match", "\"x\"");
    var taken = operations.call(200, "GET", session.openAccount("Taken"), "").json().path("email");
    customer.call(409, "PATCH", ME, "{\"email\":\"%s\"}".formatted(taken.asString()), JSON);
    unreadable("PATCH", ME, RENAMED);
    customer.call(200, "GET", PORTFOLIO + currency, "");
    refused(PORTFOLIO + currency);
  }

  @Override
  public void runWithoutDatabase() {
    for (var path : List.of(PRODUCTS, PRODUCTS + "/" + ID, ORDERS, ABSENT, ABSENT + "/events")) {
      customer.call(503, "GET", path, "");
    }
    customer.call(503, "PUT", ABSENT, StoreCustomer.order(ID, "USD", "1"), JSON);
    customer.call(503, "POST", ABSENT + "/confirmation", "");
    customer.call(503, "POST", ABSENT + "/cancellation", "");
    customer.call(503, "GET", ME, "");
    customer.call(503, "PATCH", ME, RENAMED, JSON);
    customer.call(503, "GET", PORTFOLIO + "USD", "");
  }
}
