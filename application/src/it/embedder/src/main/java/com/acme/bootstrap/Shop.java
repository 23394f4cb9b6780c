package com.acme.bootstrap;

import com.acme.application.order.CancelOrders;
import com.acme.application.order.PlaceOrder;
import com.acme.domain.order.OrderId;
import com.acme.domain.order.Orders;
import com.acme.domain.order.ShopRole;
import com.acme.store.MapOrders;
import com.acme.web.OrderRoutes;
import com.sun.net.httpserver.HttpServer;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Orders beside Clientele's accounts, over the HTTP server of the JDK, all in memory. */
final class Shop implements AutoCloseable {
  private final InMemoryChangeStore changes = new InMemoryChangeStore(entry -> {}, this::published);
  private final Accounts accounts = new InMemoryAccounts(id -> 0, changes);
  private final Orders orders = new MapOrders(changes);
  private final AccountClosures closures;
  private final HttpServer http;

  /** Starts on a free port of this machine, for these actors, by their tokens. */
  Shop(Map<String, Actor> actors, InstantSource clock) throws IOException {
    closures = new AccountClosures(new CancelOrders(orders, clock), ShopRole.MANAGER.actor("shop"));
    var placeOrder =
        new PlaceOrder(
            accounts, orders, changes.responses(), () -> new OrderId(UUID.randomUUID()), clock);
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(OrderRoutes.PATH, new OrderRoutes(placeOrder, actors));
    http.start();
  }

  private void published(PublishedEvent event) {
    closures.accept(event);
  }

  Accounts accounts() {
    return accounts;
  }

  Orders orders() {
    return orders;
  }

  List<AuditEntry> audit() {
    return changes.entries();
  }

  int port() {
    return http.getAddress().getPort();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
