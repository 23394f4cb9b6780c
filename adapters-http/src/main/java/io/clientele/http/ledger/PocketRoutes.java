package io.clientele.http.ledger;

import static io.clientele.domain.ledger.LedgerPermission.ADMINISTER_LEDGER;
import static io.clientele.domain.ledger.LedgerPermission.CHANGE_POCKETS;
import static io.clientele.domain.ledger.LedgerPermission.VIEW_LEDGER;
import static io.clientele.domain.ledger.LedgerPermission.VIEW_POCKETS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.ledger.AmendPocket;
import io.clientele.application.ledger.ListPockets;
import io.clientele.application.ledger.OpenPocket;
import io.clientele.application.ledger.PocketBalance;
import io.clientele.application.ledger.ShowPocket;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.ledger.PocketId;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.header.EntityTags;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.paging.IdPagination;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens, lists, shows and changes pockets of accounts and of the house. */
public final class PocketRoutes implements RouteGroup {
  private static final String HOUSE = "/v1/pockets";
  private static final String OF_ACCOUNT = "/v1/accounts/{id}/pockets";
  private static final String ONE = HOUSE + "/{id}";

  private final OpenPocket openPocket;
  private final ListPockets listPockets;
  private final ShowPocket showPocket;
  private final AmendPocket amendPocket;

  public PocketRoutes(
      OpenPocket openPocket,
      ListPockets listPockets,
      ShowPocket showPocket,
      AmendPocket amendPocket) {
    this.openPocket = openPocket;
    this.listPockets = listPockets;
    this.showPocket = showPocket;
    this.amendPocket = amendPocket;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post(OF_ACCOUNT).permits(CHANGE_POCKETS).by(http -> open(http, true));
    routes.get(OF_ACCOUNT).permits(VIEW_POCKETS).by(http -> list(http, true));
    routes.post(HOUSE).permits(ADMINISTER_LEDGER).by(http -> open(http, false));
    routes.get(HOUSE).permits(VIEW_LEDGER).by(http -> list(http, false));
    routes.get(ONE).permits(VIEW_POCKETS).by(this::show);
    routes.patch(ONE).permits(CHANGE_POCKETS).by(this::amend);
  }

  private void open(Context http, boolean isOwned) throws IOException {
    var faults = new ValidationErrors();
    var owner = isOwned ? PathParameters.accountId(http, faults) : null;
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    switch (openPocket.open(actor, owner, () -> PocketJson.readOpening(http))) {
      case OpenPocket.Outcome.Opened(var opened) -> {
        http.res().setHeader("Location", HOUSE + "/" + opened.pocket().id());
        answer(http, 201, opened);
      }
      case OpenPocket.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case OpenPocket.Outcome.NoSuchAccount _ ->
          throw new ProblemException(Problem.noSuchAccount());
      case OpenPocket.Outcome.AccountErased _ ->
          throw new ProblemException(LedgerProblems.accountErased());
      case OpenPocket.Outcome.AccountClosed _ ->
          throw LedgerProblems.refusal(
              409, "account-closed", "Account closed", "A closed account is final.");
      case OpenPocket.Outcome.Exists _ ->
          throw LedgerProblems.refusal(
              409,
              "pocket-exists",
              "Pocket exists",
              "There is a pocket of this owner, asset and name.");
    }
  }

  private void list(Context http, boolean isOwned) throws IOException {
    var faults = new ValidationErrors();
    var owner = isOwned ? PathParameters.accountId(http, faults) : null;
    faults.refuse();
    var pages = pages(owner);
    var asked = pages.asked(http);
    switch (listPockets.list(Actors.of(http), owner, asked.after(), asked.limit())) {
      case ListPockets.Outcome.Listed(var pockets) -> {
        var next = pockets.size() < asked.limit() ? null : pockets.getLast().pocket().id();
        pages.answer(http, pockets, next, asked.limit(), PocketJson::write);
      }
      case ListPockets.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case ListPockets.Outcome.NoSuchAccount _ ->
          throw new ProblemException(Problem.noSuchAccount());
    }
  }

  private static IdPagination<PocketId> pages(@Nullable AccountId owner) {
    return owner == null
        ? new IdPagination<>(HOUSE, "pockets-1", PocketId::parse)
        : new IdPagination<>(
            OF_ACCOUNT.replace("{id}", owner.toString()), "pockets-1-" + owner, PocketId::parse);
  }

  private void show(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, PocketId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    var found =
        ProblemException.unlessGranted(showPocket.show(Actors.of(http), sound(id)))
            .orElseThrow(LedgerProblems::noSuchPocket);
    answer(http, 200, found);
  }

  private void amend(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, PocketId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    var expected = EntityTags.expectedVersions(http, faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var outcome =
        amendPocket.amend(actor, sound(id), expected, () -> PocketJson.readAmendment(http));
    answer(http, 200, amended(outcome));
  }

  private static PocketBalance amended(AmendPocket.Outcome outcome) {
    return switch (outcome) {
      case AmendPocket.Outcome.Done(var pocket) -> pocket;
      case AmendPocket.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case AmendPocket.Outcome.NoSuchPocket _ -> throw LedgerProblems.noSuchPocket();
      case AmendPocket.Outcome.Closed _ ->
          throw LedgerProblems.refusal(
              409, "pocket-closed", "Pocket closed", "A closed pocket stays as it is.");
      case AmendPocket.Outcome.VersionMismatch _ ->
          throw new ProblemException(Problem.versionMismatch("The pocket is at another version."));
      case AmendPocket.Outcome.NotEmpty _ ->
          throw LedgerProblems.refusal(
              409, "pockets-not-empty", "Pockets not empty", "Empty the pocket first.");
      case AmendPocket.Outcome.BelowFloor _ ->
          throw LedgerProblems.refusal(
              409, "below-floor", "Below floor", "The available amount lies below this floor.");
      case AmendPocket.Outcome.Overtaken _ -> throw new ProblemException(Problem.unavailable());
    };
  }

  /** A house pocket has no tag: its balance changes without its number. */
  private static void answer(Context http, int status, PocketBalance one) throws IOException {
    if (!one.pocket().isHouse()) {
      http.res().setHeader("ETag", EntityTags.of(one.pocket().version(), one.balance().seq()));
    }
    Responses.json(http, status, JsonWriter.write(json -> PocketJson.write(json, one)));
  }
}
