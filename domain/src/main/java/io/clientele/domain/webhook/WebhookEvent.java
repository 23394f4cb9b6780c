package io.clientele.domain.webhook;

import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event of a webhook. URLs are masked in it. */
public sealed interface WebhookEvent extends DomainEvent {
  @Override
  default boolean isPublished() {
    return true;
  }

  /** The webhook was created. */
  record Created(WebhookProfile profile, int lanes) implements WebhookEvent {
    @Override
    public String action() {
      return "webhook.created";
    }

    @Override
    public List<FieldChange> details() {
      return compared(null, profile).of("lanes", null, lanes).details();
    }
  }

  /**
   * The profile, the status or the secret was changed.
   *
   * @param isRotated whether the secret was replaced
   */
  record Changed(
      WebhookProfile before,
      WebhookProfile after,
      WebhookStatus statusBefore,
      WebhookStatus statusAfter,
      boolean isRotated)
      implements WebhookEvent {
    @Override
    public String action() {
      return "webhook.changed";
    }

    @Override
    public List<FieldChange> details() {
      return compared(before, after)
          .of("status", statusBefore.text(), statusAfter.text())
          .of("reason", statusBefore.reason(), statusAfter.reason())
          .of("secret", null, isRotated ? "***" : null)
          .details();
    }
  }

  /** The service disabled the webhook. */
  record Disabled(WebhookStatus status) implements WebhookEvent {
    @Override
    public String action() {
      return "webhook.disabled";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("status", WebhookStatus.ACTIVE.text(), status.text())
          .of("reason", null, status.reason())
          .details();
    }
  }

  /** The webhook was removed. */
  record Removed() implements WebhookEvent {
    @Override
    public String action() {
      return "webhook.removed";
    }
  }

  /**
   * Events are to be sent again. In the audit only.
   *
   * @param events how many
   */
  record RedeliveryRequested(long events) implements WebhookEvent {
    @Override
    public boolean isPublished() {
      return false;
    }

    @Override
    public String action() {
      return "webhook.redelivery-requested";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison().of("events", null, events).details();
    }
  }

  private static FieldChange.Comparison compared(
      @Nullable WebhookProfile before, WebhookProfile after) {
    return new FieldChange.Comparison()
        .of("name", before == null ? null : before.name(), after.name())
        .of("url", before == null ? null : before.url(), after.url())
        .of("types", before == null ? null : types(before), types(after))
        .of(
            "accountId",
            before == null ? null : before.filter().account(),
            after.filter().account())
        .of("payload", before == null ? null : before.payload().text(), after.payload().text());
  }

  private static String types(WebhookProfile profile) {
    return String.join(" ", profile.filter().types().stream().sorted().toList());
  }
}
