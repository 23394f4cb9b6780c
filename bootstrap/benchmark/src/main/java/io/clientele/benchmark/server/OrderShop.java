package io.clientele.benchmark.server;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Products with a price and much stock, and customers with a key for the store and much money. They
 * are made over HTTP; what earlier runs made does not matter.
 */
public final class OrderShop {
  private static final int PRODUCTS = 200;
  private static final int CUSTOMERS = 200;

  /** Accounts that no other section opens pockets for. */
  private static final int FIRST_ACCOUNT = 5_001;

  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\"");
  private static final Pattern TAG = Pattern.compile("(?i)\r\netag: (\"[^\"]+\")");

  private final MeasuredService service;
  private final String currency = TransferPockets.newAsset();
  private final List<String> products = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private final List<String> customers = new ArrayList<>();

  private OrderShop(MeasuredService service) throws IOException {
    this.service = service;
    TransferPockets.define(service, currency);
    var house = "{\"asset\":\"%s\",\"name\":\"bank\",\"floor\":null}".formatted(currency);
    var bank = first(ID, answer("POST /v1/pockets", house));
    for (var i = 0; i < PRODUCTS; i++) {
      addProduct(i);
    }
    for (var i = 0; i < CUSTOMERS; i++) {
      addCustomer(FIRST_ACCOUNT + i + i / 19, bank);
    }
  }

  /** Makes the products and the customers. */
  public static OrderShop open(MeasuredService service) throws IOException {
    return new OrderShop(service);
  }

  private void addProduct(int index) throws IOException {
    var creation =
        "{\"sku\":\"%s-%d\",\"title\":\"Green tea\",\"kind\":\"goods\",\"status\":\"active\"}"
            .formatted(currency, index);
    var product = first(ID, answer("POST /v1/products", creation));
    var path = "POST /v1/products/" + product;
    answer(path + "/prices", "{\"currency\":\"%s\",\"amount\":\"0.01\"}".formatted(currency));
    var receipt = "{\"quantity\":\"1000000000\",\"reason\":\"delivery\"}";
    var key = "Idempotency-Key: " + product + "\r\n";
    TransferPockets.answer(service, path + "/receipts", key, receipt);
    products.add(product);
    tags.add(first(TAG, service.answerToVisitor("GET /store/v1/products/" + product)));
  }

  private void addCustomer(int account, String bank) throws IOException {
    var path = TransferPockets.account(account);
    var opening = "{\"asset\":\"%s\",\"name\":\"main\"}".formatted(currency);
    var pocket = first(ID, answer("POST /v1/accounts" + path + "/pockets", opening));
    var deposit =
        """
        {"kind":"posted","reason":"top-up","legs":[{"from":"%s","to":"%s","asset":"%s","amount":"1000000"}]}\
        """
            .formatted(bank, pocket, currency);
    answer("PUT /v1/transfers/" + UUID.randomUUID(), deposit);
    var key =
        "{\"name\":\"Benchmark\",\"roles\":[\"customer\"],\"accountId\":\"%s\",\"front\":\"store\"}"
            .formatted(path.substring(1));
    customers.add(first(KEY, answer("POST /v1/api-keys", key)));
  }

  /** The first line of a new order: its id is of the present time. */
  public static String newOrder() {
    var random = ThreadLocalRandom.current();
    var high = Clock.systemUTC().millis() << 16 | 0x7000L | random.nextInt(1 << 12);
    return "PUT /store/v1/me/orders/" + new UUID(high, random.nextLong() >>> 2 | Long.MIN_VALUE);
  }

  /** The header line of any customer. */
  public String customer() {
    return "Authorization: Bearer " + any(customers) + "\r\n";
  }

  /** An order of one unit of any product, paid at once. */
  public String anyProduct() {
    return order(any(products));
  }

  /** An order of one unit of the same product as all others, paid at once. */
  public String oneProduct() {
    return order(products.getFirst());
  }

  private String order(String product) {
    return """
    {"currency":"%s","lines":[{"productId":"%s","quantity":"1"}],"pay":true}\
    """
        .formatted(currency, product);
  }

  /** A visitor's request for any product; every second visitor has seen it before. */
  public String visit() {
    var index = ThreadLocalRandom.current().nextInt(PRODUCTS);
    var seen =
        ThreadLocalRandom.current().nextBoolean()
            ? "If-None-Match: " + tags.get(index) + "\r\n"
            : "";
    return "GET /store/v1/products/%s HTTP/1.1\r\nHost: 127.0.0.1\r\n%s\r\n"
        .formatted(products.get(index), seen);
  }

  private static String any(List<String> all) {
    return all.get(ThreadLocalRandom.current().nextInt(all.size()));
  }

  private String answer(String request, String body) throws IOException {
    return TransferPockets.answer(service, request, body);
  }

  private static String first(Pattern pattern, String answer) throws IOException {
    var found = pattern.matcher(answer);
    if (!found.find()) {
      throw new IOException("an answer lacks " + pattern + ": " + answer);
    }
    return found.group(1);
  }
}
