package io.clientele.bootstrap.audit;

import io.clientele.application.audit.ExtendAuditChain;
import io.clientele.application.audit.KnownChainHeads;
import io.clientele.application.kernel.Job;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.domain.audit.chain.AuditChain;
import io.clientele.domain.audit.chain.ChainHead;
import io.opentelemetry.api.metrics.Meter;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the head of the audit's chain outside the database, so that a change of the database
 * cannot hide it: as a metric, and once a minute in the log, with its hash.
 */
final class AuditChainJob implements Meters {
  private static final Logger LOG = LoggerFactory.getLogger(AuditChainJob.class);
  private static final Duration EVERY = Duration.ofMillis(100);
  private static final long TOLD_NANOS = Duration.ofMinutes(1).toNanos();

  private final KnownChainHeads known;
  private final ExtendAuditChain extendAuditChain;
  private final AuditVerificationJobs watch;
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
        .setDescription("Number of the newest block in the chain of the audit")
        .buildWithCallback(gauge -> gauge.record(known.get().number()));
  }

  /** The job that chains waiting entries; an entry waits for less than a second. */
  Job job() {
    return new Job("audit-chain", EVERY, 0.2, this::chain);
  }

  private void chain() {
    extendAuditChain.extend();
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
    watch.lost();
    var now = System.nanoTime();
    if (now - lostAt >= TOLD_NANOS) {
      LOG.atError()
          .addKeyValue("number", head.number())
          .addKeyValue("hash", head.hash().hex())
          .log("the audit was tampered with: its chain does not hold a head that is known");
      lostAt = now;
    }
  }
}
