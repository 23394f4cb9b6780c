package io.clientele.bootstrap.order;

import io.clientele.application.kernel.Job;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.domain.order.Orders;
import io.opentelemetry.api.metrics.Meter;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares orders with the ledger from time to time, and tells by a gauge whether they agree. */
final class OrderReconciliationJob implements Meters {
  private static final Logger LOG = LoggerFactory.getLogger(OrderReconciliationJob.class);

  private final Orders orders;
  private volatile long differences;

  OrderReconciliationJob(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void register(Meter meter) {
    meter
        .gaugeBuilder("clientele.orders.differences")
        .ofLongs()
        .setDescription("Orders and assets of which orders and ledger say different holds")
        .buildWithCallback(gauge -> gauge.record(differences));
  }

  Job job() {
    return new Job("order-reconciliation", Duration.ofMinutes(1), 0.5, this::compare);
  }

  private void compare() {
    differences = orders.reconcile().differences();
    if (differences > 0) {
      LOG.error("orders and the ledger disagree: {} differences", differences);
    }
  }
}
