package io.clientele.http.event;

import io.clientele.domain.event.EventPosition;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;

/** The problems of the feed. */
final class EventProblems {
  private EventProblems() {}

  static ProblemException gone(EventPosition first) {
    return new ProblemException(
        Problem.of(
                410,
                "events-gone",
                "Events gone",
                "Events after this position are no longer kept. \"first\" is the oldest position"
                    + " that is.")
            .withMember("first", first.value()));
  }

  static ProblemException fork() {
    return new ProblemException(
        Problem.of(
            409,
            "fork",
            "Fork",
            "The service does not have this position or block: its data were restored to an earlier"
                + " state."));
  }
}
