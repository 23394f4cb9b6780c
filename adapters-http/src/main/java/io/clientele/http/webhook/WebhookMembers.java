package io.clientele.http.webhook;

import io.clientele.domain.event.EventFilter;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.webhook.WebhookProfile;
import io.clientele.domain.webhook.WebhookProfile.Payload;
import io.clientele.domain.webhook.WebhookUrl;
import io.clientele.http.exchange.JsonObjectReader;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the members that a new webhook and a change of one have in common. */
final class WebhookMembers {
  private static final long POSITION_MAX = (1L << 53) - 1;

  private WebhookMembers() {}

  /** The chosen values; some are null where there was a fault. */
  record Chosen(
      @Nullable String name,
      @Nullable WebhookUrl url,
      Set<String> types,
      @Nullable AccountId account,
      @Nullable Payload payload) {
    /** The profile; null, with its faults noted, if a value is missing or breaks a rule. */
    @Nullable WebhookProfile profile(ValidationErrors faults) {
      var filter = faults.body(() -> new EventFilter(types, account));
      if (name == null || url == null || filter == null || payload == null) {
        return null;
      }
      return faults.body(() -> new WebhookProfile(name, url, filter, payload));
    }
  }

  static @Nullable WebhookUrl url(JsonObjectReader members) {
    return members.value("url", WebhookUrl::new);
  }

  static @Nullable AccountId account(JsonObjectReader members) {
    return members.optionalValue("accountId", AccountId::parse);
  }

  static @Nullable Payload payload(JsonObjectReader members) {
    return members.value("payload", WebhookMembers::payload);
  }

  static @Nullable EventPosition after(JsonObjectReader members) {
    return position(members, "after");
  }

  static @Nullable EventPosition position(JsonObjectReader members, String name) {
    var value = members.integer(name, 0, POSITION_MAX);
    return value == null ? null : new EventPosition(value);
  }

  private static Payload payload(String text) {
    return Arrays.stream(Payload.values())
        .filter(payload -> WebhookJson.name(payload).equals(text))
        .findFirst()
        .orElseThrow(() -> new InvalidValue("payload", "must be thin or full"));
  }
}
