package io.clientele.http.webhook;

import io.clientele.domain.event.EventPosition;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;

/** The problems of webhooks. */
final class WebhookProblems {
  private WebhookProblems() {}

  static ProblemException noSuchWebhook() {
    return new ProblemException(Problem.noSuchThing("There is no webhook with this id."));
  }

  static ProblemException limitReached(String detail) {
    return new ProblemException(Problem.of(409, "limit-reached", "Limit reached", detail));
  }

  static ProblemException gone(EventPosition first) {
    return new ProblemException(
        Problem.of(
                409,
                "events-gone",
                "Events gone",
                "Events after this position are no longer kept. Give \"after\"; \"first\" is the"
                    + " oldest position that is kept.")
            .withMember("first", first.value()));
  }

  static ProblemException fork() {
    return new ProblemException(
        Problem.of(409, "fork", "Fork", "The position is beyond the end of the feed."));
  }

  static ProblemException versionMismatch() {
    return new ProblemException(Problem.versionMismatch("The webhook is at another version."));
  }
}
