package io.clientele.domain.webhook;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subscription: events are sent to a URL, at least once, in the order of each subject. Immutable.
 *
 * @param lanes how many messages are sent at the same time, 1 to 64; never changes. The events of a
 *     subject are all in one lane; with 1 lane all events are in order
 * @param activeSince when it began to send, at its creation or at its last restart
 * @param failingSince the time of the first failure after the last success; null if none failed.
 *     Not part of a change and its version
 * @param version that was read; storing a change raises it by one, so the first stored version is 1
 */
public record Webhook(
    WebhookId id,
    WebhookProfile profile,
    int lanes,
    WebhookStatus status,
    WebhookSecrets secrets,
    Instant createdAt,
    Instant activeSince,
    @Nullable Instant failingSince,
    long version) {
  /** The greatest number of webhooks. */
  public static final int WEBHOOKS_MAX = 50;

  /** The greatest number of lanes of a webhook. */
  public static final int LANES_MAX = 64;

  /** The number of lanes, unless an administrator chooses. */
  public static final int LANES_DEFAULT = 16;

  /** The longest time for which a replaced secret signs. */
  public static final Duration GRACE_MAX = Duration.ofDays(7);

  public Webhook {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(secrets, "secrets");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(activeSince, "activeSince");
    if (lanes < 1 || lanes > LANES_MAX) {
      throw new InvalidValue("lanes", "must be a whole number from 1 to " + LANES_MAX);
    }
  }

  /** Creates a new webhook, which is not stored yet. */
  public static Change<Webhook> create(
      WebhookId id, WebhookProfile profile, int lanes, WebhookSecret secret, Provenance by) {
    var secrets = WebhookSecrets.of(secret);
    var status = WebhookStatus.ACTIVE;
    var webhook = new Webhook(id, profile, lanes, status, secrets, by.at(), by.at(), null, 0);
    return Change.of(webhook, new WebhookEvent.Created(profile, lanes), by);
  }

  /**
   * Changes the profile, the status, or both; without a difference it is an empty change.
   *
   * @param newStatus what an administrator may choose: active or paused, or the status as it is
   */
  public Change<Webhook> change(WebhookProfile changed, WebhookStatus newStatus, Provenance by) {
    return change(changed, newStatus, null, by);
  }

  /**
   * Changes the profile, the status, or the position.
   *
   * @param after the position from which all lanes continue; null if they stay
   */
  public Change<Webhook> change(
      WebhookProfile changed,
      WebhookStatus newStatus,
      @Nullable EventPosition after,
      Provenance by) {
    var isChosen = newStatus == WebhookStatus.ACTIVE || newStatus == WebhookStatus.PAUSED;
    if (!isChosen && newStatus != status) {
      throw new IllegalArgumentException("only the service stops a webhook by itself");
    }
    if (changed.equals(profile) && newStatus == status && after == null) {
      return Change.none(this, by);
    }
    var event = new WebhookEvent.Changed(profile, changed, status, newStatus, after);
    return Change.of(with(changed, newStatus, secrets, by.at()), event, by);
  }

  /** Stops the webhook, because the service found a reason; a stopped one stays as it is. */
  public Change<Webhook> stop(WebhookStatus reason, Provenance by) {
    if (reason.reason() == null) {
      throw new IllegalArgumentException("a webhook that the service stops has a reason");
    }
    if (status != WebhookStatus.ACTIVE) {
      return Change.none(this, by);
    }
    var event =
        reason.isDisabled()
            ? new WebhookEvent.Disabled(reason)
            : new WebhookEvent.Changed(profile, profile, status, reason, null);
    return Change.of(with(profile, reason, secrets, by.at()), event, by);
  }

  /**
   * Replaces the secret. The replaced one signs too until the grace ends; an earlier grace ends at
   * once.
   *
   * @param grace 0 to {@link #GRACE_MAX}
   */
  public Change<Webhook> rotate(WebhookSecret next, Duration grace, Provenance by) {
    if (grace.isNegative() || grace.compareTo(GRACE_MAX) > 0) {
      throw new InvalidValue("graceSeconds", "must be a whole number from 0 to 604800");
    }
    return Change.of(
        with(profile, status, secrets.rotated(next, by.at().plus(grace)), by.at()),
        new WebhookEvent.SecretRotated(),
        by);
  }

  /** Removes the webhook permanently. */
  public Change<Webhook> remove(Provenance by) {
    return Change.of(this, new WebhookEvent.Removed(), by);
  }

  /** Whether events are sent. */
  public boolean isActive() {
    return status == WebhookStatus.ACTIVE;
  }

  /** Returns this state with the version under which it is stored. */
  public Webhook at(long stored) {
    return new Webhook(
        id, profile, lanes, status, secrets, createdAt, activeSince, failingSince, stored);
  }

  private Webhook with(
      WebhookProfile changed, WebhookStatus next, WebhookSecrets signing, Instant now) {
    var since = next == WebhookStatus.ACTIVE && !isActive() ? now : activeSince;
    return new Webhook(id, changed, lanes, next, signing, createdAt, since, failingSince, version);
  }
}
