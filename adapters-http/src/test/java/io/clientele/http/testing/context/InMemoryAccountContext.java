package io.clientele.http.testing.context;

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
import io.clientele.application.account.bulk.ChangeManyAccounts;
import io.clientele.application.account.bulk.DryRunImport;
import io.clientele.application.account.bulk.ExportAccounts;
import io.clientele.application.account.bulk.ImportAccounts;
import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AccountId;
import io.clientele.http.account.AccountErasureRoutes;
import io.clientele.http.account.AccountExportRoutes;
import io.clientele.http.account.AccountListRoutes;
import io.clientele.http.account.AccountRoutes;
import io.clientele.http.account.AccountSuspensionRoutes;
import io.clientele.http.account.AccountViewRoutes;
import io.clientele.http.account.BulkChangeRoutes;
import io.clientele.http.account.ViewAccountRoute;
import io.clientele.http.account.customer.OwnAccountRoutes;
import io.clientele.http.account.importing.AccountImportRoutes;
import io.clientele.http.route.RouteGroup;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.inmemory.account.InMemoryBulkAccounts;
import io.clientele.inmemory.account.ranking.InMemoryAccountRanking;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The accounts of a service in memory. A test may replace {@link Accounts} and {@link
 * AccountDirectory}.
 */
public final class InMemoryAccountContext implements InMemoryContext {
  private final InMemoryAccounts accounts;
  private final Accounts store;
  private final AccountDirectory directory;
  private final InMemoryViewsContext views;
  private final InMemoryParts parts;

  InMemoryAccountContext(InMemoryParts parts) {
    this.parts = parts;
    views = parts.context(InMemoryViewsContext.class);
    accounts = new InMemoryAccounts(id -> views.ledger().viewsOf(id.value()), parts.changes());
    store = parts.portOr(Accounts.class, accounts);
    directory = parts.portOr(AccountDirectory.class, accounts);
  }

  /** Returns the number of accounts that are not closed. */
  public long size() {
    var all = new AccountQuery(AccountFilter.ALL, AccountOrder.CREATED, null, 1, true);
    return accounts.list(all).total().count();
  }

  public InMemoryAccounts accounts() {
    return accounts;
  }

  /** The accounts that the routes use. */
  Accounts store() {
    return store;
  }

  @Override
  public List<RouteGroup> routes() {
    var clock = parts.clock();
    var random = new Random(7);
    Supplier<AccountId> ids = () -> AccountId.of(clock.instant(), random);
    var responses = accounts.answers();
    var bulk = new InMemoryBulkAccounts(accounts);
    var view = new ViewAccount(store, views.views().recorder());
    var trail = parts.context(InMemoryAuditContext.class).trail();
    var readViews = new ReadAccountViews(store, views.views());
    return List.of(
        new AccountExportRoutes(new ExportAccounts(directory, trail, clock)),
        new ViewAccountRoute(view, readViews),
        new AccountRoutes(
            new OpenAccount(store, responses, ids, clock),
            view,
            new AmendAccount(store, clock),
            new CloseAccount(store, clock),
            parts.limits()),
        new OwnAccountRoutes(view, new AmendAccount(store, clock), parts.limits()),
        new AccountSuspensionRoutes(
            view, new SuspendAccount(store, responses, clock), new ReactivateAccount(store, clock)),
        new BulkChangeRoutes(
            new ChangeManyAccounts(
                new SuspendAccount(store, clock),
                new ReactivateAccount(store, clock),
                new CloseAccount(store, clock))),
        new AccountErasureRoutes(new EraseAccount(store, clock)),
        new AccountListRoutes(new ListAccounts(directory), readViews),
        new AccountImportRoutes(
            new ImportAccounts(bulk, responses, ids, clock), new DryRunImport(bulk, ids, clock)),
        new AccountViewRoutes(
            readViews, new ReadAccountViewSeries(store, views.history()), InstantSource.system()));
  }

  @Override
  public void startOutage() {
    accounts.startOutage();
  }

  @Override
  public void endOutage() {
    accounts.endOutage();
  }

  RankAccounts ranking() {
    var ledger = parts.context(InMemoryViewsContext.class).ledger();
    return new RankAccounts(new InMemoryAccountRanking(ledger, this::nameOf));
  }

  private Optional<String> nameOf(UUID id) {
    return accounts
        .find(new AccountId(id))
        .present()
        .map(account -> account.profile().name().value());
  }
}
