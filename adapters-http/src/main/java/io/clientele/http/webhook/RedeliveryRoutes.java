package io.clientele.http.webhook;

import static io.clientele.domain.webhook.WebhookPermission.CHANGE_WEBHOOKS;
import static io.clientele.domain.webhook.WebhookPermission.VIEW_WEBHOOKS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.webhook.RedeliverEvents;
import io.clientele.application.webhook.RedeliverEvents.Outcome;
import io.clientele.application.webhook.ViewRedelivery;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.delivery.Redeliveries;
import io.clientele.domain.webhook.delivery.Redelivery;
import io.clientele.domain.webhook.delivery.RedeliveryId;
import io.clientele.http.exchange.IdempotencyProblems;
import io.clientele.http.exchange.IdempotentRequest;
import io.clientele.http.exchange.ReplayableResponse;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Has events sent again, and tells how far that has come. */
public final class RedeliveryRoutes implements RouteGroup {
  private static final String ALL = WebhookRoutes.ONE + "/redeliveries";
  private static final String ID = "redelivery";

  private final RedeliverEvents redeliverEvents;
  private final ViewRedelivery viewRedelivery;

  /** Routes to these use cases. */
  public RedeliveryRoutes(RedeliverEvents redeliverEvents, ViewRedelivery viewRedelivery) {
    this.redeliverEvents = redeliverEvents;
    this.viewRedelivery = viewRedelivery;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post(ALL).permits(CHANGE_WEBHOOKS).idempotent().by(this::redeliver);
    routes.get(ALL + "/{" + ID + "}").permits(VIEW_WEBHOOKS).by(this::view);
  }

  private void redeliver(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = WebhookRoutes.id(http, faults);
    IdempotentRequest.check(http, faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var webhook = sound(id);
    var selection = RedeliveryRequestJson.read(http);
    var once = IdempotentRequest.<Redelivery>of(http, redelivery -> accepted(webhook, redelivery));
    switch (redeliverEvents.redeliver(actor, webhook, selection, once)) {
      case Outcome.Accepted(var redelivery) ->
          Responses.stored(http, accepted(webhook, redelivery));
      case Outcome.Replayed(var response) -> Responses.replayed(http, response);
      case Outcome.KeyMismatch _ -> throw IdempotencyProblems.keyMismatch();
      case Outcome.Overtaken _ -> throw IdempotencyProblems.inProgress();
      case Outcome.LimitReached _ ->
          throw WebhookProblems.limitReached(
              "The webhook has " + Redeliveries.OPEN_MAX + " redeliveries that are not done.");
      case Outcome.NoSuchWebhook _ -> throw WebhookProblems.noSuchWebhook();
      case Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
    }
  }

  private void view(Context http) throws IOException {
    var faults = new ValidationErrors();
    var webhook = WebhookRoutes.id(http, faults);
    var id = faults.parameter(ID, () -> RedeliveryId.parse(http.pathParam(ID)));
    faults.refuse();
    var found =
        ProblemException.unlessGranted(
                viewRedelivery.view(Actors.of(http), sound(webhook), sound(id)))
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.noSuchThing("There is no redelivery with this id.")));
    Responses.json(http, json -> DeliveryJson.write(json, found));
  }

  private static ReplayableResponse accepted(WebhookId webhook, Redelivery redelivery) {
    var body = JsonWriter.write(json -> DeliveryJson.write(json, redelivery));
    return new ReplayableResponse(
        202,
        WebhookRoutes.ALL + "/" + webhook + "/redeliveries/" + redelivery.id(),
        null,
        new String(body, StandardCharsets.UTF_8));
  }
}
