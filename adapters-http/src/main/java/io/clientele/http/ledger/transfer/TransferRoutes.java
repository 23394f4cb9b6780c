package io.clientele.http.ledger.transfer;

import static io.clientele.domain.ledger.LedgerPermission.POST_TRANSFER;
import static io.clientele.domain.ledger.LedgerPermission.VIEW_POCKETS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.ledger.posting.PostingResult;
import io.clientele.application.ledger.posting.TransferRequest;
import io.clientele.application.ledger.transfer.ListTransfers;
import io.clientele.application.ledger.transfer.PostTransfer;
import io.clientele.application.ledger.transfer.RehearseTransfer;
import io.clientele.application.ledger.transfer.ShowTransfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.paging.PageResponse;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/** Posts, shows and lists transfers. */
public final class TransferRoutes implements RouteGroup {
  private static final String ALL = "/v1/transfers";
  private static final String REPLAYED = "Idempotent-Replayed";
  private static final Set<String> JSON = Set.of("application/json");

  private final PostTransfer postTransfer;
  private final RehearseTransfer rehearseTransfer;
  private final ShowTransfer showTransfer;
  private final ListTransfers listTransfers;

  public TransferRoutes(
      PostTransfer postTransfer,
      RehearseTransfer rehearseTransfer,
      ShowTransfer showTransfer,
      ListTransfers listTransfers) {
    this.postTransfer = postTransfer;
    this.rehearseTransfer = rehearseTransfer;
    this.showTransfer = showTransfer;
    this.listTransfers = listTransfers;
  }

  @Override
  public void addTo(Routes routes) {
    routes.put(ALL + "/{id}").permits(POST_TRANSFER).by(this::post);
    routes.get(ALL + "/{id}").permits(VIEW_POCKETS).by(this::show);
    routes.get(ALL).permits(VIEW_POCKETS).by(this::list);
  }

  private void post(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, TransferId::parse, faults);
    var isDryRun = QueryParameters.of(http, faults, Set.of("dryRun")).flag("dryRun", faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var request = request(http, sound(id));
    if (isDryRun) {
      rehearsed(http, rehearseTransfer.rehearse(actor, request));
    } else {
      posted(http, postTransfer.post(actor, request));
    }
  }

  private static TransferRequest request(Context http, TransferId id) {
    var faults = new ValidationErrors();
    var members =
        JsonObjectReader.of(
            RequestBodies.read(http, JSON, faults), TransferRequestJson.FIELDS, faults);
    var request = TransferRequestJson.read(id, members, faults);
    faults.refuse();
    return sound(request);
  }

  private static void posted(Context http, PostingResult result) throws IOException {
    if (result instanceof PostingResult.Booked(var transfer, var isReplayed)) {
      if (isReplayed) {
        http.res().setHeader(REPLAYED, "true");
      }
      Responses.json(
          http,
          isReplayed ? 200 : 201,
          JsonWriter.write(json -> TransferJson.write(json, transfer)));
      return;
    }
    var problem = sound(PostingProblems.of(result, ""));
    var isReplayed = result instanceof PostingResult.Refused refused && refused.isReplayed();
    throw new ProblemException(isReplayed ? problem.with(REPLAYED, "true") : problem);
  }

  /** Tells the status that the request would have, and its problem if it has one. */
  private static void rehearsed(Context http, PostingResult result) throws IOException {
    if (result instanceof PostingResult.Denied) {
      throw new ProblemException(Problem.notAllowed());
    }
    Responses.json(
        http,
        json -> {
          json.writeStartObject();
          PostingResultJson.writeMembers(json, result, "");
          json.writeEndObject();
        });
  }

  private void show(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, TransferId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    var view =
        ProblemException.unlessGranted(showTransfer.show(Actors.of(http), sound(id)))
            .orElseThrow(
                () ->
                    new ProblemException(Problem.noSuchThing("There is no transfer of this id.")));
    Responses.json(http, json -> TransferJson.write(json, view));
  }

  private void list(Context http) throws IOException {
    var faults = new ValidationErrors();
    var read = TransferListRequest.of(http, faults);
    faults.refuse();
    var request = sound(read);
    switch (listTransfers.list(Actors.of(http), request.query())) {
      case ListTransfers.Outcome.Listed(var transfers, var next) ->
          new PageResponse<>(
                  transfers, TransferJson::write, next == null ? null : request.cursor(next))
              .answer(http, ALL, request.limit());
      case ListTransfers.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case ListTransfers.Outcome.NoSuchAccount _ ->
          throw new ProblemException(Problem.noSuchAccount());
      case ListTransfers.Outcome.NoSuchThing _ ->
          throw new ProblemException(Problem.noSuchThing("There is no such pocket or transfer."));
    }
  }
}
