package io.clientele.apikit.scenario;

import io.clientele.apikit.client.ApiClient;
import java.util.List;
import java.util.Locale;

/** Creates products, adds prices, and moves their stock. */
final class ProductScenario implements ContextScenario {
  private static final String ALL = "/v1/products";
  private static final String ID = "/01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String[] JSON = {"Content-Type", "application/json"};
  private static final String[] TEXT = {"Content-Type", "text/plain"};
  private static final String[] IMAGES = {"Accept", "image/png"};
  private static final String LARGE = "{\"title\":\"" + "a".repeat(70_000) + "\"}";
  private static final String PATCH = "{\"status\":\"active\"}";

  private final ScenarioSession session;
  private final ApiClient api;
  private final String unique;

  ProductScenario(ScenarioSession session) {
    this.session = session;
    this.api = session.api();
    this.unique = session.unique().toUpperCase(Locale.ROOT);
  }

  @Override
  public void run() {
    var product = products();
    prices(product);
    movements(product, "receipts", "100");
    movements(product, "corrections", "-2");
    api.call(409, "POST", product + "/corrections", movement("-999"), key("below"));
  }

  private String products() {
    var body = creation("TEA-" + unique);
    var first = api.call(201, "POST", ALL, body, key("create"));
    api.call(201, "POST", ALL, body, key("create"));
    api.call(422, "POST", ALL, body.replace("Tea", "Coffee"), key("create"));
    api.call(409, "POST", ALL, body, JSON);
    unreadable("POST", ALL, body, JSON);
    readable(ALL + "?limit=1&include=total", ALL);
    var product = first.header("Location");
    readable(product, product);
    readable(product + "/views", product + "/views");
    api.call(404, "GET", ALL + ID, "");
    api.call(404, "GET", ALL + ID + "/views", "");
    api.call(412, "PATCH", product, PATCH, JSON[0], JSON[1], "If-Match", "\"9.1\"");
    api.call(200, "PATCH", product, PATCH, JSON);
    api.call(404, "PATCH", ALL + ID, PATCH, JSON);
    unreadable("PATCH", product, PATCH, JSON);
    session.queue("POST", ALL, creation("QUEUED-" + unique), JSON);
    session.queue("PATCH", product, PATCH, JSON);
    return product;
  }

  private void prices(String product) {
    var currency = "MONEY-" + unique;
    var asset = "{\"code\":\"%s\",\"scale\":2,\"kind\":\"money\"}".formatted(currency);
    api.call(201, "POST", "/v1/assets", asset, JSON);
    var path = product + "/prices";
    var price = "{\"currency\":\"%s\",\"amount\":\"12.50\"}".formatted(currency);
    var from = price.replace("}", ",\"from\":\"2099-01-01T00:00:00Z\"}");
    api.call(201, "POST", path, price, key("price"));
    api.call(422, "POST", path, from, key("price"));
    api.call(201, "POST", path, from, JSON);
    api.call(409, "POST", path, from, JSON);
    api.call(404, "POST", ALL + ID + "/prices", price, JSON);
    unreadable("POST", path, price, JSON);
    session.queue("POST", path, from.replace("2099", "2098"), JSON);
  }

  private void movements(String product, String kind, String quantity) {
    var path = product + "/" + kind;
    var key = key(kind);
    api.call(201, "POST", path, movement(quantity), key);
    api.call(201, "POST", path, movement(quantity), key);
    api.call(422, "POST", path, movement("7"), key);
    api.call(404, "POST", ALL + ID + "/" + kind, movement("7"), key);
    unreadable("POST", path, movement("7"), key(kind + "-unreadable"));
    session.queue("POST", path, movement("1"), JSON);
    var service = creation("WORK-" + kind.toUpperCase(Locale.ROOT).charAt(0) + unique);
    var work = api.call(201, "POST", ALL, service.replace("goods", "service"), JSON);
    api.call(409, "POST", work.header("Location") + "/" + kind, movement("7"), key);
  }

  @Override
  public void runWithoutDatabase() {
    for (var path : List.of(ALL, ALL + ID, ALL + ID + "/views")) {
      api.call(503, "GET", path, "");
    }
    api.call(503, "POST", ALL, creation("AWAY-" + unique), JSON);
    api.call(503, "PATCH", ALL + ID, PATCH, JSON);
    var price = "{\"currency\":\"USD\",\"amount\":\"1\"}";
    api.call(503, "POST", ALL + ID + "/prices", price, JSON);
    api.call(503, "POST", ALL + ID + "/receipts", movement("1"), key("away"));
    api.call(503, "POST", ALL + ID + "/corrections", movement("1"), key("away"));
  }

  private String[] key(String name) {
    return new String[] {JSON[0], JSON[1], "Idempotency-Key", name + "-" + unique};
  }

  private static String creation(String sku) {
    return """
    {"sku":"%s","title":"Tea","text":"Whole leaf.","attributes":{"origin":"Uji"},"kind":"goods"}\
    """
        .formatted(sku);
  }

  private static String movement(String quantity) {
    return "{\"quantity\":\"%s\",\"reason\":\"tour\"}".formatted(quantity);
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
