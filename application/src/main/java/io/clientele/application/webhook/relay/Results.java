package io.clientele.application.webhook.relay;

import io.clientele.domain.event.Event;
import io.clientele.domain.webhook.WebhookStatus;
import io.clientele.domain.webhook.delivery.DeadLetter;
import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import io.clientele.domain.webhook.delivery.DeliveryResult;
import io.clientele.domain.webhook.delivery.Redeliveries.Sent;
import io.clientele.domain.webhook.lane.PoisonRule;
import io.clientele.domain.webhook.lane.RetrySchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Decides what follows from an attempt that has ended. */
final class Results {
  /** An event that could not be read is read again after this time. */
  private static final Duration READ_AGAIN = Duration.ofSeconds(1);

  private final Journal journal;
  private final RelayListener listener;
  private final RandomGenerator random;
  private final AttemptLog log;

  Results(Journal journal, RelayListener listener, RandomGenerator random, AttemptLog log) {
    this.journal = journal;
    this.listener = listener;
    this.random = random;
    this.log = log;
  }

  void settle(Attempt.Ended ended, Instant now) {
    var attempt = ended.attempt();
    var endpoint = attempt.endpoint();
    var result = ended.result();
    if (result != null && log.keeps(result.outcome())) {
      journal.attempted(attempt.record(result));
    }
    var lane = attempt.lane();
    if (lane == null) {
      settleProbe(endpoint, result, now);
    } else if (endpoint.lane(lane.lease().lane()) == lane) {
      lane.inFlight(false);
      settle(attempt, lane, result, now);
    }
  }

  private void settleProbe(Endpoint endpoint, @Nullable DeliveryResult result, Instant now) {
    endpoint.probed();
    if (result != null) {
      var outcome = result.outcome();
      if (outcome.isDelivered()) {
        endpoint.succeeded(now);
      } else {
        endpoint.probeFailed(outcome, now);
      }
      requireWanted(endpoint, outcome, now);
    }
  }

  private void settle(
      Attempt attempt, HeldLane lane, @Nullable DeliveryResult result, Instant now) {
    var endpoint = attempt.endpoint();
    if (result == null) {
      lane.fail(lane.failures().waiting(now.plus(READ_AGAIN)));
      return;
    }
    var outcome = result.outcome();
    listener.attempted(outcome);
    var event = Objects.requireNonNull(attempt.event(), "a lane sends events");
    var replay = attempt.replay();
    if (replay != null) {
      settle(attempt, replay, lane, outcome, now);
    } else if (outcome.isDelivered()) {
      lane.settle(event);
    } else {
      failed(attempt, lane, outcome, now);
    }
    if (outcome.isDelivered()) {
      endpoint.succeeded(now);
    } else {
      endpoint.failed(outcome, now);
      requireWanted(endpoint, outcome, now);
    }
  }

  /** The failure is judged by the health of the endpoint before it. */
  private void failed(Attempt attempt, HeldLane lane, DeliveryOutcome outcome, Instant now) {
    var endpoint = attempt.endpoint();
    var event = Objects.requireNonNull(attempt.event(), "a lane sends events");
    var failures = PoisonRule.judge(lane.failures(), endpoint.health(), outcome, now);
    if (PoisonRule.isPoison(failures)) {
      journal.buried(letter(endpoint, event, failures.attempts(), outcome, now));
      lane.settle(event);
    } else {
      var next = RetrySchedule.next(failures.attempts(), outcome, now, random);
      lane.fail(failures.waiting(next));
    }
  }

  /** One that the endpoint refuses is not sent once more; without an answer it is. */
  private void settle(
      Attempt attempt, Replayed replay, HeldLane lane, DeliveryOutcome outcome, Instant now) {
    var isAnswered = outcome.isDelivered() || outcome.httpStatus() != null && !outcome.isBusy();
    if (isAnswered) {
      var position = replay.event().position();
      lane.replaySent();
      var webhook = attempt.endpoint().webhook().id();
      journal.sent(replay.redelivery(), webhook, new Sent(position, outcome.isDelivered()));
    } else {
      lane.replayWaits(RetrySchedule.next(3, outcome, now, random));
    }
  }

  private static void requireWanted(Endpoint endpoint, DeliveryOutcome outcome, Instant now) {
    if (outcome instanceof DeliveryOutcome.Gone) {
      endpoint.stop(WebhookStatus.DISABLED_GONE);
    } else if (endpoint.health().isGivenUp(now)) {
      endpoint.stop(WebhookStatus.DISABLED_FAILING);
    }
  }

  private static DeadLetter letter(
      Endpoint endpoint, Event event, int attempts, DeliveryOutcome outcome, Instant now) {
    var code = outcome.faultCode();
    return new DeadLetter(
        endpoint.webhook().id(),
        event.position(),
        event.id(),
        now,
        attempts,
        code == null ? String.valueOf(outcome.httpStatus()) : code);
  }
}
