package io.clientele.domain.webhook;

import io.clientele.domain.event.EventFilter;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.TextRules;
import java.util.Locale;
import java.util.Objects;

/**
 * What an administrator chooses for a webhook and may change.
 *
 * @param name 1 to 200 characters
 * @param filter which events are sent: at least one type, and perhaps an account
 */
public record WebhookProfile(String name, WebhookUrl url, EventFilter filter, Payload payload) {
  public WebhookProfile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(payload, "payload");
    name = TextRules.line("name", name, 1, 200);
    if (filter.types().isEmpty()) {
      throw new InvalidValue("types", "must list at least one type");
    }
  }

  /** What a message tells about its event. */
  public enum Payload {
    /** Ids, type, version, and the names of the changed fields. */
    THIN,
    /** In addition, the state of the account after the change. */
    FULL;

    /** {@code thin} or {@code full}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
