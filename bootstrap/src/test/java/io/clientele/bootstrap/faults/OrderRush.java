package io.clientele.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.load.DecidedRequests;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.json.JsonMapper;

/** Many orders at once for a product of which one unit is in stock. */
final class OrderRush {
  private final DecidedRequests requests;
  private final String key;
  private final String body;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<HttpResponse<String>>> orders = new ArrayList<>();

  /** Receives the unit, and opens an account that can pay it. */
  OrderRush(ServiceProcess service, DecidedRequests requests)
      throws IOException, InterruptedException {
    this.requests = requests;
    service.post("/v1/assets", "{\"code\":\"USD\",\"scale\":2,\"kind\":\"money\"}");
    var product =
        id(
            service,
            "/v1/products",
            "{\"sku\":\"ONE\",\"title\":\"The last"
                + " one\",\"kind\":\"goods\",\"status\":\"active\"}");
    service.post(
        "/v1/products/" + product + "/prices", "{\"currency\":\"USD\",\"amount\":\"1.00\"}");
    service.post(
        "/v1/products/" + product + "/receipts",
        "{\"quantity\":\"1\",\"reason\":\"delivery\"}",
        "Idempotency-Key",
        "the-only-unit");
    var account = service.open("Buyer");
    var pocket =
        id(
            service,
            "/v1/accounts/" + account + "/pockets",
            "{\"asset\":\"USD\",\"name\":\"main\"}");
    var bank = id(service, "/v1/pockets", "{\"asset\":\"USD\",\"name\":\"bank\",\"floor\":null}");
    var deposit =
        """
        {"kind":"posted","reason":"top-up","legs":[{"from":"%s","to":"%s","asset":"USD","amount":"1000"}]}\
        """
            .formatted(bank, pocket);
    assertThat(
            requests
                .put("/v1/transfers/" + UUID.randomUUID(), service.bearer(), deposit)
                .statusCode())
        .isEqualTo(201);
    this.key =
        service.issueKey(
            """
            {"name":"Buyer","roles":["customer"],"accountId":"%s","front":"store"}\
            """
                .formatted(account));
    this.body =
        "{\"currency\":\"USD\",\"lines\":[{\"productId\":\"%s\",\"quantity\":\"1\"}]}"
            .formatted(product);
  }

  private static String id(ServiceProcess service, String path, String json)
      throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(service.post(path, json).body()).get("id").asString();
  }

  /** Places so many orders at once. */
  void start(int count) {
    for (var i = 0; i < count; i++) {
      orders.add(threads.submit(() -> requests.put("/store/v1/me/orders/" + newId(), key, body)));
    }
  }

  private static UUID newId() {
    var random = ThreadLocalRandom.current();
    var high = System.currentTimeMillis() << 16 | 0x7000L | random.nextInt(1 << 12);
    return new UUID(high, random.nextLong() >>> 2 | Long.MIN_VALUE);
  }

  /** The number of placed orders; all others are refused since the unit is gone. */
  long placed() throws Exception {
    var placed = 0;
    for (var order : orders) {
      var response = order.get();
      if (response.statusCode() == 201 || response.statusCode() == 200) {
        placed++;
      } else {
        assertThat(response.body()).contains("/problems/out-of-stock");
      }
    }
    threads.close();
    return placed;
  }
}
