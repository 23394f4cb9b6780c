package com.acme.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.acme.domain.order.Order;
import com.acme.domain.order.ShopRole;
import io.clientele.application.account.AccountOutcome;
import io.clientele.application.account.CloseAccount;
import io.clientele.application.account.OpenAccount;
import io.clientele.domain.account.ClientName;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.Metadata;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A context of Acme's own: its permissions, roles, events, audit and repeated requests. */
class ShopTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Actor MANAGER = ShopRole.MANAGER.actor("manager");

  private Shop shop;
  private AccountId ada;

  @BeforeEach
  void openShop() throws IOException {
    shop =
        new Shop(
            Map.of(
                "till",
                ShopRole.CASHIER.actor("till"),
                "stock",
                ShopRole.STOCK_TAKER.actor("stock")),
            CLOCK);
    var ids = new Random(1);
    var openAccount =
        new OpenAccount(shop.accounts(), () -> AccountId.of(CLOCK.instant(), ids), CLOCK);
    var profile =
        new Profile(new ClientName("Ada"), new Email("ada@example.com"), null, Metadata.NONE);
    ada = ((AccountOutcome.Done) openAccount.open(MANAGER, profile)).account().id();
  }

  @AfterEach
  void closeShop() {
    shop.close();
  }

  @Test
  void aCashierPlacesAnOrderWhoseAuditEntryNamesIt() throws Exception {
    var response = order("till", "1", "a lamp");

    assertEquals(201, response.statusCode());
    var order = shop.orders().of(ada).get(0);
    assertEquals(response.body(), order.id().value().toString());
    var entry = shop.audit().get(shop.audit().size() - 1);
    assertEquals("order.placed", entry.action());
    assertEquals("order:" + response.body(), entry.subject());
    assertEquals(ada, entry.account());
    assertEquals("till", entry.act().actor());
  }

  @Test
  void aRepeatedRequestGetsTheFirstResponseAndOrdersOnce() throws Exception {
    var first = order("till", "1", "a lamp");
    var second = order("till", "1", "a lamp");

    assertEquals(201, second.statusCode());
    assertEquals(first.body(), second.body());
    assertEquals(409, order("till", "1", "two lamps").statusCode());
    assertEquals(1, shop.orders().of(ada).size());
  }

  @Test
  void aRoleWithoutThePermissionOrdersNothing() throws Exception {
    assertEquals(403, order("stock", "1", "a lamp").statusCode());
    assertEquals(401, order("thief", "1", "a lamp").statusCode());
    assertEquals(List.of(), shop.orders().of(ada));
  }

  @Test
  void closingAnAccountCancelsItsOrders() throws Exception {
    order("till", "1", "a lamp");

    new CloseAccount(shop.accounts(), CLOCK).close(MANAGER, ada, version -> true);

    var order = shop.orders().of(ada).get(0);
    assertEquals(Order.Status.CANCELLED, order.status());
    assertEquals(2, order.version());
    assertEquals("order.cancelled", shop.audit().get(shop.audit().size() - 1).action());
    assertEquals(404, order("till", "2", "a lamp").statusCode());
  }

  private HttpResponse<String> order(String token, String key, String item) throws Exception {
    var uri = URI.create("http://127.0.0.1:" + shop.port() + "/orders/" + ada);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri)
                .header("Authorization", token)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(item))
                .build(),
            BodyHandlers.ofString());
  }
}
