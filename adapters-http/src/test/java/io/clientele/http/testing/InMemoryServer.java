package io.clientele.http.testing;

import io.clientele.application.account.AmendAccount;
import io.clientele.application.account.CloseAccount;
import io.clientele.application.account.EraseAccount;
import io.clientele.application.account.ListAccounts;
import io.clientele.application.account.OpenAccount;
import io.clientele.application.account.RankAccounts;
import io.clientele.application.account.ReactivateAccount;
import io.clientele.application.account.ReadAccountViewSeries;
import io.clientele.application.account.ReadAccountViews;
import io.clientele.application.account.SuspendAccount;
import io.clientele.application.account.ViewAccount;
import io.clientele.application.account.bulk.DryRunImport;
import io.clientele.application.account.bulk.ExportAccounts;
import io.clientele.application.account.bulk.ImportAccounts;
import io.clientele.application.audit.KnownChainHeads;
import io.clientele.application.audit.ListAuditEntries;
import io.clientele.application.audit.VerifyAuditTrail;
import io.clientele.application.event.ProveEvents;
import io.clientele.application.event.ReadEvents;
import io.clientele.application.event.ViewEvent;
import io.clientele.application.event.arrival.EventArrivals;
import io.clientele.application.statistics.ReadStatistics;
import io.clientele.application.task.ListTasks;
import io.clientele.application.task.RetryTask;
import io.clientele.application.views.FlushViews;
import io.clientele.application.views.ListFlushes;
import io.clientele.application.views.ReconcileViews;
import io.clientele.application.views.ViewCounterSettings;
import io.clientele.application.views.Views;
import io.clientele.application.views.counter.DirectViewCounter;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.AccountRateLimits;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.ChainHeadStore;
import io.clientele.domain.audit.chain.Sha256Hash;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.identity.IdentityRateLimits;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.domain.ledger.LedgerRateLimits;
import io.clientele.domain.task.NewTask;
import io.clientele.domain.task.TaskId;
import io.clientele.domain.views.Sharding;
import io.clientele.http.account.AccountErasureRoutes;
import io.clientele.http.account.AccountExportRoutes;
import io.clientele.http.account.AccountListRoutes;
import io.clientele.http.account.AccountRoutes;
import io.clientele.http.account.AccountSuspensionRoutes;
import io.clientele.http.account.AccountViewRoutes;
import io.clientele.http.account.ViewAccountRoute;
import io.clientele.http.account.importing.AccountImportRoutes;
import io.clientele.http.audit.AuditRoutes;
import io.clientele.http.dashboard.DashboardRoutes;
import io.clientele.http.documents.ApiDocumentRoutes;
import io.clientele.http.documents.ProblemPageRoutes;
import io.clientele.http.event.EventRoutes;
import io.clientele.http.health.HealthCheck;
import io.clientele.http.health.HealthRoutes;
import io.clientele.http.health.HealthState;
import io.clientele.http.limits.IngressRateLimits;
import io.clientele.http.limits.PermitAwaiter;
import io.clientele.http.limits.RequestRateLimiter;
import io.clientele.http.net.TrustedProxies;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.RouteTable;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.server.HttpServer;
import io.clientele.http.server.RequestAdmission;
import io.clientele.http.statistics.StatisticsRoutes;
import io.clientele.http.task.TaskRoutes;
import io.clientele.http.views.ViewRoutes;
import io.clientele.testkit.account.InMemoryAccountCounts;
import io.clientele.testkit.account.InMemoryAccounts;
import io.clientele.testkit.account.InMemoryBulkAccounts;
import io.clientele.testkit.account.ranking.InMemoryAccountRanking;
import io.clientele.testkit.audit.InMemoryAuditTrail;
import io.clientele.testkit.event.InMemoryEventFeed;
import io.clientele.testkit.kernel.InMemoryChangeStore;
import io.clientele.testkit.kernel.InMemoryRateLimiter;
import io.clientele.testkit.task.InMemoryTasks;
import io.clientele.testkit.views.history.InMemoryFlushLog;
import io.clientele.testkit.views.history.InMemoryViewHistory;
import io.clientele.testkit.views.ledger.InMemoryViewLedger;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole service on a free port, on the ports in memory. Its views are counted for real. */
public final class InMemoryServer implements AutoCloseable {
  /** The rate limits of all contexts. */
  public static final Set<RateLimit> RATE_LIMITS =
      Stream.of(
              IngressRateLimits.ALL,
              IdentityRateLimits.ALL,
              AccountRateLimits.ALL,
              LedgerRateLimits.ALL)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private static final Sharding SHARDS = new Sharding(4);

  /** What the routes stand on; its time moves on by a microsecond whenever it is asked. */
  private final InMemoryViewLedger ledger = new InMemoryViewLedger(SHARDS);

  private final InMemoryEventFeed events = new InMemoryEventFeed();
  private final InMemoryChangeStore changes = new InMemoryChangeStore(entry -> {}, this::publish);
  private final InMemoryAccounts accounts =
      new InMemoryAccounts(id -> ledger.viewsOf(id.value()), changes);
  private final InMemoryLedgerContext pockets = new InMemoryLedgerContext(changes);
  private final InMemoryProductContext products = pockets.products(changes);
  private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
  private final InMemoryTasks tasks = new InMemoryTasks(new InMemoryChangeStore());
  private final InMemoryHooks hooks = new InMemoryHooks(tasks);
  private final AtomicReference<ChainHead> head = new AtomicReference<>(ChainHead.NONE);
  private final InMemoryFlushLog flushes = new InMemoryFlushLog();
  private final Views views =
      new DirectViewCounter(ledger, flushes, ViewCounterSettings.of(Duration.ofSeconds(5)));
  private final AtomicBoolean isUp = new AtomicBoolean(true);
  private final AtomicLong ticks = new AtomicLong();
  private final HealthState health =
      new HealthState(
          List.of(
              new HealthCheck("postgresql", true, isUp::get),
              new HealthCheck("redis", false, () -> false)));
  private final EventArrivals arrivals = new EventArrivals(health::isStopping);
  private final RouteTable routes;
  private final InMemoryIdentity access =
      new InMemoryIdentity(id -> accounts.find(id).present().isPresent(), audit);
  private final HttpServer server;

  public InMemoryServer() {
    this(HttpConfig.of("127.0.0.1", 0));
  }

  public InMemoryServer(HttpConfig config) {
    this(config, (Accounts) null);
  }

  /** With these accounts in place of its own, where a test wants them to misbehave. */
  public InMemoryServer(HttpConfig config, Accounts others) {
    this(config, others, RequestRateLimiter.OFF, true, OpenTelemetry.noop());
  }

  /** With these accounts, and measured. */
  public InMemoryServer(HttpConfig config, Accounts others, OpenTelemetry telemetry) {
    this(config, others, RequestRateLimiter.OFF, true, telemetry);
  }

  /** With these limits. */
  public InMemoryServer(HttpConfig config, RateLimiter permits) {
    this(config, permits, OpenTelemetry.noop());
  }

  /** With these limits, and measured. */
  public InMemoryServer(HttpConfig config, RateLimiter permits, OpenTelemetry telemetry) {
    this(config, null, new RequestRateLimiter(permits, config.proxies()), true, telemetry);
  }

  /** With these limits, and requests that wait for a permit here. */
  public InMemoryServer(HttpConfig config, RateLimiter permits, PermitAwaiter waiting) {
    this(
        config,
        null,
        new RequestRateLimiter(permits, config.proxies(), waiting),
        true,
        OpenTelemetry.noop());
  }

  private InMemoryServer(
      HttpConfig config,
      Accounts others,
      RequestRateLimiter limits,
      boolean isStarted,
      OpenTelemetry telemetry) {
    var groups = new ArrayList<>(groups(others == null ? accounts : others, limits));
    groups.addAll(access.routes(limits, config.origins()));
    routes = RouteTable.of(groups);
    server =
        new HttpServer(
            config,
            routes,
            new RequestAdmission(access.authenticator, limits, health::isStarted),
            telemetry);
    server.start();
    if (isStarted) {
      health.started();
    }
  }

  /** One that answers already, and has not started yet. An address may call it once. */
  public static InMemoryServer starting() {
    var once = Map.of(IngressRateLimits.ADDRESS, new Quota(1, Duration.ofHours(1)));
    var limits =
        new RequestRateLimiter(
            new InMemoryRateLimiter(once, System::nanoTime), TrustedProxies.NONE);
    return new InMemoryServer(
        HttpConfig.of("127.0.0.1", 0), null, limits, false, OpenTelemetry.noop());
  }

  public void retire() {
    server.retire();
  }

  public int port() {
    return server.port();
  }

  public InMemoryAccounts accounts() {
    return accounts;
  }

  public InMemoryAuditTrail audit() {
    return audit;
  }

  public InMemoryEventFeed events() {
    return events;
  }

  /** Stores a dead letter, and returns its id. */
  public String buryTask() {
    var now = Instant.parse("2026-11-20T12:00:00Z");
    var id = TaskId.of(now, new Random(1));
    tasks.add(new NewTask(id, "tour", "1", null, now, "", null));
    var claimed = tasks.claim(Set.of("tour"), 1, now, now);
    tasks.bury(claimed.getFirst(), "Refused", now);
    return id.toString();
  }

  /** The received messages. */
  public InMemoryHooks hooks() {
    return hooks;
  }

  /** What the routes wait for. */
  public EventArrivals arrivals() {
    return arrivals;
  }

  /** As if the chain had been one block longer once. */
  public void publishLaterHead() {
    head.set(new ChainHead(audit.head().number() + 1, new Sha256Hash("f".repeat(64))));
  }

  public InMemoryIdentity access() {
    return access;
  }

  public Views views() {
    return views;
  }

  public HealthState health() {
    return health;
  }

  public RouteTable routes() {
    return routes;
  }

  /** Views of this account, to this instant. */
  public long viewsOf(AccountId id) {
    return views.live(List.of(id.value())).get(id.value()).total();
  }

  /** How many accounts there are that are not closed. */
  public long size() {
    var all = new AccountQuery(AccountFilter.ALL, AccountOrder.CREATED, null, 1, true);
    return accounts.list(all).total().count();
  }

  /** What is durable cannot be reached. */
  public void startOutage() {
    isUp.set(false);
    accounts.startOutage();
    access.startOutage();
    ledger.startOutage();
    flushes.startOutage();
    audit.startOutage();
    events.startOutage();
    pockets.startOutage();
    products.startOutage();
    tasks.startOutage();
    hooks.inbox().startOutage();
  }

  public void endOutage() {
    isUp.set(true);
    accounts.endOutage();
    access.endOutage();
    ledger.endOutage();
    flushes.endOutage();
    audit.endOutage();
    events.endOutage();
    pockets.endOutage();
    products.endOutage();
    tasks.endOutage();
    hooks.inbox().endOutage();
  }

  @Override
  public void close() {
    health.stopping();
    server.close();
    views.close();
  }

  private List<RouteGroup> groups(Accounts store, RequestRateLimiter limits) {
    var start = Instant.parse("2026-11-20T12:00:00Z");
    InstantSource clock = () -> start.plusNanos(1000 * ticks.incrementAndGet());
    var readViews = new ReadAccountViews(store, views);
    var groups = new ArrayList<>(accountGroups(store, readViews, limits, clock));
    groups.addAll(readingGroups(store, readViews, clock));
    groups.addAll(pockets.routes(store, limits));
    groups.add(hooks.routes(clock));
    groups.addAll(products.routes(views));
    groups.addAll(
        List.of(
            new HealthRoutes(health, "unknown"),
            new ApiDocumentRoutes(),
            new ProblemPageRoutes(),
            new DashboardRoutes()));
    return groups;
  }

  private List<RouteGroup> accountGroups(
      Accounts store, ReadAccountViews readViews, RequestRateLimiter limits, InstantSource clock) {
    var random = new Random(7);
    Supplier<AccountId> ids = () -> AccountId.of(clock.instant(), random);
    var answers = accounts.answers();
    var openings = new InMemoryBulkAccounts(accounts);
    var view = new ViewAccount(store, views.recorder());
    return List.of(
        new AccountExportRoutes(new ExportAccounts(store, audit, clock)),
        new ViewAccountRoute(view, readViews),
        new AccountRoutes(
            new OpenAccount(store, answers, ids, clock),
            view,
            new AmendAccount(store, clock),
            new CloseAccount(store, clock),
            limits),
        new AccountSuspensionRoutes(
            view, new SuspendAccount(store, answers, clock), new ReactivateAccount(store, clock)),
        new AccountErasureRoutes(new EraseAccount(store, clock)),
        new AccountListRoutes(new ListAccounts(store), readViews),
        new AccountImportRoutes(
            new ImportAccounts(openings, answers, ids, clock),
            new DryRunImport(openings, ids, clock)));
  }

  private List<RouteGroup> readingGroups(
      Accounts store, ReadAccountViews readViews, InstantSource clock) {
    var history = new InMemoryViewHistory(ledger);
    return List.of(
        new ViewRoutes(new FlushViews(views), new ListFlushes(flushes), new ReconcileViews(views)),
        new AccountViewRoutes(
            readViews,
            new ReadAccountViewSeries(store, history),
            new RankAccounts(new InMemoryAccountRanking(ledger, this::nameOf)),
            InstantSource.system()),
        new AuditRoutes(
            new ListAuditEntries(audit),
            new VerifyAuditTrail(audit, new KnownChainHeads(new Published())),
            clock),
        new EventRoutes(
            new ReadEvents(events, EventFeed.KEPT, clock),
            new ViewEvent(events),
            new ProveEvents(audit, audit),
            arrivals,
            access.authenticator),
        new TaskRoutes(new ListTasks(tasks, clock), new RetryTask(tasks, clock)),
        new StatisticsRoutes(
            new ReadStatistics(
                new InMemoryAccountCounts(accounts), history, views, access.operators, clock)));
  }

  private void publish(PublishedEvent event) {
    events.append(event);
    events.chain();
    arrivals.advanced(new ChainHead(events.end().block(), Sha256Hash.NONE));
  }

  private Optional<String> nameOf(UUID id) {
    return accounts
        .find(new AccountId(id))
        .present()
        .map(account -> account.profile().name().value());
  }

  /** What is known of the chain outside. */
  private final class Published implements ChainHeadStore {
    @Override
    public ChainHead newest() {
      return head.get();
    }

    @Override
    public void publish(ChainHead newer) {
      head.set(newer);
    }
  }
}
