package io.clientele.http.ledger.transfer;

import io.clientele.application.ledger.posting.PostingResult;
import io.clientele.http.exchange.problem.ProblemJson;
import tools.jackson.core.JsonGenerator;

/** Writes how a transfer ends where that is not the status of the response. */
final class PostingResultJson {
  private PostingResultJson() {}

  /** Writes the status that a request of its own would have, and the problem if it has one. */
  static void writeMembers(JsonGenerator json, PostingResult result, String path) {
    var problem = PostingProblems.of(result, path);
    if (problem != null) {
      json.writeNumberProperty("status", problem.status());
      json.writeName("problem");
      ProblemJson.writePart(json, problem);
    } else {
      var isReplayed = result instanceof PostingResult.Booked booked && booked.isReplayed();
      json.writeNumberProperty("status", isReplayed ? 200 : 201);
    }
  }
}
