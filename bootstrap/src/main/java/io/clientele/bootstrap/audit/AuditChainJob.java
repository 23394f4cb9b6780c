package io.clientele.bootstrap.audit;

import io.clientele.application.audit.ExtendAuditChain;
import io.clientele.application.audit.KnownChainHeads;
import io.clientele.application.kernel.Job;
import io.clientele.application.kernel.Wakeup;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.domain.audit.chain.AuditChain;
import io.clientele.domain.audit.chain.ChainHead;
import io.opentelemetry.api.metrics.Meter;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chains the audit, which gives published events their places in the feed. Publishes the head of
 * the chain outside the database, so that a change of the database cannot hide it: as a metric, and
 * once a minute in the log, with its hash.
 */
final class AuditChainJob implements Meters {
  private static final Logger LOG = LoggerFactory.getLogger(AuditChainJob.class);
  private static final Duration EVERY = Duration.ofMillis(100);

  /** The period between a commit of this process and the next run. */
  private static final Duration WOKEN_EVERY = Duration.ofMillis(50);

  /** After a run that found another instance chaining: it may not have seen the newest entry. */
  private static final Duration RETRY_AFTER = Duration.ofMillis(5);

  private static final long TOLD_NANOS = Duration.ofMinutes(1).toNanos();

  private final KnownChainHeads known;
  private final ExtendAuditChain extendAuditChain;
  private final AuditVerificationJobs watch;
  private final Wakeup wakeup = new Wakeup(WOKEN_EVERY);

  /** When a run that left no entry waiting began. */
  private volatile long completeNanos = System.nanoTime();

  /** The entries that the last run of this instance found without a position. */
  private volatile long waited;

  private ChainHead told = ChainHead.NONE;
  private long toldAt;
  private long lostAt;

  AuditChainJob(AuditChain chain, KnownChainHeads known, AuditVerificationJobs watch) {
    this.known = known;
    this.watch = watch;
    this.extendAuditChain = new ExtendAuditChain(chain, known, this::lost);
    this.toldAt = System.nanoTime() - TOLD_NANOS;
    this.lostAt = toldAt;
  }

  @Override
  public void register(Meter meter) {
    meter
        .gaugeBuilder("clientele.audit.head")
        .ofLongs()
        .setDescription("Number of the newest block of the audit chain")
        .buildWithCallback(gauge -> gauge.record(known.get().number()));
    meter
        .gaugeBuilder("clientele.feed.lag")
        .setUnit("s")
        .setDescription("Time since this instance last saw every committed event in the feed")
        .buildWithCallback(gauge -> gauge.record((System.nanoTime() - completeNanos) / 1e9));
    meter
        .gaugeBuilder("clientele.feed.lag.positions")
        .ofLongs()
        .setDescription("Committed entries without a position that this instance last found")
        .buildWithCallback(gauge -> gauge.record(waited));
  }

  /** The job that chains waiting entries; an entry waits for less than a second. */
  Job job() {
    return new Job("audit-chain", EVERY, 0.2, this::chain).wokenBy(wakeup);
  }

  /** This process has committed an entry. Returns at once. */
  void committed() {
    wakeup.wake();
  }

  private void chain() {
    var began = System.nanoTime();
    var extension = extendAuditChain.extend();
    if (extension.isBusy()) {
      wakeup.retry(RETRY_AFTER);
    } else {
      waited = extension.entries();
      completeNanos = began;
    }
    var head = known.get();
    var now = System.nanoTime();
    if (!head.equals(told) && now - toldAt >= TOLD_NANOS) {
      LOG.atInfo()
          .addKeyValue("number", head.number())
          .addKeyValue("hash", head.hash().hex())
          .log("audit head");
      told = head;
      toldAt = now;
    }
  }

  private void lost(ChainHead head) {
    watch.lost(head);
    var now = System.nanoTime();
    if (now - lostAt >= TOLD_NANOS) {
      LOG.atError()
          .addKeyValue("number", head.number())
          .addKeyValue("hash", head.hash().hex())
          .log("the audit was tampered with: its chain lacks a known head");
      lostAt = now;
    }
  }
}
