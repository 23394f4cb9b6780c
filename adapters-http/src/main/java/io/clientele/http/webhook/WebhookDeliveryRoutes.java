package io.clientele.http.webhook;

import static io.clientele.domain.webhook.WebhookPermission.CHANGE_WEBHOOKS;
import static io.clientele.domain.webhook.WebhookPermission.VIEW_WEBHOOKS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.webhook.ListDeadLetters;
import io.clientele.application.webhook.ListDeliveryAttempts;
import io.clientele.application.webhook.RotateWebhookSecret;
import io.clientele.application.webhook.TestWebhook;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.paging.IdPagination;
import io.clientele.http.exchange.paging.PageResponse;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.limits.ConcurrencyLimiter;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** Replaces secrets, sends tests, and lists attempts and dead letters. */
public final class WebhookDeliveryRoutes implements RouteGroup {
  private static final String ATTEMPTS = "/attempts";
  private static final String LETTERS = "/dead-letters";
  private static final String GRACE = "graceSeconds";
  private static final Set<String> ROTATION_FIELDS = Set.of(GRACE);

  private final RotateWebhookSecret rotateWebhookSecret;
  private final TestWebhook testWebhook;
  private final ListDeliveryAttempts listDeliveryAttempts;
  private final ListDeadLetters listDeadLetters;

  /** Routes to these use cases. */
  public WebhookDeliveryRoutes(
      RotateWebhookSecret rotateWebhookSecret,
      TestWebhook testWebhook,
      ListDeliveryAttempts listDeliveryAttempts,
      ListDeadLetters listDeadLetters) {
    this.rotateWebhookSecret = rotateWebhookSecret;
    this.testWebhook = testWebhook;
    this.listDeliveryAttempts = listDeliveryAttempts;
    this.listDeadLetters = listDeadLetters;
  }

  @Override
  public void addTo(Routes routes) {
    var one = WebhookRoutes.ONE;
    routes.post(one + "/secret-rotations").permits(CHANGE_WEBHOOKS).by(this::rotate);
    routes.post(one + "/tests").permits(CHANGE_WEBHOOKS).by(this::test);
    routes.get(one + ATTEMPTS).permits(VIEW_WEBHOOKS).by(this::attempts);
    routes.get(one + LETTERS).permits(VIEW_WEBHOOKS).by(this::deadLetters);
  }

  private void rotate(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = WebhookRoutes.id(http, faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var grace = grace(http);
    switch (rotateWebhookSecret.rotate(actor, sound(id), grace)) {
      case RotateWebhookSecret.Outcome.Rotated(var webhook) ->
          Responses.json(http, 201, rotated(webhook));
      case RotateWebhookSecret.Outcome.NoSuchWebhook _ -> throw WebhookProblems.noSuchWebhook();
      case RotateWebhookSecret.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case RotateWebhookSecret.Outcome.Overtaken _ ->
          throw new ProblemException(Problem.unavailable());
    }
  }

  private static Duration grace(Context http) {
    var faults = new ValidationErrors();
    var members =
        JsonObjectReader.of(
            RequestBodies.read(http, WebhookCreationJson.MEDIA_TYPES, faults),
            ROTATION_FIELDS,
            faults);
    var seconds = members.integer(GRACE, 0, Webhook.GRACE_MAX.toSeconds());
    if (members.isAbsent(GRACE)) {
      members.fault(GRACE, "is required");
    }
    faults.refuse();
    return Duration.ofSeconds(sound(seconds));
  }

  private static byte[] rotated(Webhook webhook) {
    return JsonWriter.write(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("secret", webhook.secrets().current().value());
          WebhookJson.write(json, "previousSecretUntil", webhook.secrets().previousUntil());
          json.writeEndObject();
        });
  }

  private void test(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = WebhookRoutes.id(http, faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    RequestBodies.ignore(http);
    ConcurrencyLimiter.leave(http.req()); // an endpoint can take 15 seconds
    var outcome = testWebhook.test(actor, sound(id));
    ConcurrencyLimiter.enter(http.req());
    switch (outcome) {
      case TestWebhook.Outcome.Sent(var result) ->
          Responses.json(http, json -> DeliveryJson.write(json, result));
      case TestWebhook.Outcome.NoSuchWebhook _ -> throw WebhookProblems.noSuchWebhook();
      case TestWebhook.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
    }
  }

  /** Reads one attempt more than the page has, to know whether there is another page. */
  private void attempts(Context http) throws IOException {
    var id = id(http);
    var asked = AttemptListRequest.of(http, id);
    var read =
        ProblemException.unlessGranted(
                listDeliveryAttempts.list(Actors.of(http), id, asked.before(), asked.limit() + 1))
            .orElseThrow(WebhookProblems::noSuchWebhook);
    var isLast = read.size() <= asked.limit();
    var page = isLast ? read : read.subList(0, asked.limit());
    var cursor = isLast ? null : asked.cursor(page.getLast());
    new PageResponse<>(page, DeliveryJson::write, cursor)
        .answer(http, path(id, ATTEMPTS), asked.limit());
  }

  private void deadLetters(Context http) throws IOException {
    var id = id(http);
    var pages = new IdPagination<>(path(id, LETTERS), "dead-letters-1-" + id, EventPosition::parse);
    var asked = pages.asked(http);
    var read =
        ProblemException.unlessGranted(
                listDeadLetters.list(Actors.of(http), id, asked.after(), asked.limit() + 1))
            .orElseThrow(WebhookProblems::noSuchWebhook);
    var isLast = read.size() <= asked.limit();
    var page = isLast ? read : read.subList(0, asked.limit());
    var next = isLast ? null : page.getLast().position();
    pages.answer(http, page, next, asked.limit(), DeliveryJson::write);
  }

  private static WebhookId id(Context http) {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, WebhookId::parse, faults);
    faults.refuse();
    return sound(id);
  }

  private static String path(WebhookId id, String list) {
    return WebhookRoutes.ALL + "/" + id + list;
  }
}
