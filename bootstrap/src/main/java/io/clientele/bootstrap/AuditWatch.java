package io.clientele.bootstrap;

import io.clientele.application.audit.WatchAudit;
import io.clientele.application.views.Job;
import io.opentelemetry.api.metrics.Meter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies the audit of itself: what came lately often, the last month once a day. A chain that was
 * found broken stays so until the same look finds it whole.
 */
final class AuditWatch {
  private static final Logger LOG = LoggerFactory.getLogger(AuditWatch.class);
  private static final Duration LATELY = Duration.ofHours(1);
  private static final Duration MONTH = Duration.ofDays(30);

  private static final long TOLD_NANOS = Duration.ofMinutes(1).toNanos();

  private final WatchAudit watch;
  private final LongSupplier nanoTime;
  private final Map<Duration, Boolean> isIntact = new ConcurrentHashMap<>();
  private volatile long lostAt;
  private volatile long verifiedAt;
  private volatile long monthVerifiedAt;

  /** Registers the meters. */
  AuditWatch(WatchAudit watch, Meter meter, LongSupplier nanoTime) {
    this.watch = watch;
    this.nanoTime = nanoTime;
    this.verifiedAt = nanoTime.getAsLong();
    this.monthVerifiedAt = verifiedAt;
    this.lostAt = verifiedAt - TOLD_NANOS;
    meter
        .gaugeBuilder("clientele.audit.broken")
        .ofLongs()
        .setDescription("1 if the audit is not what it was: somebody changed or cut it")
        .buildWithCallback(
            gauge -> gauge.record(isLost() || isIntact.containsValue(false) ? 1 : 0));
    meter
        .gaugeBuilder("clientele.audit.verification.age")
        .setUnit("s")
        .setDescription("Time since the audit was verified last")
        .buildWithCallback(gauge -> gauge.record((nanoTime.getAsLong() - verifiedAt) / 1e9));
    meter
        .gaugeBuilder("clientele.audit.verification.month.age")
        .setUnit("s")
        .setDescription("Time since the last month of the audit was verified, or since the start")
        .buildWithCallback(gauge -> gauge.record((nanoTime.getAsLong() - monthVerifiedAt) / 1e9));
  }

  List<Job> jobs() {
    return List.of(
        new Job("audit-verification", Duration.ofMinutes(5), 0.5, () -> verify(LATELY)),
        new Job("audit-verification-month", Duration.ofDays(1), 0.9, () -> verify(MONTH)));
  }

  /** A head that was known once is not in the chain; told again and again while that is so. */
  void lost() {
    lostAt = nanoTime.getAsLong();
  }

  private boolean isLost() {
    return nanoTime.getAsLong() - lostAt < TOLD_NANOS;
  }

  private void verify(Duration past) {
    var found = watch.watch(past);
    verifiedAt = nanoTime.getAsLong();
    if (past.equals(MONTH)) {
      monthVerifiedAt = verifiedAt;
    }
    isIntact.put(past, found.isIntact());
    var broken = found.broken();
    if (broken != null) {
      LOG.atError()
          .addKeyValue("fault", broken.fault())
          .addKeyValue("block", broken.block())
          .addKeyValue("at", broken.at())
          .log("the audit was tampered with");
    }
  }
}
