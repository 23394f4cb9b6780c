package io.clientele.application.webhook.relay;

import io.clientele.domain.event.Event;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.webhook.lane.ClaimedLane;
import io.clientele.domain.webhook.lane.LaneFailures;
import io.clientele.domain.webhook.lane.LaneLease;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A lane that this relay holds: the events that wait in it, and its failures. */
final class HeldLane {
  /** So many events of a lane wait in memory. */
  private static final int WAITING_MAX = 100;

  /** With fewer that wait, the lane asks for more: then a read brings many events. */
  private static final int WAITING_FEW = 25;

  private final LaneLease lease;
  private final Deque<Event> waiting = new ArrayDeque<>();
  private final Deque<Replayed> replays = new ArrayDeque<>();
  private LaneFailures failures;
  private boolean isFailureStored = true;
  private EventPosition settled;
  private EventPosition stored;
  private EventPosition readTo;
  private boolean isInFlight;
  private boolean isReplayNext;
  private @Nullable Instant replayNotBefore;

  HeldLane(ClaimedLane claimed) {
    lease = claimed.lease();
    failures = claimed.failures();
    settled = claimed.position();
    stored = settled;
    readTo = settled;
  }

  LaneLease lease() {
    return lease;
  }

  /** Whether so few events wait that more are to be read. */
  boolean wantsMore() {
    return waiting.size() < WAITING_FEW;
  }

  private boolean hasRoom() {
    return waiting.size() < WAITING_MAX;
  }

  /** All events of the lane up to here are settled. */
  EventPosition settled() {
    return settled;
  }

  /** All events of the lane up to here wait, or are settled. */
  EventPosition readTo() {
    return readTo;
  }

  /** Whether all events up to here wait, or are settled. */
  boolean hasRead(EventPosition position) {
    return readTo.compareTo(position) >= 0;
  }

  /** Takes an event of this lane; ignores one that it has already, or has no room for. */
  void offer(Event event) {
    if (event.position().compareTo(readTo) > 0 && hasRoom()) {
      waiting.add(event);
      readTo = event.position();
    }
  }

  /** All events up to here were offered. A lane without room may have missed some. */
  void readUpTo(EventPosition position) {
    if (hasRoom() && position.compareTo(readTo) > 0) {
      readTo = position;
      if (waiting.isEmpty()) {
        settled = position;
      }
    }
  }

  /** Forgets what waits, because other events are selected now; what is in flight stays. */
  void reread() {
    var first = isInFlight ? waiting.peek() : null;
    waiting.clear();
    readTo = settled;
    if (first != null) {
      waiting.add(first);
      readTo = first.position();
    }
  }

  /** The first event that is not settled; null without one. */
  @Nullable Event first() {
    return waiting.peek();
  }

  /** The first event is settled: delivered, or set aside. */
  void settle(Event event) {
    if (event.equals(waiting.peek())) {
      waiting.remove();
    }
    settled = waiting.isEmpty() ? readTo : event.position();
    if (failures.attempts() > 0) {
      fail(LaneFailures.NONE);
    }
  }

  /** The first event that may be sent now; null without one. */
  @Nullable Event due(Instant now) {
    return failures.isDue(now) ? waiting.peek() : null;
  }

  LaneFailures failures() {
    return failures;
  }

  void fail(LaneFailures now) {
    failures = now;
    isFailureStored = false;
  }

  /** The next attempt may be made at once. */
  void hasten() {
    if (failures.notBefore() != null) {
      fail(failures.waiting(null));
    }
    replayNotBefore = null;
  }

  boolean isFailureStored() {
    return isFailureStored;
  }

  void failureIsStored() {
    isFailureStored = true;
  }

  boolean isInFlight() {
    return isInFlight;
  }

  void inFlight(boolean is) {
    isInFlight = is;
  }

  /** An event that is sent again waits; without one of this position yet. */
  void offerReplay(Replayed replay) {
    if (!replays.contains(replay) && replays.size() < WAITING_MAX) {
      replays.add(replay);
    }
  }

  /** The event to send again now: between two live events; null without one. */
  @Nullable Replayed dueReplay(Instant now) {
    var isDue = replayNotBefore == null || !replayNotBefore.isAfter(now);
    var isTurn = isReplayNext || due(now) == null;
    return isDue && isTurn ? replays.peek() : null;
  }

  /** After a live event, one that is sent again has its turn. */
  void turn(boolean isReplay) {
    isReplayNext = isReplay;
  }

  void replaySent() {
    replays.poll();
    isReplayNext = false;
  }

  void replayWaits(Instant until) {
    replayNotBefore = until;
  }

  /** Whether events that are sent again wait. */
  boolean hasReplays() {
    return !replays.isEmpty();
  }

  /** The position to store; null if it is stored. */
  @Nullable EventPosition unstored() {
    return settled.equals(stored) ? null : settled;
  }

  void stored(EventPosition position) {
    stored = position;
  }
}
