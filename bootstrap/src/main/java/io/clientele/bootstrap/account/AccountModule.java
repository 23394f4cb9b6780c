package io.clientele.bootstrap.account;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dagger.multibindings.IntoSet;
import io.clientele.application.account.AmendAccount;
import io.clientele.application.account.CloseAccount;
import io.clientele.application.account.EraseAccount;
import io.clientele.application.account.ListAccounts;
import io.clientele.application.account.OpenAccount;
import io.clientele.application.account.RankAccounts;
import io.clientele.application.account.ReactivateAccount;
import io.clientele.application.account.ReadAccountStanding;
import io.clientele.application.account.ReadAccountViewSeries;
import io.clientele.application.account.ReadAccountViews;
import io.clientele.application.account.SuspendAccount;
import io.clientele.application.account.ViewAccount;
import io.clientele.application.kernel.Job;
import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.AccountRanking;
import io.clientele.domain.account.AccountRateLimits;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.Grants;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.account.AccountStandings;
import io.clientele.domain.views.counter.ViewRecorder;
import io.clientele.domain.views.counter.ViewTotals;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.http.account.AccountErasureRoutes;
import io.clientele.http.account.AccountListRoutes;
import io.clientele.http.account.AccountRoutes;
import io.clientele.http.account.AccountSuspensionRoutes;
import io.clientele.http.account.AccountViewRoutes;
import io.clientele.http.account.ViewAccountRoute;
import io.clientele.http.account.customer.OwnAccountRoutes;
import io.clientele.http.limits.RequestRateLimiter;
import io.clientele.http.route.RouteGroup;
import io.clientele.persistence.account.AccountRankRefresh;
import io.clientele.persistence.account.AccountRowLock;
import io.clientele.persistence.account.AccountSchema;
import io.clientele.persistence.account.JdbcAccountCounts;
import io.clientele.persistence.account.JdbcAccountDirectory;
import io.clientele.persistence.account.JdbcAccountRanking;
import io.clientele.persistence.account.JdbcAccounts;
import io.clientele.persistence.change.AccountLock;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.ErasureVeto;
import io.clientele.persistence.change.PersonalDataEraser;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.migration.SchemaContribution;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** Provides the use cases and routes of accounts. */
@Module(includes = {AccountEventTypes.class, BulkAccountModule.class})
public interface AccountModule {
  @Provides
  @IntoSet
  static SchemaContribution schema() {
    return AccountSchema.contribution();
  }

  @Provides
  @ElementsIntoSet
  static Set<RateLimit> rateLimits() {
    return AccountRateLimits.ALL;
  }

  @Provides
  @IntoSet
  static Grants grants() {
    return AccountPermission.GRANTS;
  }

  @Provides
  @Singleton
  static Accounts accounts(
      Database database,
      ChangeStore changes,
      Set<PersonalDataEraser> erasers,
      Set<ErasureVeto> vetoes) {
    return new JdbcAccounts(database, changes, erasers, vetoes);
  }

  @Provides
  @Singleton
  static AccountDirectory directory(Database database) {
    return new JdbcAccountDirectory(database);
  }

  @Provides
  static AccountStandings standings(Accounts accounts) {
    return new ReadAccountStanding(accounts);
  }

  @Provides
  @Singleton
  static JdbcAccountCounts counts(Database database) {
    return new JdbcAccountCounts(database);
  }

  @Provides
  static AccountLock accountLock() {
    return new AccountRowLock();
  }

  @Provides
  static AccountRanking ranking(Database database) {
    return new JdbcAccountRanking(database);
  }

  /**
   * The jobs that refresh the ranks every minute and fold the counts. Any instance may run them.
   */
  @Provides
  @ElementsIntoSet
  static Set<Job> jobs(Database database, JdbcAccountCounts counts) {
    var ranks = new AccountRankRefresh(database);
    return Set.of(
        new Job("view-ranking", Duration.ofSeconds(3), 0.2, ranks::refresh),
        new Job("account-census", Duration.ofSeconds(10), 0.5, counts::fold));
  }

  @Provides
  static OpenAccount openAccount(Accounts accounts, IdempotencyStore answers, InstantSource clock) {
    return new OpenAccount(accounts, answers, new AccountIdGenerator(clock), clock);
  }

  @Provides
  static ViewAccount viewAccount(Accounts accounts, ViewRecorder recorder) {
    return new ViewAccount(accounts, recorder);
  }

  @Provides
  static ListAccounts listAccounts(AccountDirectory directory) {
    return new ListAccounts(directory);
  }

  @Provides
  static AmendAccount amendAccount(Accounts accounts, InstantSource clock) {
    return new AmendAccount(accounts, clock);
  }

  @Provides
  static SuspendAccount suspendAccount(
      Accounts accounts, IdempotencyStore answers, InstantSource clock) {
    return new SuspendAccount(accounts, answers, clock);
  }

  @Provides
  static ReactivateAccount reactivateAccount(Accounts accounts, InstantSource clock) {
    return new ReactivateAccount(accounts, clock);
  }

  @Provides
  static EraseAccount eraseAccount(Accounts accounts, InstantSource clock) {
    return new EraseAccount(accounts, clock);
  }

  @Provides
  static CloseAccount closeAccount(Accounts accounts, InstantSource clock) {
    return new CloseAccount(accounts, clock);
  }

  @Provides
  @IntoSet
  static RouteGroup accountRoutes(
      OpenAccount open,
      ViewAccount view,
      AmendAccount amend,
      CloseAccount close,
      RequestRateLimiter limits) {
    return new AccountRoutes(open, view, amend, close, limits);
  }

  @Provides
  @IntoSet
  static RouteGroup ownAccountRoutes(
      ViewAccount view, AmendAccount amend, RequestRateLimiter limits) {
    return new OwnAccountRoutes(view, amend, limits);
  }

  @Provides
  @IntoSet
  static RouteGroup viewAccountRoute(ViewAccount view, ReadAccountViews views) {
    return new ViewAccountRoute(view, views);
  }

  @Provides
  @IntoSet
  static RouteGroup accountSuspensionRoutes(
      ViewAccount view, SuspendAccount suspend, ReactivateAccount reactivate) {
    return new AccountSuspensionRoutes(view, suspend, reactivate);
  }

  @Provides
  @IntoSet
  static RouteGroup accountErasureRoutes(EraseAccount erase) {
    return new AccountErasureRoutes(erase);
  }

  @Provides
  @IntoSet
  static RouteGroup accountListRoutes(ListAccounts list, ReadAccountViews views) {
    return new AccountListRoutes(list, views);
  }

  @Provides
  @IntoSet
  static RouteGroup accountViewRoutes(
      ReadAccountViews views, ReadAccountViewSeries series, InstantSource clock) {
    return new AccountViewRoutes(views, series, clock);
  }

  @Provides
  static ReadAccountViews readViews(Accounts accounts, ViewTotals totals) {
    return new ReadAccountViews(accounts, totals);
  }

  @Provides
  static ReadAccountViewSeries readSeries(Accounts accounts, ViewHistory history) {
    return new ReadAccountViewSeries(accounts, history);
  }

  @Provides
  static RankAccounts rankAccounts(AccountRanking ranking) {
    return new RankAccounts(ranking);
  }
}
