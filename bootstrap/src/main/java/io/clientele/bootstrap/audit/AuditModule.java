package io.clientele.bootstrap.audit;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dagger.multibindings.IntoSet;
import dagger.multibindings.Multibinds;
import io.clientele.application.audit.KnownChainHeads;
import io.clientele.application.audit.ListAuditEntries;
import io.clientele.application.audit.VerifyAuditTrail;
import io.clientele.application.audit.VerifyRecentAuditTrail;
import io.clientele.application.audit.VerifyWholeAuditTrail;
import io.clientele.application.kernel.Job;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.cache.Redis;
import io.clientele.cache.audit.RedisChainHeadStore;
import io.clientele.domain.audit.AuditPermission;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.audit.chain.AuditBreakListener;
import io.clientele.domain.audit.chain.AuditChain;
import io.clientele.domain.audit.chain.ChainProof;
import io.clientele.domain.identity.Grants;
import io.clientele.domain.identity.session.RefusedSignIns;
import io.clientele.domain.kernel.AuditLog;
import io.clientele.http.audit.AuditRoutes;
import io.clientele.http.route.RouteGroup;
import io.clientele.persistence.audit.AuditSchema;
import io.clientele.persistence.audit.JdbcAuditChain;
import io.clientele.persistence.audit.JdbcAuditTrail;
import io.clientele.persistence.audit.JdbcChainProof;
import io.clientele.persistence.audit.JdbcRefusedSignIns;
import io.clientele.persistence.change.ChainedRecords;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.migration.SchemaContribution;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Plugs in the audit trail, its chain and the jobs that verify it. */
@Module
public interface AuditModule {
  @Multibinds
  Set<AuditBreakListener> breakListeners();

  @Provides
  @IntoSet
  static SchemaContribution schema() {
    return AuditSchema.contribution();
  }

  @Provides
  @IntoSet
  static Grants grants() {
    return AuditPermission.GRANTS;
  }

  @Provides
  @Singleton
  static AuditTrail trail(Database database, ChangeStore changes) {
    return new JdbcAuditTrail(database, changes);
  }

  @Binds
  AuditLog auditLog(AuditTrail trail);

  @Provides
  @Singleton
  static AuditChain chain(Database database, Set<ChainedRecords> records) {
    return new JdbcAuditChain(database, records);
  }

  @Provides
  @Singleton
  static ChainProof chainProof(Database database, Set<ChainedRecords> records) {
    return new JdbcChainProof(database, records);
  }

  @Provides
  @Singleton
  static RefusedSignIns refusedSignIns(Database database, ChangeStore changes) {
    return new JdbcRefusedSignIns(database, changes);
  }

  @Provides
  @Singleton
  static KnownChainHeads knownHeads(Optional<Redis> redis, Database database) {
    return new KnownChainHeads(
        redis.map(client -> new RedisChainHeadStore(client, () -> database.id())).orElse(null));
  }

  @Provides
  @Singleton
  static AuditVerificationJobs verificationJobs(
      AuditChain chain,
      KnownChainHeads known,
      InstantSource clock,
      Set<AuditBreakListener> listeners) {
    return new AuditVerificationJobs(
        new VerifyRecentAuditTrail(chain, known, clock),
        new VerifyWholeAuditTrail(chain, known, clock),
        System::nanoTime,
        listeners);
  }

  @Provides
  @Singleton
  static AuditChainJob chainJob(
      AuditChain chain,
      KnownChainHeads known,
      AuditVerificationJobs verification,
      ChangeStore changes) {
    var job = new AuditChainJob(chain, known, verification);
    changes.onCommit(job::committed);
    return job;
  }

  @Provides
  @ElementsIntoSet
  static Set<Job> jobs(
      AuditChainJob chain,
      AuditVerificationJobs verification,
      RefusedSignIns refused,
      InstantSource clock) {
    Runnable appending = () -> refused.append(clock.instant());
    var jobs = new HashSet<>(verification.jobs());
    jobs.add(chain.job());
    jobs.add(new Job("refused-sign-ins", Duration.ofSeconds(20), 0.2, appending));
    return jobs;
  }

  @Provides
  @ElementsIntoSet
  static Set<Meters> meters(AuditChainJob chain, AuditVerificationJobs verification) {
    return Set.of(chain, verification);
  }

  @Provides
  @IntoSet
  static RouteGroup auditRoutes(
      AuditTrail trail, AuditChain chain, KnownChainHeads known, InstantSource clock) {
    return new AuditRoutes(new ListAuditEntries(trail), new VerifyAuditTrail(chain, known), clock);
  }
}
