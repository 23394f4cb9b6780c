package io.clientele.bootstrap.ledger;

import io.clientele.application.kernel.Job;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.domain.ledger.transfer.HoldFigures;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Refusal;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts transfers by outcome, and reads from time to time how many holds are open. Safe for use by
 * many threads.
 */
final class LedgerMetrics implements Meters {
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");
  private static final Duration EVERY = Duration.ofSeconds(30);

  /** All values of {@link #text}. */
  private static final List<String> OUTCOMES =
      List.of(
          "booked",
          "replayed",
          "differs",
          "erased",
          "overloaded",
          "insufficient",
          "overflow",
          "above-rest",
          "pocket-unusable",
          "hold-over",
          "invalid");

  private volatile HoldFigures figures = new HoldFigures(0, Duration.ZERO);
  private volatile @Nullable LongCounter transfers;
  private volatile @Nullable LongHistogram sizes;

  /** The job that reads the figures, so that no scrape waits for the database. */
  Job job(Ledger ledger) {
    return new Job("ledger-figures", EVERY, 0.2, () -> figures = ledger.holdFigures());
  }

  @Override
  public void register(Meter meter) {
    var counter =
        meter
            .counterBuilder("clientele.ledger.transfers")
            .setDescription("Transfers that were posted, by outcome")
            .build();
    OUTCOMES.forEach(outcome -> counter.add(0, Attributes.of(OUTCOME, outcome)));
    transfers = counter;
    sizes =
        meter
            .histogramBuilder("clientele.ledger.submission.size")
            .ofLongs()
            .setExplicitBucketBoundariesAdvice(List.of(1L, 2L, 5L, 10L, 20L, 50L, 100L, 200L, 500L))
            .setDescription("Transfers of one call")
            .build();
    meter
        .gaugeBuilder("clientele.ledger.holds.open")
        .ofLongs()
        .setDescription("Legs of holds that have a rest")
        .buildWithCallback(gauge -> gauge.record(figures.open()));
    meter
        .gaugeBuilder("clientele.ledger.holds.overdue")
        .setUnit("s")
        .setDescription("For how long the oldest expired hold has not been released")
        .buildWithCallback(gauge -> gauge.record(figures.overdue().toMillis() / 1e3));
  }

  /** Counts the outcomes of one call. */
  void posted(Collection<Outcome> outcomes) {
    var counter = transfers;
    var histogram = sizes;
    if (counter == null || histogram == null) {
      return;
    }
    outcomes.forEach(outcome -> counter.add(1, Attributes.of(OUTCOME, text(outcome))));
    histogram.record(outcomes.size());
  }

  private static String text(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Booked booked -> "booked";
      case Outcome.Replayed replayed -> "replayed";
      case Outcome.Differs differs -> "differs";
      case Outcome.Erased erased -> "erased";
      case Outcome.Overloaded overloaded -> "overloaded";
      case Outcome.Refused refused -> text(refused.refusal());
    };
  }

  private static String text(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Insufficient insufficient -> "insufficient";
      case Refusal.Overflow overflow -> "overflow";
      case Refusal.AboveRest above -> "above-rest";
      case Refusal.Frozen frozen -> "pocket-unusable";
      case Refusal.Closed closed -> "pocket-unusable";
      case Refusal.HoldOver over -> "hold-over";
      case Refusal.NotReversible not -> "invalid";
      case Refusal.NoSuchPocket none -> "invalid";
      case Refusal.NoSuchParent none -> "invalid";
      case Refusal.NoSuchLeg none -> "invalid";
      case Refusal.AssetMismatch mismatch -> "invalid";
      case Refusal.HouseHold house -> "invalid";
    };
  }
}
