package io.clientele.http.hook;

import static io.clientele.domain.hook.HookPermission.REPLAY_HOOK_MESSAGES;
import static io.clientele.domain.hook.HookPermission.VIEW_HOOK_MESSAGES;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.hook.ListHookMessages;
import io.clientele.application.hook.ReceiveHook;
import io.clientele.application.hook.ReplayHookMessage;
import io.clientele.application.hook.ViewHookMessage;
import io.clientele.domain.hook.HookContent;
import io.clientele.domain.hook.HookMessageId;
import io.clientele.domain.hook.HookSource;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
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

/** Receives messages of other systems, shows them, and has them handled again. */
public final class HookRoutes implements RouteGroup {
  private static final String MESSAGES = "/v1/hook-messages";

  private final ReceiveHook receiveHook;
  private final ListHookMessages listHookMessages;
  private final ViewHookMessage viewHookMessage;
  private final ReplayHookMessage replayHookMessage;

  /** Routes to these use cases. */
  public HookRoutes(
      ReceiveHook receiveHook,
      ListHookMessages listHookMessages,
      ViewHookMessage viewHookMessage,
      ReplayHookMessage replayHookMessage) {
    this.receiveHook = receiveHook;
    this.listHookMessages = listHookMessages;
    this.viewHookMessage = viewHookMessage;
    this.replayHookMessage = replayHookMessage;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post("/v1/hooks/{source}").anyone().upTo(HookContent.BODY_BYTES_MAX).by(this::receive);
    routes.get(MESSAGES).permits(VIEW_HOOK_MESSAGES).by(this::list);
    routes.get(MESSAGES + "/{id}").permits(VIEW_HOOK_MESSAGES).by(this::view);
    routes.post(MESSAGES + "/{id}/replays").permits(REPLAY_HOOK_MESSAGES).by(this::replay);
  }

  /** An unknown source is answered as a wrong signature is, so that names cannot be probed. */
  private void receive(Context http) {
    var faults = new ValidationErrors();
    var source = faults.parameter("source", () -> new HookSource(http.pathParam("source")));
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    var content = new HookContent(http.headerMap(), RequestBodies.raw(http));
    switch (receiveHook.receive(sound(source), content)) {
      case ReceiveHook.Outcome.Accepted _ -> Responses.empty(http, 202);
      case ReceiveHook.Outcome.Known _ -> Responses.empty(http, 200);
      case ReceiveHook.Outcome.Unverified _ -> throw unverified();
    }
  }

  private void list(Context http) throws IOException {
    var faults = new ValidationErrors();
    var asked = HookListRequest.of(http, faults);
    faults.refuse();
    var page =
        ProblemException.unlessGranted(
            listHookMessages.list(Actors.of(http), asked.filter(), asked.before(), asked.limit()));
    var cursor = page.next() == null ? null : asked.cursor(page.next());
    new PageResponse<>(page.messages(), HookMessageJson::write, cursor)
        .answer(http, MESSAGES, asked.limit());
  }

  private void view(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, HookMessageId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    var stored =
        ProblemException.unlessGranted(viewHookMessage.view(Actors.of(http), sound(id)))
            .orElseThrow(HookRoutes::noSuchMessage);
    Responses.json(http, json -> HookMessageJson.write(json, stored));
  }

  private void replay(Context http) {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, HookMessageId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    RequestBodies.ignore(http);
    switch (replayHookMessage.replay(actor, sound(id))) {
      case ReplayHookMessage.Outcome.Accepted _ -> Responses.empty(http, 204);
      case ReplayHookMessage.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case ReplayHookMessage.Outcome.NoSuchMessage _ -> throw noSuchMessage();
    }
  }

  private static ProblemException noSuchMessage() {
    return new ProblemException(Problem.noSuchThing("There is no message of this id."));
  }

  private static ProblemException unverified() {
    return new ProblemException(
        Problem.of(
                401,
                "not-authenticated",
                "Not authenticated",
                "No secret of this source verifies the message, or its time is more than five"
                    + " minutes away.")
            .with("WWW-Authenticate", "Signature"));
  }
}
