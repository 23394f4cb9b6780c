package com.acme.store;

import com.acme.domain.order.Order;
import com.acme.domain.order.OrderId;
import com.acme.domain.order.Orders;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders in a map. The audit and the responses are Clientele's, in memory. */
public final class MapOrders implements Orders {
  private static final InMemoryChangeStore.Results<Saved> RESULTS =
      new InMemoryChangeStore.Results<>(Saved.STORED, Saved.IN_PROGRESS, Saved.ANSWERED);

  private final Map<OrderId, Order> map = new LinkedHashMap<>();
  private final InMemoryChangeStore changes;

  public MapOrders(InMemoryChangeStore changes) {
    this.changes = changes;
  }

  @Override
  public synchronized List<Order> of(AccountId account) {
    return map.values().stream().filter(order -> order.account().equals(account)).toList();
  }

  @Override
  public synchronized Saved save(Change<Order> change) {
    var order = change.state();
    var about = ChangeSubject.of(order.account(), "order:" + order.id().value());
    return changes.store(change, about, RESULTS, () -> refused(order));
  }

  private Optional<Saved> refused(Order order) {
    var before = map.get(order.id());
    if ((before == null ? 0 : before.version()) != order.version()) {
      return Optional.of(Saved.STALE);
    }
    map.put(order.id(), order.at(order.version() + 1));
    return Optional.empty();
  }
}
