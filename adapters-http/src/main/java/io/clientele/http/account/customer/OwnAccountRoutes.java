package io.clientele.http.account.customer;

import static io.clientele.domain.account.AccountPermission.AMEND_ACCOUNT;
import static io.clientele.domain.account.AccountPermission.VIEW_ACCOUNT;

import io.clientele.application.account.AmendAccount;
import io.clientele.application.account.ViewAccount;
import io.clientele.domain.account.AccountRateLimits;
import io.clientele.http.account.AccountProblems;
import io.clientele.http.account.AmendAccountJson;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.header.EntityTags;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.limits.RequestRateLimiter;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/** Shows and amends the caller's own account. Counts no view. */
public final class OwnAccountRoutes implements RouteGroup {
  private static final String PATH = "/store/v1/me";
  private static final Set<String> AMENDABLE = Set.of("name", "email");

  private final ViewAccount viewAccount;
  private final AmendAccount amendAccount;
  private final RequestRateLimiter limits;

  public OwnAccountRoutes(
      ViewAccount viewAccount, AmendAccount amendAccount, RequestRateLimiter limits) {
    this.viewAccount = viewAccount;
    this.amendAccount = amendAccount;
    this.limits = limits;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get(PATH).ofStore().permits(VIEW_ACCOUNT).by(this::show);
    routes.patch(PATH).ofStore().permits(AMEND_ACCOUNT).by(this::amend);
  }

  private void show(Context http) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    var actor = Actors.of(http);
    var found = viewAccount.view(actor, Actors.ownAccount(actor), account -> false);
    Responses.stored(http, OwnAccountJson.shown(AccountProblems.present(found)));
  }

  /** Limits e-mail changes: a conflict reveals the address of another client. */
  private void amend(Context http) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    var expected = EntityTags.expectedTags(http, faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var own = Actors.ownAccount(actor);
    Runnable emailChange = () -> limits.take(http, AccountRateLimits.EMAIL_CHANGE, own.toString());
    var outcome =
        amendAccount.amend(
            actor,
            own,
            new AmendAccountJson(http, AMENDABLE, emailChange),
            version -> expected.test(OwnAccountJson.tag(own, version)));
    Responses.stored(http, OwnAccountJson.shown(AccountProblems.done(outcome)));
  }
}
