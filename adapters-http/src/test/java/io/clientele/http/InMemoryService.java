package io.clientele.http;

import io.clientele.application.account.AmendAccount;
import io.clientele.application.account.CloseAccount;
import io.clientele.application.account.EraseAccount;
import io.clientele.application.account.ExportAccounts;
import io.clientele.application.account.ListAccounts;
import io.clientele.application.account.OpenAccount;
import io.clientele.application.account.OpenAccounts;
import io.clientele.application.account.ReactivateAccount;
import io.clientele.application.account.RehearseOpenings;
import io.clientele.application.account.SuspendAccount;
import io.clientele.application.account.ViewAccount;
import io.clientele.application.audit.KnownHeads;
import io.clientele.application.audit.ReadAudit;
import io.clientele.application.audit.VerifyAudit;
import io.clientele.application.statistics.ReadStatistics;
import io.clientele.application.views.DirectViews;
import io.clientele.application.views.FlushViews;
import io.clientele.application.views.ListFlushes;
import io.clientele.application.views.RankViews;
import io.clientele.application.views.ReadSeries;
import io.clientele.application.views.ReadViews;
import io.clientele.application.views.Reconcile;
import io.clientele.application.views.ViewSettings;
import io.clientele.application.views.Views;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.audit.AuditHeads;
import io.clientele.domain.audit.Hash;
import io.clientele.domain.audit.Head;
import io.clientele.domain.identity.Limit;
import io.clientele.domain.identity.Permits;
import io.clientele.domain.identity.Permits.Budget;
import io.clientele.domain.views.Shards;
import io.clientele.http.account.AccountListRoutes;
import io.clientele.http.account.AccountRoutes;
import io.clientele.http.account.ErasureRoutes;
import io.clientele.http.account.ExportRoutes;
import io.clientele.http.account.ImportRoutes;
import io.clientele.http.audit.AuditRoutes;
import io.clientele.http.dashboard.Dashboard;
import io.clientele.http.health.Health;
import io.clientele.http.health.HealthCheck;
import io.clientele.http.health.HealthRoutes;
import io.clientele.http.identity.InMemoryAccess;
import io.clientele.http.statistics.StatisticsRoutes;
import io.clientele.http.views.ViewHistoryRoutes;
import io.clientele.http.views.ViewRoutes;
import io.clientele.testkit.InMemoryAccounts;
import io.clientele.testkit.InMemoryAuditTrail;
import io.clientele.testkit.InMemoryCensus;
import io.clientele.testkit.InMemoryFlushLog;
import io.clientele.testkit.InMemoryOpenings;
import io.clientele.testkit.InMemoryPermits;
import io.clientele.testkit.InMemoryViewHistory;
import io.clientele.testkit.InMemoryViewLedger;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The whole service on a free port, on the ports in memory. Its views are counted for real. */
public final class InMemoryService implements AutoCloseable {
  private static final Shards SHARDS = new Shards(4);

  /** What the routes stand on; its time moves on by a microsecond whenever it is asked. */
  private final InMemoryViewLedger ledger = new InMemoryViewLedger(SHARDS);

  private final InMemoryAccounts accounts = new InMemoryAccounts(ledger::viewsOf);
  private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
  private final AtomicReference<Head> head = new AtomicReference<>(Head.NONE);
  private final InMemoryFlushLog flushes = new InMemoryFlushLog();
  private final Views views =
      new DirectViews(ledger, flushes, ViewSettings.of(Duration.ofSeconds(5)));
  private final AtomicBoolean isUp = new AtomicBoolean(true);
  private final AtomicLong ticks = new AtomicLong();
  private final Health health =
      new Health(
          List.of(
              new HealthCheck("postgresql", true, isUp::get),
              new HealthCheck("redis", false, () -> false)));
  private final Routes routes = new Routes();
  private final InMemoryAccess access =
      new InMemoryAccess(id -> accounts.find(id).present().isPresent(), audit);
  private final HttpServer server;

  public InMemoryService() {
    this(HttpConfig.of("127.0.0.1", 0));
  }

  public InMemoryService(HttpConfig config) {
    this(config, (Accounts) null);
  }

  /** With these accounts in place of its own, where a test wants them to misbehave. */
  public InMemoryService(HttpConfig config, Accounts others) {
    this(config, others, Limits.OFF, true, OpenTelemetry.noop());
  }

  /** With these accounts, and measured. */
  InMemoryService(HttpConfig config, Accounts others, OpenTelemetry telemetry) {
    this(config, others, Limits.OFF, true, telemetry);
  }

  /** With these limits. */
  public InMemoryService(HttpConfig config, Permits permits) {
    this(config, permits, OpenTelemetry.noop());
  }

  /** With these limits, and measured. */
  InMemoryService(HttpConfig config, Permits permits, OpenTelemetry telemetry) {
    this(config, null, new Limits(permits, config.proxies()), true, telemetry);
  }

  /** With these limits, and requests that wait for a permit here. */
  InMemoryService(HttpConfig config, Permits permits, WaitingRoom waiting) {
    this(config, null, new Limits(permits, config.proxies(), waiting), true, OpenTelemetry.noop());
  }

  private InMemoryService(
      HttpConfig config,
      Accounts others,
      Limits limits,
      boolean isStarted,
      OpenTelemetry telemetry) {
    addRoutes(others == null ? accounts : others, limits);
    access.addTo(routes, limits, config.origins());
    server = new HttpServer(config, routes, access.entrance, limits, health::isStarted, telemetry);
    server.start();
    if (isStarted) {
      health.started();
    }
  }

  /** One that answers already, and has not started yet. An address may call it once. */
  public static InMemoryService starting() {
    var once = Map.of(Budget.ADDRESS, new Limit(1, Duration.ofHours(1)));
    var limits = new Limits(new InMemoryPermits(once, System::nanoTime), TrustedProxies.NONE);
    return new InMemoryService(
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

  /** As if the chain had been one block longer once. */
  public void publishLaterHead() {
    head.set(new Head(audit.head().number() + 1, new Hash("f".repeat(64))));
  }

  public InMemoryAccess access() {
    return access;
  }

  public Views views() {
    return views;
  }

  public Health health() {
    return health;
  }

  public Routes routes() {
    return routes;
  }

  /** Views of this account, to this instant. */
  public long viewsOf(AccountId id) {
    return views.live(List.of(id)).get(id).total();
  }

  /** How many accounts there are that are not closed. */
  public long size() {
    var all = new AccountQuery(AccountFilter.ALL, AccountOrder.CREATED, null, 1, true);
    return accounts.list(all).total().count();
  }

  /** What is durable cannot be reached. */
  public void goAway() {
    isUp.set(false);
    accounts.goAway();
    access.goAway();
    ledger.goAway();
    flushes.goAway();
    audit.goAway();
  }

  public void comeBack() {
    isUp.set(true);
    accounts.comeBack();
    access.comeBack();
    ledger.comeBack();
    flushes.comeBack();
    audit.comeBack();
  }

  @Override
  public void close() {
    server.close();
    views.close();
  }

  private void addRoutes(Accounts store, Limits limits) {
    var start = Instant.parse("2026-11-20T12:00:00Z");
    InstantSource clock = () -> start.plusNanos(1000 * ticks.incrementAndGet());
    var random = new Random(7);
    var readViews = new ReadViews(store, views);
    var answers = accounts.answers();
    // Before what would take its last part for an id.
    new ExportRoutes(new ExportAccounts(store, audit, clock)).addTo(routes);
    new AccountRoutes(
            new OpenAccount(store, answers, () -> AccountId.of(clock.instant(), random), clock),
            new ViewAccount(store, views),
            new AmendAccount(store, clock),
            new SuspendAccount(store, answers, clock),
            new ReactivateAccount(store, clock),
            new CloseAccount(store, clock),
            readViews,
            limits)
        .addTo(routes);
    new ErasureRoutes(new EraseAccount(store, clock)).addTo(routes);
    new AccountListRoutes(new ListAccounts(store), readViews).addTo(routes);
    new ViewRoutes(readViews, new FlushViews(views), new ListFlushes(flushes), new Reconcile(views))
        .addTo(routes);
    var history =
        new InMemoryViewHistory(
            ledger,
            id -> accounts.find(id).present().map(account -> account.profile().name().value()));
    new ViewHistoryRoutes(
            new ReadSeries(store, history), new RankViews(history), InstantSource.system())
        .addTo(routes);
    new AuditRoutes(
            new ReadAudit(audit), new VerifyAudit(audit, new KnownHeads(new Published())), clock)
        .addTo(routes);
    var openings = new InMemoryOpenings(accounts);
    Supplier<AccountId> ids = () -> AccountId.of(clock.instant(), random);
    new ImportRoutes(
            new OpenAccounts(openings, answers, ids, clock),
            new RehearseOpenings(openings, ids, clock))
        .addTo(routes);
    new StatisticsRoutes(
            new ReadStatistics(
                new InMemoryCensus(accounts), history, views, access.operators, clock))
        .addTo(routes);
    new HealthRoutes(health).addTo(routes);
    new Documents().addTo(routes);
    new ProblemPages().addTo(routes);
    new Dashboard().addTo(routes);
  }

  /** What is known of the chain outside. */
  private final class Published implements AuditHeads {
    @Override
    public Head newest() {
      return head.get();
    }

    @Override
    public void publish(Head newer) {
      head.set(newer);
    }
  }
}
