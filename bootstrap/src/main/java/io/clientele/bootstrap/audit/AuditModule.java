package io.clientele.bootstrap.audit;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.clientele.application.audit.KnownChainHeads;
import io.clientele.application.audit.ListAuditEntries;
import io.clientele.application.audit.VerifyAuditTrail;
import io.clientele.application.audit.VerifyRecentAuditTrail;
import io.clientele.application.audit.VerifyWholeAuditTrail;
import io.clientele.cache.Redis;
import io.clientele.cache.audit.RedisChainHeadStore;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.audit.chain.AuditChain;
import io.clientele.domain.identity.session.RefusedSignIns;
import io.clientele.http.audit.AuditRoutes;
import io.clientele.http.route.RouteGroup;
import io.clientele.persistence.audit.JdbcAuditChain;
import io.clientele.persistence.audit.JdbcAuditTrail;
import io.clientele.persistence.audit.JdbcRefusedSignIns;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import io.opentelemetry.api.metrics.Meter;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Who did what, and that nobody has changed what is told of it. */
@Module
public interface AuditModule {
  @Provides
  @Singleton
  static AuditTrail trail(Database database, ChangeStore changes) {
    return new JdbcAuditTrail(database, changes);
  }

  @Provides
  @Singleton
  static AuditChain chain(Database database) {
    return new JdbcAuditChain(database);
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
  static AuditVerificationJobs watch(
      AuditChain chain, KnownChainHeads known, InstantSource clock, Meter meter) {
    return new AuditVerificationJobs(
        new VerifyRecentAuditTrail(chain, known, clock),
        new VerifyWholeAuditTrail(chain, known, clock),
        meter,
        System::nanoTime);
  }

  @Provides
  @Singleton
  static AuditChainJob meters(
      AuditChain chain, KnownChainHeads known, AuditVerificationJobs watch, Meter meter) {
    return new AuditChainJob(chain, known, watch, meter);
  }

  @Provides
  @IntoSet
  static RouteGroup auditRoutes(
      AuditTrail trail, AuditChain chain, KnownChainHeads known, InstantSource clock) {
    return new AuditRoutes(new ListAuditEntries(trail), new VerifyAuditTrail(chain, known), clock);
  }
}
