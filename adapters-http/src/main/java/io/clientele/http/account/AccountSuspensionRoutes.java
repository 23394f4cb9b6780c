package io.clientele.http.account;

import static io.clientele.domain.account.AccountPermission.CHANGE_ACCOUNTS;

import io.clientele.application.account.ReactivateAccount;
import io.clientele.application.account.SuspendAccount;
import io.clientele.application.account.ViewAccount;
import io.clientele.http.account.AccountChangeRequest.Change;
import io.clientele.http.exchange.IdempotentRequest;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;

/** The routes that suspend and reactivate one account. */
public final class AccountSuspensionRoutes implements RouteGroup {
  private static final String SUSPENSION = "/v1/accounts/{id}/suspension";

  private final ViewAccount viewAccount;
  private final SuspendAccount suspendAccount;
  private final ReactivateAccount reactivateAccount;

  public AccountSuspensionRoutes(
      ViewAccount viewAccount, SuspendAccount suspendAccount, ReactivateAccount reactivateAccount) {
    this.viewAccount = viewAccount;
    this.suspendAccount = suspendAccount;
    this.reactivateAccount = reactivateAccount;
  }

  @Override
  public void addTo(Routes routes) {
    var subject = AccountChangeRequest.subject(viewAccount);
    routes
        .post(SUSPENSION)
        .permits(CHANGE_ACCOUNTS)
        .idempotent()
        .queueable(subject)
        .by(this::suspend);
    routes.delete(SUSPENSION).permits(CHANGE_ACCOUNTS).queueable(subject).by(this::reactivate);
  }

  private void suspend(Context http) throws IOException {
    AccountChangeRequest.show(
        http,
        bodiless(
            http,
            (actor, id, expected) -> {
              var once = IdempotentRequest.of(http, AccountResponses::shown);
              return once == null
                  ? suspendAccount.suspend(actor, id, expected)
                  : suspendAccount.suspend(actor, id, expected, once);
            }));
  }

  private void reactivate(Context http) throws IOException {
    AccountChangeRequest.show(http, bodiless(http, reactivateAccount::reactivate));
  }

  private Change bodiless(Context http, Change change) {
    return AccountChangeRequest.bodiless(http, viewAccount, change);
  }
}
