package io.clientele.apikit.scenario.store;

import io.clientele.apikit.client.ApiClient;
import io.clientele.apikit.client.ApiResponse;
import io.clientele.apikit.scenario.ScenarioSession;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;

/** A customer who calls the store with a key of its account. */
final class StoreCustomer {
  static final String ORDERS = "/store/v1/me/orders";
  static final String[] JSON = {"Content-Type", "application/json"};

  private final Random random = new Random();
  private final ApiClient store;
  private final String account;
  private final String bearer;

  /** Opens an account of this name, with a key for the store. */
  StoreCustomer(ScenarioSession session, ApiClient store, String name) {
    this.store = store;
    this.account = session.openAccount(name);
    this.bearer =
        "Bearer "
            + session.issueKey(
                "{\"name\":\"k\",\"roles\":[\"customer\"],\"accountId\":\"%s\",\"front\":\"store\"}"
                    .formatted(last(account)));
  }

  /** The path of the account at the operations front. */
  String account() {
    return account;
  }

  /** Calls the store as this customer, as {@link ApiClient#call} does. */
  ApiResponse call(int status, String method, String target, String body, String... headers) {
    var all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Authorization";
    all[headers.length + 1] = bearer;
    return store.call(status, method, target, body, all);
  }

  /** A path of an order that does not exist. */
  String newOrder() {
    var high = System.currentTimeMillis() << 16 | 7L << 12 | random.nextInt(1 << 12);
    return ORDERS + "/" + new UUID(high, random.nextLong() >>> 2 | 1L << 63);
  }

  /** Places a held order of two of a product; returns its path at the store. */
  String place(String product, String currency) {
    var order = newOrder();
    call(201, "PUT", order, order(product, currency, "2"), JSON);
    return order;
  }

  /** The body of an order of one line. */
  static String order(String product, String currency, String quantity) {
    return """
    {"currency":"%s","lines":[{"productId":"%s","quantity":"%s"}],"address":"Main Street 1"}\
    """
        .formatted(currency, last(product), quantity);
  }

  /** The last part of a path. */
  static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
