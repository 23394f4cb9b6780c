package io.clientele.http.account;

import static io.clientele.domain.account.AccountPermission.VIEW_ACCOUNT;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.account.ReadAccountViews;
import io.clientele.application.account.ViewAccount;
import io.clientele.domain.account.Account;
import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.header.EntityTags;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.clientele.http.views.CountViewPreference;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The route that reads one account and counts the view. */
public final class ViewAccountRoute implements RouteGroup {
  private static final Set<String> PARAMETERS = Set.of("include");
  private static final List<String> INCLUDABLE = List.of("views");

  private final ViewAccount viewAccount;
  private final ReadAccountViews readViews;

  public ViewAccountRoute(ViewAccount viewAccount, ReadAccountViews readViews) {
    this.viewAccount = viewAccount;
    this.readViews = readViews;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/v1/accounts/{id}").permits(VIEW_ACCOUNT).by(this::view);
  }

  private void view(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.accountId(http, faults);
    var query = QueryParameters.of(http, faults, PARAMETERS);
    var withViews = !query.list("include", INCLUDABLE, faults).isEmpty();
    var known = EntityTags.known(http, faults);
    faults.refuse();
    var isGet = http.req().getMethod().equals("GET");
    var countsNoView = CountViewPreference.countsNoView(http);
    // A response with views has no ETag, so it is never answered 304.
    var account =
        AccountProblems.present(
            viewAccount.view(
                Actors.of(http),
                sound(id),
                found -> isGet && !countsNoView && (withViews || !known.test(found.version()))));
    if (countsNoView) {
      CountViewPreference.appliedNoView(http);
    }
    if (withViews) {
      var totals =
          ProblemException.unlessGranted(readViews.read(Actors.of(http), List.of(account.id())));
      answer(http, account, totals.get(account.id()));
    } else if (known.test(account.version())) {
      http.res().setHeader("ETag", EntityTags.of(account.version()));
      Responses.empty(http, 304);
    } else {
      http.res().setHeader("ETag", EntityTags.of(account.version()));
      answer(http, account, null);
    }
  }

  private static void answer(Context http, Account account, @Nullable LiveTotal views)
      throws IOException {
    Responses.json(http, json -> AccountJson.write(json, account, views));
  }
}
