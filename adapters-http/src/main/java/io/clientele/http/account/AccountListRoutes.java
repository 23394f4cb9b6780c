package io.clientele.http.account;

import io.clientele.application.account.ListAccounts;
import io.clientele.application.account.ReadAccountViews;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The route that lists accounts in pages. */
public final class AccountListRoutes implements RouteGroup {
  private static final String PATH = "/v1/accounts";

  private final ListAccounts listAccounts;
  private final ReadAccountViews readViews;

  public AccountListRoutes(ListAccounts listAccounts, ReadAccountViews readViews) {
    this.listAccounts = listAccounts;
    this.readViews = readViews;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get(PATH).permits(AccountPermission.VIEW_ACCOUNTS).by(this::list);
  }

  private void list(Context http) throws IOException {
    var faults = new ValidationErrors();
    var listing = AccountListRequest.of(http, faults);
    faults.refuse();
    var actor = Actors.of(http);
    var page = ProblemException.unlessGranted(listAccounts.list(actor, listing.query()));
    var views =
        listing.include().contains("views")
            ? ProblemException.unlessGranted(
                readViews.read(actor, page.accounts().stream().map(Account::id).toList()))
            : Map.<AccountId, LiveTotal>of();
    var cursor = page.next() == null ? null : listing.cursor(page.next());
    if (cursor != null) {
      http.res().setHeader("Link", link(listing, cursor));
    }
    answer(http, page, views, cursor);
  }

  private static void answer(
      Context http, AccountPage page, Map<AccountId, LiveTotal> views, @Nullable String cursor)
      throws IOException {
    Responses.json(
        http,
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("data");
          page.accounts()
              .forEach(account -> AccountJson.write(json, account, views.get(account.id())));
          json.writeEndArray();
          if (cursor != null) {
            json.writeStringProperty("nextCursor", cursor);
          }
          if (page.total() != null) {
            json.writeNumberProperty("total", page.total().count());
            json.writeBooleanProperty("totalIsExact", page.total().isExact());
          }
          json.writeEndObject();
        });
  }

  private static String link(AccountListRequest listing, String cursor) {
    var include =
        listing.include().isEmpty() ? "" : "&include=" + String.join(",", listing.include());
    return "<%s?cursor=%s&limit=%d%s>; rel=\"next\""
        .formatted(PATH, cursor, listing.limit(), include);
  }
}
