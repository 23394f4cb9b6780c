package io.clientele.domain.webhook;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.event.PublishedTypes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An event of a webhook. URLs are masked in it. */
public sealed interface WebhookEvent extends DomainEvent {
  /** The types that subscribers can choose. */
  PublishedTypes TYPES =
      PublishedTypes.of(
          "webhook.created", "webhook.changed", "webhook.disabled", "webhook.removed");

  /** The action of {@link Changed} and {@link SecretRotated}. */
  String CHANGED = "webhook.changed";

  @Override
  default boolean isPublished() {
    return true;
  }

  /** The webhook was created. */
  record Created(WebhookProfile profile, int lanes) implements WebhookEvent {
    public Created {
      Objects.requireNonNull(profile, "profile");
    }

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
   * The profile, the status or the position was changed.
   *
   * @param position from which all lanes continue; null if they stay
   */
  record Changed(
      WebhookProfile before,
      WebhookProfile after,
      WebhookStatus statusBefore,
      WebhookStatus statusAfter,
      @Nullable EventPosition position)
      implements WebhookEvent {
    public Changed {
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
      Objects.requireNonNull(statusBefore, "statusBefore");
      Objects.requireNonNull(statusAfter, "statusAfter");
    }

    @Override
    public String action() {
      return CHANGED;
    }

    @Override
    public List<FieldChange> details() {
      return compared(before, after)
          .of("status", statusBefore.text(), statusAfter.text())
          .of("reason", statusBefore.reason(), statusAfter.reason())
          .of("position", null, position)
          .details();
    }
  }

  /** The secret was replaced. */
  record SecretRotated() implements WebhookEvent {
    @Override
    public String action() {
      return CHANGED;
    }

    @Override
    public List<FieldChange> details() {
      return List.of(new FieldChange("secret", null, "***"));
    }
  }

  /** The service disabled the webhook. */
  record Disabled(WebhookStatus status) implements WebhookEvent {
    public Disabled {
      Objects.requireNonNull(status, "status");
    }

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
