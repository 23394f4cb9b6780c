package io.clientele.bootstrap.ledger;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dagger.multibindings.IntoSet;
import io.clientele.application.kernel.Job;
import io.clientele.application.ledger.ProveLedger;
import io.clientele.application.ledger.ReleaseExpiredHolds;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.domain.identity.Grants;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.event.PublishedTypes;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.LedgerPermission;
import io.clientele.domain.ledger.LedgerRateLimits;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.price.Prices;
import io.clientele.domain.ledger.proof.LedgerProof;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.ledger.transfer.TransferEvent;
import io.clientele.persistence.change.ChainedRecords;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.ErasureVeto;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.ledger.HouseFold;
import io.clientele.persistence.ledger.JdbcAssets;
import io.clientele.persistence.ledger.JdbcLedger;
import io.clientele.persistence.ledger.JdbcPockets;
import io.clientele.persistence.ledger.JdbcPrices;
import io.clientele.persistence.ledger.LedgerSchema;
import io.clientele.persistence.ledger.PocketVeto;
import io.clientele.persistence.ledger.chain.ChainedTransfers;
import io.clientele.persistence.ledger.posting.TransferCombiner;
import io.clientele.persistence.ledger.proof.JdbcLedgerProof;
import io.clientele.persistence.migration.SchemaContribution;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;

/** All that the ledger contributes to the service. */
@Module(includes = LedgerRoutesModule.class)
public interface LedgerModule {
  @Provides
  @IntoSet
  static SchemaContribution schema() {
    return LedgerSchema.contribution();
  }

  @Provides
  @IntoSet
  static PublishedTypes publishedTypes() {
    return TransferEvent.TYPES;
  }

  @Provides
  @IntoSet
  static ChainedRecords chainedTransfers() {
    return new ChainedTransfers();
  }

  @Provides
  @IntoSet
  static Grants grants() {
    return LedgerPermission.GRANTS;
  }

  @Provides
  @ElementsIntoSet
  static Set<RateLimit> rateLimits() {
    return LedgerRateLimits.ALL;
  }

  @Provides
  @Singleton
  static Prices prices(Database database, ChangeStore changes) {
    return new JdbcPrices(database, changes);
  }

  @Provides
  @Singleton
  static LedgerProof proof(Database database) {
    return new JdbcLedgerProof(database);
  }

  @Provides
  @Singleton
  static LedgerProofJob proofJob(LedgerProof proof) {
    return new LedgerProofJob(new ProveLedger(proof));
  }

  @Binds
  @IntoSet
  Meters proofMeters(LedgerProofJob job);

  @Provides
  @IntoSet
  static Job proofRun(LedgerProofJob job) {
    return job.job();
  }

  @Provides
  @IntoSet
  static ErasureVeto veto() {
    return new PocketVeto();
  }

  @Provides
  @Singleton
  static LedgerMetrics metrics() {
    return new LedgerMetrics();
  }

  @Binds
  @IntoSet
  Meters meters(LedgerMetrics metrics);

  @Provides
  @Singleton
  static TransferCombiner combiner(
      Database database, ChangeStore changes, CombinerMetrics metrics) {
    return metrics.observed(observer -> new TransferCombiner(database, changes, observer));
  }

  @Provides
  @Singleton
  static CombinerMetrics combinerMetrics() {
    return new CombinerMetrics();
  }

  @Binds
  @IntoSet
  Meters combinerMeters(CombinerMetrics metrics);

  @Provides
  @Singleton
  static Ledger ledger(
      Database database, ChangeStore changes, TransferCombiner combiner, LedgerMetrics metrics) {
    return new JdbcLedger(database, changes, combiner, metrics::posted);
  }

  @Provides
  @Singleton
  static Pockets pockets(Database database, ChangeStore changes) {
    return new JdbcPockets(database, changes);
  }

  @Provides
  @Singleton
  static Assets assets(Database database, ChangeStore changes) {
    return new JdbcAssets(database, changes);
  }

  /** The jobs of house entries and expired holds. Any instance may run them. */
  @Provides
  @ElementsIntoSet
  static Set<Job> jobs(Database database, Ledger ledger, LedgerMetrics metrics) {
    var fold = new HouseFold(database);
    var holds = new ReleaseExpiredHolds(ledger);
    return Set.of(
        metrics.job(ledger),
        new Job("ledger-fold", Duration.ofSeconds(1), 0.2, fold::fold),
        new Job("ledger-expiry", Duration.ofSeconds(1), 0.2, holds::release));
  }
}
