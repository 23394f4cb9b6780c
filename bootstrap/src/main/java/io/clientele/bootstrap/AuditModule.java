package io.clientele.bootstrap;

import dagger.Module;
import dagger.Provides;
import io.clientele.application.audit.KnownHeads;
import io.clientele.application.audit.ReadAudit;
import io.clientele.application.audit.VerifyAudit;
import io.clientele.application.audit.VerifyWholeAudit;
import io.clientele.application.audit.WatchAudit;
import io.clientele.cache.Redis;
import io.clientele.cache.RedisAuditHeads;
import io.clientele.domain.audit.AuditChain;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.audit.RefusedSignIns;
import io.clientele.http.audit.AuditRoutes;
import io.clientele.persistence.ChangeStore;
import io.clientele.persistence.Database;
import io.clientele.persistence.JdbcAuditChain;
import io.clientele.persistence.JdbcAuditTrail;
import io.clientele.persistence.JdbcRefusedSignIns;
import io.opentelemetry.api.metrics.Meter;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Who did what, and that nobody has changed what is told of it. */
@Module
interface AuditModule {
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
  static KnownHeads knownHeads(Optional<Redis> redis, Database database) {
    return new KnownHeads(
        redis.map(client -> new RedisAuditHeads(client, () -> database.id())).orElse(null));
  }

  @Provides
  @Singleton
  static AuditWatch watch(AuditChain chain, KnownHeads known, InstantSource clock, Meter meter) {
    return new AuditWatch(
        new WatchAudit(chain, known, clock),
        new VerifyWholeAudit(chain, known, clock),
        meter,
        System::nanoTime);
  }

  @Provides
  @Singleton
  static AuditMeters meters(AuditChain chain, KnownHeads known, AuditWatch watch, Meter meter) {
    return new AuditMeters(chain, known, watch, meter);
  }

  @Provides
  static AuditRoutes routes(
      AuditTrail trail, AuditChain chain, KnownHeads known, InstantSource clock) {
    return new AuditRoutes(new ReadAudit(trail), new VerifyAudit(chain, known), clock);
  }
}
