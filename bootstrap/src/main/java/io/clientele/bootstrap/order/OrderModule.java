package io.clientele.bootstrap.order;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dagger.multibindings.IntoSet;
import io.clientele.application.kernel.Job;
import io.clientele.application.order.ExpireOrders;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.domain.kernel.event.PublishedTypes;
import io.clientele.domain.order.OrderEvent;
import io.clientele.domain.order.Orders;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.ErasureVeto;
import io.clientele.persistence.change.PersonalDataEraser;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.ledger.posting.PostingTransaction;
import io.clientele.persistence.ledger.posting.TransferCombiner;
import io.clientele.persistence.migration.SchemaContribution;
import io.clientele.persistence.order.HeldOrdersVeto;
import io.clientele.persistence.order.JdbcOrders;
import io.clientele.persistence.order.OrderEraser;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;

/** All that orders contribute to the service. */
@Module(includes = {OrderRoutesModule.class, OwnOrderModule.class})
public interface OrderModule {
  @Provides
  @IntoSet
  static PublishedTypes publishedTypes() {
    return OrderEvent.TYPES;
  }

  @Provides
  @IntoSet
  static SchemaContribution schema() {
    return SchemaContribution.of("order");
  }

  @Provides
  @Singleton
  static Orders orders(Database database, ChangeStore changes, TransferCombiner combiner) {
    return new JdbcOrders(database, changes, combiner);
  }

  @Provides
  @IntoSet
  static ErasureVeto veto(Database database, ChangeStore changes) {
    return new HeldOrdersVeto(changes.subjectKeys(), new PostingTransaction(database, changes));
  }

  @Provides
  @IntoSet
  static PersonalDataEraser eraser() {
    return new OrderEraser();
  }

  @Provides
  @Singleton
  static OrderReconciliationJob reconciliation(Orders orders) {
    return new OrderReconciliationJob(orders);
  }

  @Binds
  @IntoSet
  Meters reconciliationMeters(OrderReconciliationJob job);

  /** The jobs of expired orders and of the reconciliation. Every instance runs them. */
  @Provides
  @ElementsIntoSet
  static Set<Job> jobs(Orders orders, OrderReconciliationJob reconciliation) {
    var expire = new ExpireOrders(orders);
    return Set.of(
        new Job("order-expiry", Duration.ofMillis(250), 0.2, expire::expire), reconciliation.job());
  }
}
