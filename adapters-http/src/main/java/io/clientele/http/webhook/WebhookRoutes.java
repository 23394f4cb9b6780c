package io.clientele.http.webhook;

import static io.clientele.domain.webhook.WebhookPermission.CHANGE_WEBHOOKS;
import static io.clientele.domain.webhook.WebhookPermission.VIEW_WEBHOOKS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.webhook.ChangeWebhook;
import io.clientele.application.webhook.CreateWebhook;
import io.clientele.application.webhook.ListWebhooks;
import io.clientele.application.webhook.RemoveWebhook;
import io.clientele.application.webhook.ViewWebhook;
import io.clientele.application.webhook.WebhookProgress;
import io.clientele.application.webhook.WebhookView;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.header.EntityTags;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.paging.IdPagination;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The routes of webhooks: create, list, read, change and remove. */
public final class WebhookRoutes implements RouteGroup {
  static final String ALL = "/v1/webhooks";
  static final String ONE = ALL + "/{id}";
  private static final IdPagination<WebhookId> PAGES =
      new IdPagination<>(ALL, "webhooks-1", WebhookId::parse);

  private final CreateWebhook createWebhook;
  private final ListWebhooks listWebhooks;
  private final ViewWebhook viewWebhook;
  private final ChangeWebhook changeWebhook;
  private final RemoveWebhook removeWebhook;

  /** Routes to these use cases. */
  public WebhookRoutes(
      CreateWebhook createWebhook,
      ListWebhooks listWebhooks,
      ViewWebhook viewWebhook,
      ChangeWebhook changeWebhook,
      RemoveWebhook removeWebhook) {
    this.createWebhook = createWebhook;
    this.listWebhooks = listWebhooks;
    this.viewWebhook = viewWebhook;
    this.changeWebhook = changeWebhook;
    this.removeWebhook = removeWebhook;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post(ALL).permits(CHANGE_WEBHOOKS).by(this::create);
    routes.get(ALL).permits(VIEW_WEBHOOKS).by(this::list);
    routes.get(ONE).permits(VIEW_WEBHOOKS).by(this::view);
    routes.patch(ONE).permits(CHANGE_WEBHOOKS).by(this::change);
    routes.delete(ONE).permits(CHANGE_WEBHOOKS).by(this::remove);
  }

  /** No response is stored for a repetition: it would contain the secret. */
  private void create(Context http) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var asked = WebhookCreationJson.read(http);
    switch (createWebhook.create(actor, asked.profile(), asked.lanes(), asked.after())) {
      case CreateWebhook.Outcome.Created(var webhook) -> {
        http.res().setHeader("Location", ALL + "/" + webhook.id());
        answerCreated(http, webhook);
      }
      case CreateWebhook.Outcome.LimitReached _ ->
          throw WebhookProblems.limitReached(
              "There are " + Webhook.WEBHOOKS_MAX + " webhooks. Remove one first.");
      case CreateWebhook.Outcome.EventsGone(var first) -> throw WebhookProblems.gone(first);
      case CreateWebhook.Outcome.Fork _ -> throw WebhookProblems.fork();
      case CreateWebhook.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
    }
  }

  private void list(Context http) throws IOException {
    var asked = PAGES.asked(http);
    var page =
        ProblemException.unlessGranted(
            listWebhooks.list(Actors.of(http), asked.after(), asked.limit()));
    PAGES.answer(http, page.webhooks(), page.next(), asked.limit(), WebhookJson::write);
  }

  private void view(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = id(http, faults);
    faults.refuse();
    answer(http, found(Actors.of(http), sound(id)));
  }

  private void change(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = id(http, faults);
    var expected = EntityTags.expected(http, faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var patch = new WebhookPatchJson(http);
    switch (changeWebhook.change(actor, sound(id), expected, patch)) {
      case ChangeWebhook.Outcome.Done _ -> answer(http, found(actor, sound(id)));
      case ChangeWebhook.Outcome.EventsGone(var first) -> throw WebhookProblems.gone(first);
      case ChangeWebhook.Outcome.Fork _ -> throw WebhookProblems.fork();
      case ChangeWebhook.Outcome.NoSuchWebhook _ -> throw WebhookProblems.noSuchWebhook();
      case ChangeWebhook.Outcome.VersionMismatch _ -> throw WebhookProblems.versionMismatch();
      case ChangeWebhook.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case ChangeWebhook.Outcome.Overtaken _ -> throw new ProblemException(Problem.unavailable());
    }
  }

  private void remove(Context http) {
    var faults = new ValidationErrors();
    var id = id(http, faults);
    var expected = EntityTags.expected(http, faults);
    var actor = Actors.changing(http, faults);
    faults.refuse();
    RequestBodies.ignore(http);
    switch (removeWebhook.remove(actor, sound(id), expected)) {
      case REMOVED -> Responses.empty(http, 204);
      case NO_SUCH_WEBHOOK -> throw WebhookProblems.noSuchWebhook();
      case VERSION_MISMATCH -> throw WebhookProblems.versionMismatch();
      case DENIED -> throw new ProblemException(Problem.notAllowed());
      case OVERTAKEN -> throw new ProblemException(Problem.unavailable());
    }
  }

  /** Reads the id of a webhook, on a route without parameters. */
  static @Nullable WebhookId id(Context http, ValidationErrors faults) {
    QueryParameters.of(http, faults, Set.of());
    return PathParameters.id(http, WebhookId::parse, faults);
  }

  private WebhookView found(Actor actor, WebhookId id) {
    return ProblemException.unlessGranted(viewWebhook.view(actor, id))
        .orElseThrow(WebhookProblems::noSuchWebhook);
  }

  private static void answerCreated(Context http, Webhook webhook) throws IOException {
    var view = new WebhookView(webhook, new WebhookProgress(Duration.ZERO, null, null, 0), true);
    var secret = webhook.secrets().current().value();
    http.res().setHeader("ETag", EntityTags.of(webhook.version()));
    Responses.json(http, 201, JsonWriter.write(json -> WebhookJson.write(json, view, secret)));
  }

  private static void answer(Context http, WebhookView view) throws IOException {
    http.res().setHeader("ETag", EntityTags.of(view.webhook().version()));
    Responses.json(http, json -> WebhookJson.write(json, view));
  }
}
