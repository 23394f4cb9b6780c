package io.clientele.apikit.scenario.store;

import static io.clientele.apikit.scenario.store.StoreCustomer.last;

import io.clientele.apikit.client.ApiClient;
import io.clientele.apikit.scenario.ContextScenario;
import io.clientele.apikit.scenario.ScenarioSession;
import java.util.List;
import java.util.Locale;

/** Confirms, cancels, ships and takes back orders of goods that cost nothing. */
public final class OrderScenario implements ContextScenario {
  private static final String ALL = "/v1/orders";
  private static final String SHIPMENTS = "/v1/shipments";
  private static final String ID = "/01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String LINES =
      "{\"lines\":[{\"line\":1,\"quantity\":\"1\"}],\"refund\":true}";
  private static final String SHIPPED = "{\"status\":\"shipped\"}";
  private static final String LARGE = "{\"reason\":\"" + "a".repeat(70_000) + "\"}";
  private static final String[] JSON = {"Content-Type", "application/json"};
  private static final String[] IMAGES = {"Accept", "image/png"};
  private static final String[] TEXT = {"Content-Type", "text/plain"};

  private final ScenarioSession session;
  private final ApiClient api;
  private final String unique;
  private final StoreCustomer customer;
  private String currency = "";
  private String product = "";

  /** Creates the scenario; a customer places the orders at the store. */
  public OrderScenario(ScenarioSession session, ApiClient store) {
    this.session = session;
    this.api = session.api();
    this.unique = session.unique().toUpperCase(Locale.ROOT);
    this.customer = new StoreCustomer(session, store, "Order Customer");
  }

  @Override
  public void run() {
    goods();
    var order = place();
    reads(order);
    confirmations(order);
    cancellations(order);
    var path = packing(order);
    shipments(path);
    returns(order);
    api.call(200, "POST", customer.account() + "/erasure", "");
    api.call(410, "POST", order + "/shipments", "{}", key("pack"));
    api.call(410, "POST", order + "/returns", LINES, key("return"));
  }

  private void goods() {
    currency = "PAID-" + unique;
    var asset = "{\"code\":\"%s\",\"scale\":2,\"kind\":\"money\"}".formatted(currency);
    api.call(201, "POST", "/v1/assets", asset, JSON);
    var creation =
        """
        {"sku":"GIFT-%s","title":"Gift","kind":"goods","status":"active"}\
        """
            .formatted(unique);
    product = api.call(201, "POST", "/v1/products", creation, JSON).header("Location");
    var price = "{\"currency\":\"%s\",\"amount\":\"0\"}".formatted(currency);
    api.call(201, "POST", product + "/prices", price, JSON);
    var receipt = "{\"quantity\":\"100\",\"reason\":\"tour\"}";
    api.call(201, "POST", product + "/receipts", receipt, key("gifts"));
  }

  private String place() {
    return ALL + "/" + last(customer.place(product, currency));
  }

  private void reads(String order) {
    readable(ALL + "?limit=1&status=open", ALL);
    readable(ALL + "/reconciliation", ALL + "/reconciliation");
    readable(order, order);
    api.call(404, "GET", ALL + ID, "");
  }

  private void confirmations(String order) {
    var path = order + "/confirmation";
    api.call(412, "POST", path, "", "If-Match", "\"9\"");
    api.call(200, "POST", path, "");
    api.call(404, "POST", ALL + ID + "/confirmation", "");
    session.queue("POST", path, "");
    api.call(400, "POST", path + "?x=1", "");
    api.call(406, "POST", path, "", IMAGES);
    var cancelled = place();
    api.call(200, "POST", cancelled + "/cancellation", "{}", JSON);
    api.call(409, "POST", cancelled + "/confirmation", "");
  }

  private void cancellations(String order) {
    var other = place() + "/cancellation";
    api.call(412, "POST", other, "{}", JSON[0], JSON[1], "If-Match", "\"9\"");
    api.call(409, "POST", other, LINES.replace(",\"refund\":true", ""), JSON);
    api.call(200, "POST", other, "{\"reason\":\"Sold twice\"}", JSON);
    api.call(404, "POST", ALL + ID + "/cancellation", "{}", JSON);
    session.queue("POST", other, "{}", JSON);
    unreadable("POST", order + "/cancellation", "{}", JSON);
  }

  private String packing(String order) {
    var path = order + "/shipments";
    var packed = api.call(201, "POST", path, "{}", key("pack"));
    api.call(201, "POST", path, "{}", key("pack"));
    api.call(422, "POST", path, "{\"carrier\":\"Post\"}", key("pack"));
    api.call(409, "POST", place() + "/shipments", "{}", JSON);
    api.call(404, "POST", ALL + ID + "/shipments", "{}", JSON);
    unreadable("POST", path, "{}", JSON);
    session.queue("POST", path, "{}", JSON);
    return packed.header("Location");
  }

  private void shipments(String path) {
    readable(path, path);
    api.call(404, "GET", SHIPMENTS + ID, "");
    api.call(412, "PATCH", path, SHIPPED, JSON[0], JSON[1], "If-Match", "\"9\"");
    api.call(200, "PATCH", path, SHIPPED, JSON);
    api.call(409, "PATCH", path, SHIPPED.replace("shipped", "packed"), JSON);
    api.call(404, "PATCH", SHIPMENTS + ID, SHIPPED, JSON);
    session.queue("PATCH", path, SHIPPED, JSON);
    unreadable("PATCH", path, SHIPPED, JSON);
  }

  private void returns(String order) {
    var path = order + "/returns";
    api.call(200, "POST", path, LINES, key("return"));
    api.call(200, "POST", path, LINES, key("return"));
    api.call(422, "POST", path, LINES.replace("true", "false"), key("return"));
    api.call(409, "POST", place() + "/returns", LINES, key("early"));
    api.call(404, "POST", ALL + ID + "/returns", LINES, key("absent"));
    api.call(400, "POST", path, LINES, JSON);
    session.queue("POST", path, LINES, JSON);
    unreadable("POST", path, LINES, key("unreadable"));
  }

  @Override
  public void runWithoutDatabase() {
    for (var path : List.of(ALL, ALL + "/reconciliation", ALL + ID, SHIPMENTS + ID)) {
      api.call(503, "GET", path, "");
    }
    api.call(503, "POST", ALL + ID + "/confirmation", "");
    api.call(503, "POST", ALL + ID + "/cancellation", "{}", JSON);
    api.call(503, "POST", ALL + ID + "/shipments", "{}", JSON);
    api.call(503, "POST", ALL + ID + "/returns", LINES, key("away"));
    api.call(503, "PATCH", SHIPMENTS + ID, SHIPPED, JSON);
  }

  private String[] key(String name) {
    return new String[] {JSON[0], JSON[1], "Idempotency-Key", name + "-" + unique};
  }

  private void readable(String path, String bare) {
    api.call(200, "GET", path, "");
    api.call(400, "GET", bare + "?x=1", "");
    api.call(406, "GET", path, "", IMAGES);
  }

  private void unreadable(String method, String path, String body, String[] headers) {
    api.call(400, method, path, "{\"x\":1}", headers);
    api.call(406, method, path, body, IMAGES);
    api.call(413, method, path, LARGE, headers);
    var text = headers.clone();
    text[1] = TEXT[1];
    api.call(415, method, path, body, text);
  }
}
