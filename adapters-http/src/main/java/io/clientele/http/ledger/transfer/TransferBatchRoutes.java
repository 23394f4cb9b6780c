package io.clientele.http.ledger.transfer;

import static io.clientele.domain.ledger.LedgerPermission.POST_TRANSFER;

import io.clientele.application.ledger.posting.PostingResult;
import io.clientele.application.ledger.posting.TransferRequest;
import io.clientele.application.ledger.transfer.PostTransferBatch;
import io.clientele.domain.ledger.LedgerRateLimits;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.limits.RequestRateLimiter;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Posts many transfers in one request. */
public final class TransferBatchRoutes implements RouteGroup {
  private static final int BYTES_MAX = 1024 * 1024;
  private static final String TRANSFERS = "transfers";
  private static final Set<String> JSON = Set.of("application/json");
  private static final Set<String> FIELDS = Set.of(TRANSFERS, "atomic");
  private static final Set<String> TRANSFER_FIELDS = transferFields();

  private final PostTransferBatch postTransferBatch;
  private final RequestRateLimiter limits;

  public TransferBatchRoutes(PostTransferBatch postTransferBatch, RequestRateLimiter limits) {
    this.postTransferBatch = postTransferBatch;
    this.limits = limits;
  }

  private static Set<String> transferFields() {
    var all = new HashSet<>(TransferRequestJson.FIELDS);
    all.add("id");
    return Set.copyOf(all);
  }

  @Override
  public void addTo(Routes routes) {
    routes.post("/v1/transfer-batches").permits(POST_TRANSFER).upTo(BYTES_MAX).by(this::post);
  }

  private void post(Context http) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var body = JsonObjectReader.of(RequestBodies.readParts(http, JSON, faults), FIELDS, faults);
    var isAtomic = body.flag("atomic");
    var requests = requests(body, faults);
    faults.refuse();
    limits.take(http, LedgerRateLimits.BATCHED_TRANSFERS, actor.name(), requests.size());
    var result = postTransferBatch.post(actor, requests, isAtomic);
    if (result.results().getFirst() instanceof PostingResult.Denied) {
      throw new ProblemException(Problem.notAllowed());
    }
    JsonWriter.Body outcomes = json -> write(json, requests, result.results());
    if (!result.isDone()) {
      throw new ProblemException(
          Problem.of(
                  422,
                  "batch-refused",
                  "Batch refused",
                  "A transfer of the atomic batch is refused, so nothing is booked.")
              .withMember(TRANSFERS, outcomes));
    }
    Responses.json(
        http,
        json -> {
          json.writeStartObject();
          json.writeName(TRANSFERS);
          outcomes.writeTo(json);
          json.writeEndObject();
        });
  }

  private static List<TransferRequest> requests(JsonObjectReader body, ValidationErrors faults) {
    if (body.isAbsent(TRANSFERS)) {
      body.fault(TRANSFERS, "is required");
    }
    var requests = new ArrayList<TransferRequest>();
    for (var one : body.objects(TRANSFERS, TRANSFER_FIELDS, PostTransferBatch.TRANSFERS_MAX)) {
      var id = one.value("id", TransferId::parse);
      var request = TransferRequestJson.read(id, one, faults);
      if (request != null) {
        requests.add(request);
      }
    }
    return requests;
  }

  private static void write(
      JsonGenerator json, List<TransferRequest> requests, List<PostingResult> results) {
    json.writeStartArray();
    for (var i = 0; i < results.size(); i++) {
      json.writeStartObject();
      json.writeStringProperty("id", requests.get(i).id().toString());
      PostingResultJson.writeMembers(json, results.get(i), TRANSFERS + "/" + i + "/");
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
