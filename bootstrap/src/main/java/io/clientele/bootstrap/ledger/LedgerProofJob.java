package io.clientele.bootstrap.ledger;

import io.clientele.application.kernel.Job;
import io.clientele.application.ledger.ProveLedger;
import io.clientele.bootstrap.telemetry.Meters;
import io.opentelemetry.api.metrics.Meter;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proves the ledger periodically; a gauge shows whether it balances. */
final class LedgerProofJob implements Meters {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerProofJob.class);

  private final ProveLedger proveLedger;
  private volatile boolean isBroken;

  LedgerProofJob(ProveLedger proveLedger) {
    this.proveLedger = proveLedger;
  }

  @Override
  public void register(Meter meter) {
    meter
        .gaugeBuilder("clientele.ledger.broken")
        .ofLongs()
        .setDescription("1 if the ledger does not balance")
        .buildWithCallback(gauge -> gauge.record(isBroken ? 1 : 0));
  }

  Job job() {
    return new Job("ledger-proof", Duration.ofMinutes(5), 0.5, this::prove);
  }

  private void prove() {
    isBroken = !proveLedger.prove();
    if (isBroken) {
      LOG.error("the ledger does not balance");
    }
  }
}
