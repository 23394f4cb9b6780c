package io.clientele.application.webhook.relay;

import io.clientele.domain.event.Event;
import io.clientele.domain.event.EventData;
import io.clientele.domain.kernel.event.CanonicalJson;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.webhook.WebhookId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Writes the bodies of messages, as JSON. An event has the members that the feed shows. */
public final class WebhookBody {
  /** The type of a test message. */
  public static final String TEST = "webhook.test";

  /** With a larger state a body says that the state is omitted. */
  private static final int BYTES_MAX = 20_000;

  private static final String OMITTED = "omitted";

  private WebhookBody() {}

  /** Returns the body of an event. */
  public static String of(Event event) {
    var published = event.published();
    var json = members(event.id(), published.type(), published.at(), published.about());
    json.put("position", event.position().value());
    json.put("version", published.about().version());
    json.put("changed", published.changed());
    if (published.about().account() != null) {
      json.put("accountId", published.about().account().toString());
    }
    if (event.data() instanceof EventData.Erased) {
      json.put("erased", true);
    } else if (event.data() instanceof EventData.TooLarge) {
      json.put(OMITTED, "too-large");
    } else if (event.data() instanceof EventData.Present present) {
      return withData(json, present.json());
    }
    return CanonicalJson.write(json);
  }

  /** Returns the body of a test message. */
  public static String test(UUID id, WebhookId webhook, Instant at) {
    var json = members(id, TEST, at, ChangeSubject.named(webhook.subject()));
    json.put("changed", List.of());
    return CanonicalJson.write(json);
  }

  private static Map<String, Object> members(
      UUID id, String type, Instant at, ChangeSubject about) {
    var json = new TreeMap<String, Object>();
    json.put("id", id.toString());
    json.put("type", type);
    json.put("at", CanonicalJson.time(at));
    json.put("subject", Map.of("kind", about.kind(), "id", about.id()));
    return json;
  }

  /** The state is JSON already. */
  private static String withData(Map<String, Object> json, String state) {
    var thin = CanonicalJson.write(json);
    var whole = thin.substring(0, thin.length() - 1) + ",\"data\":" + state + "}";
    if (whole.getBytes(StandardCharsets.UTF_8).length <= BYTES_MAX) {
      return whole;
    }
    json.put(OMITTED, "too-large");
    return CanonicalJson.write(json);
  }
}
