package io.clientele.http.account;

import static io.clientele.domain.account.AccountPermission.AMEND_ACCOUNT;
import static io.clientele.domain.account.AccountPermission.CHANGE_ACCOUNTS;

import io.clientele.application.account.AccountOutcome;
import io.clientele.application.account.AmendAccount;
import io.clientele.application.account.Amendment;
import io.clientele.application.account.CloseAccount;
import io.clientele.application.account.OpenAccount;
import io.clientele.application.account.ViewAccount;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.AccountRateLimits;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.http.exchange.IdempotentRequest;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RespondAsync;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.limits.RequestRateLimiter;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.clientele.http.route.WriteSubject;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/** The routes that open, amend and close one account. */
public final class AccountRoutes implements RouteGroup {
  private static final String ONE = "/v1/accounts/{id}";
  private static final Set<String> NO_PARAMETERS = Set.of();

  private final OpenAccount openAccount;
  private final ViewAccount viewAccount;
  private final AmendAccount amendAccount;
  private final CloseAccount closeAccount;
  private final RequestRateLimiter limits;

  public AccountRoutes(
      OpenAccount openAccount,
      ViewAccount viewAccount,
      AmendAccount amendAccount,
      CloseAccount closeAccount,
      RequestRateLimiter limits) {
    this.openAccount = openAccount;
    this.viewAccount = viewAccount;
    this.amendAccount = amendAccount;
    this.closeAccount = closeAccount;
    this.limits = limits;
  }

  @Override
  public void addTo(Routes routes) {
    var subject = AccountChangeRequest.subject(viewAccount);
    routes
        .post("/v1/accounts")
        .permits(CHANGE_ACCOUNTS)
        .idempotent()
        .queueable(WriteSubject.CREATED)
        .by(this::open);
    routes.patch(ONE).permits(AMEND_ACCOUNT).queueable(subject).by(this::amend);
    routes
        .delete(ONE)
        .permits(CHANGE_ACCOUNTS)
        .queueable(AccountChangeRequest.closedSubject(viewAccount))
        .by(this::close);
  }

  private void open(Context http) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, NO_PARAMETERS);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var profile = OpenAccountJson.read(http);
    var once = IdempotentRequest.of(http, AccountResponses::opened);
    AccountResponses.give(
        http,
        once == null ? openAccount.open(actor, profile) : openAccount.open(actor, profile, once),
        AccountResponses::opened);
  }

  private void amend(Context http) throws IOException {
    AccountChangeRequest.show(
        http,
        (actor, id, expected) -> {
          Runnable emailChange = () -> limitEmailChange(http, actor, id);
          var amendment =
              new AmendAccountJson(http, OpenAccountJson.FIELDS, emailChange)
                  .andThen(read -> accepted(http, actor, read));
          return amendAccount.amend(actor, id, amendment, expected);
        });
  }

  /** Can be queued unless the actor may not change one of the fields: that is answered at once. */
  private static Amendment accepted(Context http, Actor actor, Amendment read) {
    if (read.required().stream().allMatch(actor::may)) {
      RespondAsync.accept(http);
    }
    return read;
  }

  /** Limits e-mail changes by customers: a conflict reveals the address of another client. */
  private void limitEmailChange(Context http, Actor actor, AccountId id) {
    if (!actor.may(AccountPermission.VERIFY_EMAIL)) {
      limits.take(http, AccountRateLimits.EMAIL_CHANGE, id.toString());
    }
  }

  /** Closes the account; 204 also for a closed or erased one. */
  private void close(Context http) {
    var outcome =
        AccountChangeRequest.outcome(
            http, AccountChangeRequest.bodiless(http, viewAccount, closeAccount::close));
    if (!(outcome instanceof AccountOutcome.AlreadyErased)) {
      AccountProblems.done(outcome);
    }
    Responses.empty(http, 204);
  }
}
