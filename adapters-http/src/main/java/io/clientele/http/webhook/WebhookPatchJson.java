package io.clientele.http.webhook;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.webhook.ChangeWebhook.Request;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookStatus;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the body that changes a webhook: a merge patch (RFC 7396). The body is read once, after the
 * webhook was found, so that 404 comes before 400. Fields that the patch does not name stay.
 */
final class WebhookPatchJson implements Function<Webhook, Request> {
  private static final String STATUS = "status";
  private static final String ACCOUNT = "accountId";
  private static final Set<String> FIELDS =
      Set.of("name", "url", "types", "payload", ACCOUNT, STATUS, "after");
  private static final Set<String> MEDIA_TYPES =
      Set.of("application/json", "application/merge-patch+json");

  private final Context http;
  private @Nullable JsonNode patch;

  WebhookPatchJson(Context http) {
    this.http = http;
  }

  @Override
  public Request apply(Webhook stored) {
    var faults = new ValidationErrors();
    var given = patch == null ? RequestBodies.read(http, MEDIA_TYPES, faults) : patch;
    patch = given;
    var members = JsonObjectReader.of(given, FIELDS, faults);
    var before = stored.profile();
    var filter = before.filter();
    var chosen =
        new WebhookMembers.Chosen(
            members.has("name") ? members.text("name") : before.name(),
            members.has("url") ? WebhookMembers.url(members) : before.url(),
            members.has("types") ? Set.copyOf(members.texts("types")) : filter.types(),
            members.has(ACCOUNT) ? WebhookMembers.account(members) : filter.account(),
            members.has("payload") ? WebhookMembers.payload(members) : before.payload());
    var status = members.has(STATUS) ? members.value(STATUS, WebhookPatchJson::status) : null;
    var after = WebhookMembers.after(members);
    var profile = chosen.profile(faults);
    faults.refuse();
    return new Request(sound(profile), status, after);
  }

  private static WebhookStatus status(String text) {
    return switch (text) {
      case "active" -> WebhookStatus.ACTIVE;
      case "paused" -> WebhookStatus.PAUSED;
      default -> throw new InvalidValue(STATUS, "must be active or paused");
    };
  }
}
