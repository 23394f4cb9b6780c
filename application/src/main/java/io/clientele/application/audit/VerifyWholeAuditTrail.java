package io.clientele.application.audit;

import io.clientele.domain.audit.chain.AuditChain;
import io.clientele.domain.audit.chain.VerificationCheckpoint;
import io.clientele.domain.audit.chain.VerificationResult.Break;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the whole audit trail in the background, from its first block to its end, about once a
 * day. Continues from the newest checkpoint after a restart. Not safe for use by many threads.
 */
public final class VerifyWholeAuditTrail {
  private static final int STEP_BLOCKS = 10_000;
  private static final Duration RUN_MAX = Duration.ofMinutes(10);
  private static final Duration REST = Duration.ofDays(1);

  /** A verification that is older starts again at the first block. */
  private static final Duration AGE_MAX = Duration.ofDays(28);

  /** The greatest clock difference between two instances. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final AuditChain chain;
  private final KnownChainHeads known;
  private final InstantSource clock;
  private final AtomicBoolean isBroken = new AtomicBoolean();

  /** Verifies this chain. */
  public VerifyWholeAuditTrail(AuditChain chain, KnownChainHeads known, InstantSource clock) {
    this.chain = Objects.requireNonNull(chain, "chain");
    this.known = Objects.requireNonNull(known, "known");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * The result of one run.
   *
   * @param broken the first fault; null if there is none
   * @param age time since the last complete verification; null before the first
   */
  public record Outcome(@Nullable Break broken, @Nullable Duration age) {}

  /**
   * Verifies the rest of the current verification, for some minutes at most. Does nothing if any
   * instance has completed one within a day and this one knows of no fault.
   */
  public Outcome verify() {
    var began = clock.instant();
    if (!isBroken.get() && completed().filter(end -> isWithin(REST, end, began)).isPresent()) {
      return outcome(null);
    }
    var from = begin(began);
    do {
      var step = chain.verifyAfter(from, STEP_BLOCKS, clock.instant(), known.all());
      isBroken.set(step.broken() != null);
      if (isBroken.get()) {
        return outcome(step.broken());
      }
      from = step.reached();
    } while (!from.isEnd() && clock.instant().isBefore(began.plus(RUN_MAX)));
    return outcome(null);
  }

  private VerificationCheckpoint begin(Instant now) {
    return chain
        .checkpoint()
        .filter(last -> !last.isEnd() && isWithin(AGE_MAX, last.beganAt(), now))
        .orElseGet(() -> VerificationCheckpoint.beginning(now));
  }

  private Outcome outcome(@Nullable Break broken) {
    var age = completed().map(end -> Duration.between(end, clock.instant()));
    return new Outcome(broken, age.orElse(null));
  }

  /** When a verification was last completed. A time in the future proves nothing. */
  private Optional<Instant> completed() {
    var latest = clock.instant().plus(SKEW);
    return chain
        .completed()
        .map(VerificationCheckpoint::verifiedAt)
        .filter(end -> end.isBefore(latest));
  }

  private static boolean isWithin(Duration time, Instant since, Instant now) {
    return since.isAfter(now.minus(time)) && since.isBefore(now.plus(SKEW));
  }
}
