package io.clientele.http.ledger;

import static io.clientele.domain.ledger.LedgerPermission.VIEW_POCKETS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.ledger.ListEntries;
import io.clientele.application.ledger.ShowBalance;
import io.clientele.application.ledger.ShowBalance.Moment;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Entry;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.paging.IdPagination;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Shows the entries of a pocket, and its balance at any moment. */
public final class PocketHistoryRoutes implements RouteGroup {
  private static final String ONE = "/v1/pockets/{id}";
  private static final String SEQ = "seq";
  private static final String AT = "at";

  private final ListEntries listEntries;
  private final ShowBalance showBalance;

  public PocketHistoryRoutes(ListEntries listEntries, ShowBalance showBalance) {
    this.listEntries = listEntries;
    this.showBalance = showBalance;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get(ONE + "/entries").permits(VIEW_POCKETS).by(this::entries);
    routes.get(ONE + "/balance").permits(VIEW_POCKETS).by(this::balance);
  }

  private void entries(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, PocketId::parse, faults);
    faults.refuse();
    var pocketId = sound(id);
    var pages =
        new IdPagination<>(
            ONE.replace("{id}", pocketId.toString()) + "/entries",
            "entries-1-" + pocketId,
            PocketHistoryRoutes::seq);
    var asked = pages.asked(http);
    var page =
        ProblemException.unlessGranted(
                listEntries.list(Actors.of(http), pocketId, asked.after(), asked.limit()))
            .orElseThrow(LedgerProblems::noSuchPocket);
    var entries = page.entries();
    var next = entries.size() < asked.limit() ? null : (Long) entries.getLast().seq();
    pages.answer(
        http, entries, next, asked.limit(), (json, entry) -> write(json, page.pocket(), entry));
  }

  private void balance(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, PocketId::parse, faults);
    var query = QueryParameters.of(http, faults, Set.of(AT, SEQ));
    var moment = moment(query, faults);
    faults.refuse();
    switch (showBalance.show(Actors.of(http), sound(id), sound(moment))) {
      case ShowBalance.Outcome.Shown(var pocket, var balance) ->
          Responses.json(http, json -> PocketJson.write(json, pocket, balance));
      case ShowBalance.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case ShowBalance.Outcome.NoSuchPocket _ -> throw LedgerProblems.noSuchPocket();
      case ShowBalance.Outcome.NoSuchEntry _ ->
          throw new ProblemException(
              Problem.noSuchThing("The pocket has no entry of this number."));
      case ShowBalance.Outcome.InTheFuture _ ->
          throw new ProblemException(
              Problem.invalid(
                  List.of(new Problem.Fault("parameter", AT, "must not be in the future"))));
    }
  }

  private static @Nullable Moment moment(QueryParameters query, ValidationErrors faults) {
    var number = query.text(SEQ);
    var at = Rfc3339.parameter(AT, query.text(AT), faults);
    if (number != null && query.text(AT) != null) {
      faults.parameter(SEQ, "must be absent where at is given");
    }
    var seq = number == null ? null : faults.parameter(SEQ, () -> seq(number));
    if (at != null) {
      return new Moment.At(at);
    }
    return seq == null ? new Moment.Now() : new Moment.After(seq);
  }

  private static Long seq(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw new InvalidValue(SEQ, "must be a whole number from 1");
    }
    return Long.valueOf(text);
  }

  private static void write(JsonGenerator json, Pocket pocket, Entry entry) {
    json.writeStartObject();
    json.writeNumberProperty(SEQ, entry.seq());
    json.writeStringProperty("bookedAt", Rfc3339.write(entry.bookedAt()));
    json.writeStringProperty("transfer", entry.transfer().toString());
    json.writeNumberProperty("leg", entry.leg());
    json.writeStringProperty("delta", pocket.text(entry.delta()));
    json.writeStringProperty("heldDelta", pocket.text(entry.heldDelta()));
    json.writeStringProperty("postedAfter", pocket.text(entry.postedAfter()));
    json.writeStringProperty("heldAfter", pocket.text(entry.heldAfter()));
    json.writeEndObject();
  }
}
