package io.clientele.http.testing.context;

import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.AccountRateLimits;
import io.clientele.domain.audit.AuditPermission;
import io.clientele.domain.care.CarePermission;
import io.clientele.domain.event.EventPermission;
import io.clientele.domain.hook.HookPermission;
import io.clientele.domain.identity.AccessPolicy;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.IdentityRateLimits;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.ledger.LedgerPermission;
import io.clientele.domain.ledger.LedgerRateLimits;
import io.clientele.domain.notice.NoticePermission;
import io.clientele.domain.operation.OperationPermission;
import io.clientele.domain.order.OrderPermission;
import io.clientele.domain.product.ProductPermission;
import io.clientele.domain.product.ProductRateLimits;
import io.clientele.domain.task.TaskPermission;
import io.clientele.domain.views.ViewsPermission;
import io.clientele.domain.webhook.WebhookPermission;
import io.clientele.http.limits.IngressRateLimits;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of the contexts of a service in memory. A new context adds itself here. */
public final class InMemoryContexts {
  /** The contexts in the order of their creation: each may use those before it. */
  static final List<Function<InMemoryParts, InMemoryContext>> ALL =
      List.of(
          InMemoryAuditContext::new,
          InMemoryViewsContext::new,
          InMemoryAccountContext::new,
          InMemoryIdentity::new,
          InMemoryEventContext::new,
          InMemoryTaskContext::new,
          InMemoryHookContext::new,
          InMemoryWebhookContext::new,
          InMemoryLedgerContext::new,
          InMemoryProductContext::new,
          InMemoryOrderContext::new,
          InMemoryCareContext::new,
          InMemoryOperationContext::new,
          InMemoryNoticeContext::new,
          InMemoryStatisticsContext::new);

  /** The rate limits of all contexts. */
  public static final Set<RateLimit> RATE_LIMITS =
      Stream.of(
              IngressRateLimits.ALL,
              IdentityRateLimits.ALL,
              AccountRateLimits.ALL,
              LedgerRateLimits.ALL,
              ProductRateLimits.ALL)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  /** The grants of all contexts. */
  public static final AccessPolicy POLICY =
      new AccessPolicy(
          Set.of(
              AccountPermission.GRANTS,
              AuditPermission.GRANTS,
              CarePermission.GRANTS,
              EventPermission.GRANTS,
              HookPermission.GRANTS,
              TaskPermission.GRANTS,
              IdentityPermission.GRANTS,
              LedgerPermission.GRANTS,
              NoticePermission.GRANTS,
              OperationPermission.GRANTS,
              OrderPermission.GRANTS,
              ProductPermission.GRANTS,
              ViewsPermission.GRANTS,
              WebhookPermission.GRANTS));

  private InMemoryContexts() {}
}
