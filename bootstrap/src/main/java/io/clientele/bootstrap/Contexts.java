package io.clientele.bootstrap;

import dagger.Module;
import io.clientele.bootstrap.account.AccountModule;
import io.clientele.bootstrap.audit.AuditModule;
import io.clientele.bootstrap.care.CareModule;
import io.clientele.bootstrap.event.EventModule;
import io.clientele.bootstrap.hook.HookModule;
import io.clientele.bootstrap.identity.IdentityModule;
import io.clientele.bootstrap.ledger.LedgerModule;
import io.clientele.bootstrap.notice.NoticeModule;
import io.clientele.bootstrap.operation.OperationModule;
import io.clientele.bootstrap.order.OrderModule;
import io.clientele.bootstrap.product.ProductModule;
import io.clientele.bootstrap.statistics.StatisticsModule;
import io.clientele.bootstrap.task.TaskModule;
import io.clientele.bootstrap.views.ViewsModule;
import io.clientele.bootstrap.webhook.WebhookModule;

/**
 * The contexts of the service. A new context adds its module to this list and changes nothing else.
 */
@Module(
    includes = {
      AccountModule.class,
      AuditModule.class,
      CareModule.class,
      EventModule.class,
      HookModule.class,
      IdentityModule.class,
      LedgerModule.class,
      NoticeModule.class,
      OperationModule.class,
      OrderModule.class,
      ProductModule.class,
      StatisticsModule.class,
      TaskModule.class,
      ViewsModule.class,
      WebhookModule.class
    })
interface Contexts {}
