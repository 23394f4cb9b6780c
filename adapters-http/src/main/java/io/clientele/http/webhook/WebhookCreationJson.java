package io.clientele.http.webhook;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookProfile;
import io.clientele.domain.webhook.WebhookProfile.Payload;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body that creates a webhook.
 *
 * @param after it begins after this position; null for the present end
 */
record WebhookCreationJson(WebhookProfile profile, int lanes, @Nullable EventPosition after) {
  static final Set<String> MEDIA_TYPES = Set.of("application/json");
  private static final Set<String> FIELDS =
      Set.of("name", "url", "types", "payload", "lanes", "accountId", "after");

  /** Reads the body; throws a problem with all its faults. */
  static WebhookCreationJson read(Context http) {
    var faults = new ValidationErrors();
    var members =
        JsonObjectReader.of(RequestBodies.read(http, MEDIA_TYPES, faults), FIELDS, faults);
    var payload = members.isAbsent("payload") ? Payload.THIN : WebhookMembers.payload(members);
    var chosen =
        new WebhookMembers.Chosen(
            members.text("name"),
            WebhookMembers.url(members),
            Set.copyOf(members.texts("types")),
            WebhookMembers.account(members),
            payload);
    var lanes = members.integer("lanes", 1, Webhook.LANES_MAX);
    var after = WebhookMembers.after(members);
    var profile = chosen.profile(faults);
    faults.refuse();
    var count = Objects.requireNonNullElse(lanes, (long) Webhook.LANES_DEFAULT);
    return new WebhookCreationJson(sound(profile), count.intValue(), after);
  }
}
