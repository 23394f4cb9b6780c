package io.clientele.http.event;

import io.clientele.application.event.ReadEvents;
import io.clientele.domain.event.EventPage;
import io.clientele.domain.identity.Actor;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;

/** Reads pages of the feed. */
final class EventPages {
  private EventPages() {}

  /**
   * Reads a page.
   *
   * @throws ProblemException if there is none
   */
  static EventPage read(
      ReadEvents readEvents, Actor actor, ReadEvents.Start start, EventListRequest request) {
    var filter = request.filter();
    return switch (readEvents.read(actor, start, filter, request.limit(), request.withData())) {
      case ReadEvents.Outcome.Read(var page) -> page;
      case ReadEvents.Outcome.Gone(var first) -> throw EventProblems.gone(first);
      case ReadEvents.Outcome.Fork() -> throw EventProblems.fork();
      case ReadEvents.Outcome.NoSuchAccount() ->
          throw new ProblemException(Problem.noSuchAccount());
      case ReadEvents.Outcome.Denied() -> throw new ProblemException(Problem.notAllowed());
    };
  }
}
