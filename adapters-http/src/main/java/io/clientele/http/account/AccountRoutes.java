package io.clientele.http.account;

import static io.clientele.domain.account.AccountPermission.AMEND_ACCOUNT;
import static io.clientele.domain.account.AccountPermission.CHANGE_ACCOUNTS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.account.AccountOutcome;
import io.clientele.application.account.AmendAccount;
import io.clientele.application.account.CloseAccount;
import io.clientele.application.account.OpenAccount;
import io.clientele.application.account.ReactivateAccount;
import io.clientele.application.account.SuspendAccount;
import io.clientele.application.account.ViewAccount;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.AccountRateLimits;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.http.exchange.IdempotentRequest;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.header.EntityTags;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.limits.RequestRateLimiter;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import java.util.function.LongPredicate;

/** The routes that open and change one account. */
public final class AccountRoutes implements RouteGroup {
  private static final String ONE = "/v1/accounts/{id}";
  private static final String SUSPENSION = "/v1/accounts/{id}/suspension";
  private static final Set<String> NO_PARAMETERS = Set.of();

  private final OpenAccount openAccount;
  private final ViewAccount viewAccount;
  private final AmendAccount amendAccount;
  private final SuspendAccount suspendAccount;
  private final ReactivateAccount reactivateAccount;
  private final CloseAccount closeAccount;
  private final RequestRateLimiter limits;

  public AccountRoutes(
      OpenAccount openAccount,
      ViewAccount viewAccount,
      AmendAccount amendAccount,
      SuspendAccount suspendAccount,
      ReactivateAccount reactivateAccount,
      CloseAccount closeAccount,
      RequestRateLimiter limits) {
    this.openAccount = openAccount;
    this.viewAccount = viewAccount;
    this.amendAccount = amendAccount;
    this.suspendAccount = suspendAccount;
    this.reactivateAccount = reactivateAccount;
    this.closeAccount = closeAccount;
    this.limits = limits;
  }

  /** A use case that changes a stored account. */
  @FunctionalInterface
  private interface Change {
    AccountOutcome change(Actor actor, AccountId id, LongPredicate expected);
  }

  @Override
  public void addTo(Routes routes) {
    routes.post("/v1/accounts").permits(CHANGE_ACCOUNTS).idempotent().by(this::open);
    routes.patch(ONE).permits(AMEND_ACCOUNT).by(this::amend);
    routes.delete(ONE).permits(CHANGE_ACCOUNTS).by(this::close);
    routes.post(SUSPENSION).permits(CHANGE_ACCOUNTS).idempotent().by(this::suspend);
    routes.delete(SUSPENSION).permits(CHANGE_ACCOUNTS).by(this::reactivate);
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
    show(
        http,
        (actor, id, expected) -> {
          Runnable emailChange = () -> limitEmailChange(http, actor, id);
          return amendAccount.amend(actor, id, new AmendAccountJson(http, emailChange), expected);
        });
  }

  /** Limits e-mail changes by customers: a conflict reveals the address of another client. */
  private void limitEmailChange(Context http, Actor actor, AccountId id) {
    if (!actor.may(AccountPermission.VERIFY_EMAIL)) {
      limits.take(http, AccountRateLimits.EMAIL_CHANGE, id.toString());
    }
  }

  private void suspend(Context http) throws IOException {
    Change suspending =
        (actor, id, expected) -> {
          var once = IdempotentRequest.of(http, AccountResponses::shown);
          return once == null
              ? suspendAccount.suspend(actor, id, expected)
              : suspendAccount.suspend(actor, id, expected, once);
        };
    AccountResponses.give(http, outcome(http, bodiless(http, suspending)), AccountResponses::shown);
  }

  private void reactivate(Context http) throws IOException {
    show(http, bodiless(http, reactivateAccount::reactivate));
  }

  /** Closes the account; 204 also for a closed or erased one. */
  private void close(Context http) {
    var outcome = outcome(http, bodiless(http, closeAccount::close));
    if (!(outcome instanceof AccountOutcome.AlreadyErased)) {
      AccountProblems.done(outcome);
    }
    Responses.empty(http, 204);
  }

  /** Wraps a change without a body. 404 for the account comes before 413. */
  private Change bodiless(Context http, Change change) {
    return (actor, id, expected) -> {
      try {
        RequestBodies.ignore(http);
      } catch (ProblemException tooLarge) {
        AccountProblems.present(viewAccount.view(actor, id, found -> false));
        throw tooLarge;
      }
      return change.change(actor, id, expected);
    };
  }

  private static void show(Context http, Change change) throws IOException {
    AccountResponses.give(http, outcome(http, change), AccountResponses::shown);
  }

  private static AccountOutcome outcome(Context http, Change change) {
    var faults = new ValidationErrors();
    var id = PathParameters.accountId(http, faults);
    QueryParameters.of(http, faults, NO_PARAMETERS);
    var expected = EntityTags.expected(http, faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    return change.change(actor, sound(id), expected);
  }
}
