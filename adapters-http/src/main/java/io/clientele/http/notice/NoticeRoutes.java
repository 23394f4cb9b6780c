package io.clientele.http.notice;

import io.clientele.application.notice.ChooseNotices;
import io.clientele.application.notice.ChooseNotices.Outcome;
import io.clientele.application.notice.ViewNoticeChoice;
import io.clientele.domain.notice.NoticeChoice;
import io.clientele.domain.notice.NoticePermission;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.header.EntityTags;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/** The routes of the caller's own notices: read and choose. */
public final class NoticeRoutes implements RouteGroup {
  private static final String REFUSAL = "Only operators have notices.";
  private static final String OWN = "/v1/me/notices";

  private final ViewNoticeChoice viewNoticeChoice;
  private final ChooseNotices chooseNotices;
  private final boolean canSend;

  /**
   * Routes to these use cases.
   *
   * @param canSend whether the service has a mail server
   */
  public NoticeRoutes(
      ViewNoticeChoice viewNoticeChoice, ChooseNotices chooseNotices, boolean canSend) {
    this.viewNoticeChoice = viewNoticeChoice;
    this.chooseNotices = chooseNotices;
    this.canSend = canSend;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get(OWN).permits(NoticePermission.CHOOSE_NOTICES).by(this::view);
    routes.patch(OWN).permits(NoticePermission.CHOOSE_NOTICES).by(this::choose);
  }

  private void view(Context http) throws IOException {
    var caller = Actors.operator(http, REFUSAL);
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    answer(
        http,
        ProblemException.unlessGranted(viewNoticeChoice.view(caller.actor(), caller.operator())));
  }

  private void choose(Context http) throws IOException {
    var caller = Actors.operator(http, REFUSAL);
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    var expected = EntityTags.expected(http, faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var patch = NoticePatchJson.of(RequestBodies.read(http, NoticePatchJson.MEDIA_TYPES, faults));
    switch (chooseNotices.choose(actor, caller.operator(), expected, patch::over)) {
      case Outcome.Done(var choice) -> answer(http, choice);
      case Outcome.VersionMismatch _ ->
          throw new ProblemException(
              Problem.versionMismatch("The choice of notices is at another version."));
      case Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case Outcome.Overtaken _ -> throw new ProblemException(Problem.unavailable());
    }
  }

  private void answer(Context http, NoticeChoice choice) throws IOException {
    var permissions = Actors.of(http).permissions();
    http.res().setHeader("ETag", EntityTags.of(choice.version()));
    Responses.json(http, json -> NoticeJson.write(json, choice, permissions, canSend));
  }
}
