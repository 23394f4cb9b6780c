package io.clientele.bootstrap.audit;

import io.clientele.application.audit.VerifyRecentAuditTrail;
import io.clientele.application.audit.VerifyWholeAuditTrail;
import io.clientele.application.kernel.Job;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.domain.audit.chain.AuditBreakListener;
import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.VerificationResult.Break;
import io.clientele.domain.audit.chain.VerificationResult.Fault;
import io.opentelemetry.api.metrics.Meter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs that verify the audit: the last hour every five minutes, the whole trail once a day. A
 * broken chain is reported until the same job finds it intact.
 */
final class AuditVerificationJobs implements Meters {
  private static final Logger LOG = LoggerFactory.getLogger(AuditVerificationJobs.class);
  private static final Duration LATELY = Duration.ofHours(1);
  private static final String RECENT = "audit-verification";
  private static final String WHOLE = "audit-verification-whole";
  private static final long TOLD_NANOS = Duration.ofMinutes(1).toNanos();

  private final VerifyRecentAuditTrail watch;
  private final VerifyWholeAuditTrail whole;
  private final LongSupplier nanoTime;
  private final Set<AuditBreakListener> listeners;
  private final Map<String, Boolean> isIntact = new ConcurrentHashMap<>();
  private volatile long lostAt;
  private volatile long verifiedAt;
  private volatile long wholeVerifiedAt;

  AuditVerificationJobs(
      VerifyRecentAuditTrail watch,
      VerifyWholeAuditTrail whole,
      LongSupplier nanoTime,
      Set<AuditBreakListener> listeners) {
    this.watch = watch;
    this.whole = whole;
    this.nanoTime = nanoTime;
    this.listeners = listeners;
    this.verifiedAt = nanoTime.getAsLong();
    this.wholeVerifiedAt = verifiedAt;
    this.lostAt = verifiedAt - TOLD_NANOS;
  }

  @Override
  public void register(Meter meter) {
    meter
        .gaugeBuilder("clientele.audit.broken")
        .ofLongs()
        .setDescription("1 if verification finds that stored audit entries were changed or removed")
        .buildWithCallback(
            gauge -> gauge.record(isLost() || isIntact.containsValue(false) ? 1 : 0));
    meter
        .gaugeBuilder("clientele.audit.verification.age")
        .setUnit("s")
        .setDescription("Time since the last verification of the audit")
        .buildWithCallback(gauge -> gauge.record((nanoTime.getAsLong() - verifiedAt) / 1e9));
    meter
        .gaugeBuilder("clientele.audit.verification.month.age")
        .setUnit("s")
        .setDescription("Time since any instance verified the whole audit, or since the start")
        .buildWithCallback(gauge -> gauge.record((nanoTime.getAsLong() - wholeVerifiedAt) / 1e9));
  }

  List<Job> jobs() {
    return List.of(
        new Job(RECENT, Duration.ofMinutes(5), 0.5, this::verifyRecent),
        new Job(WHOLE, Duration.ofHours(1), 0.9, this::verifyWhole));
  }

  /** Records that a known head is missing from the chain; called repeatedly while it is missing. */
  void lost(ChainHead head) {
    lostAt = nanoTime.getAsLong();
    var fault = new Break(Fault.END_MISSING, head.number(), null, null);
    listeners.forEach(listener -> listener.broken(fault));
  }

  private boolean isLost() {
    return nanoTime.getAsLong() - lostAt < TOLD_NANOS;
  }

  private void verifyRecent() {
    var found = watch.verify(LATELY);
    verifiedAt = nanoTime.getAsLong();
    report(RECENT, found.broken());
  }

  private void verifyWhole() {
    var found = whole.verify();
    if (found.age() != null) {
      wholeVerifiedAt = nanoTime.getAsLong() - found.age().toNanos();
    }
    report(WHOLE, found.broken());
  }

  private void report(String job, @Nullable Break broken) {
    isIntact.put(job, broken == null);
    if (broken != null) {
      LOG.atError()
          .addKeyValue("fault", broken.fault())
          .addKeyValue("block", broken.block())
          .addKeyValue("at", broken.at())
          .log("the audit was tampered with");
      listeners.forEach(listener -> listener.broken(broken));
    }
  }
}
