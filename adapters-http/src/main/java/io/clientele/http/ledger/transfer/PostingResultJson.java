package io.clientele.http.ledger.transfer;

import io.clientele.application.ledger.posting.PostingResult;
import io.clientele.http.exchange.problem.ProblemJson;
import tools.jackson.core.JsonGenerator;

/** Writes the result of one transfer of a batch, whose response has one status for all. */
final class PostingResultJson {
  private PostingResultJson() {}

  /**
   * Writes the status that the transfer would have as a single request, and its problem if there is
   * one.
   */
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
