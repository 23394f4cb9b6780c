package io.clientele.testkit.views.ledger;

import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.ledger.DirectViewLedger;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** The contract of a ledger without staging, on a ledger that offers nothing more. */
class DirectViewLedgerTest implements DirectLedgerContract {
  private final InMemoryViewLedger ledger = new InMemoryViewLedger(new Sharding(6));

  @Override
  public DirectViewLedger ledger() {
    return directOnly(ledger);
  }

  @Override
  public DirectViewLedger unreachableLedger() {
    ledger.startOutage();
    return directOnly(ledger);
  }

  @Override
  public void whileHeld(Shard shard, Runnable action) {
    ledger.whileHeld(shard, action);
  }

  private static DirectViewLedger directOnly(InMemoryViewLedger ledger) {
    return (DirectViewLedger)
        Proxy.newProxyInstance(
            DirectViewLedger.class.getClassLoader(),
            new Class<?>[] {DirectViewLedger.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(ledger, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }
}
