package io.clientele.bootstrap.identity;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dagger.multibindings.IntoSet;
import io.clientele.application.identity.ApiKeyUsageRecorder;
import io.clientele.bootstrap.config.Config;
import io.clientele.domain.identity.AccessPolicy;
import io.clientele.domain.identity.Grants;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.IdentityRateLimits;
import io.clientele.domain.identity.Revocations;
import io.clientele.domain.identity.apikey.ApiKeyEvent;
import io.clientele.domain.identity.apikey.ApiKeys;
import io.clientele.domain.identity.operator.OperatorEvent;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.event.PublishedTypes;
import io.clientele.http.identity.authentication.ApiKeyVerifier;
import io.clientele.http.identity.authentication.BearerAuthenticator;
import io.clientele.http.identity.authentication.DeferredCallers;
import io.clientele.http.identity.authentication.PasswordChangeEnforcer;
import io.clientele.http.identity.authentication.TokenVerifier;
import io.clientele.persistence.identity.JdbcRevocations;
import io.clientele.persistence.jdbc.Database;
import io.opentelemetry.api.metrics.Meter;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;

/** Provides authentication, the permissions of roles and the rate limits of sign-in. */
@Module
interface AccessModule {
  @Provides
  @IntoSet
  static PublishedTypes operatorTypes() {
    return OperatorEvent.TYPES;
  }

  @Provides
  @IntoSet
  static PublishedTypes keyTypes() {
    return ApiKeyEvent.TYPES;
  }

  @Provides
  @IntoSet
  static Grants grants() {
    return IdentityPermission.GRANTS;
  }

  @Provides
  @Singleton
  static AccessPolicy policy(Set<Grants> grants) {
    return new AccessPolicy(grants);
  }

  @Provides
  @ElementsIntoSet
  static Set<RateLimit> rateLimits() {
    return IdentityRateLimits.ALL;
  }

  @Provides
  @Singleton
  static Revocations revocations(Database database) {
    return new JdbcRevocations(database);
  }

  @Provides
  @Singleton
  static ApiKeyUsageRecorder keyUses(ApiKeys keys, InstantSource clock) {
    return new ApiKeyUsageRecorder(keys, clock);
  }

  @Provides
  static TokenVerifier tokenVerifier(Config config, AccessPolicy policy, InstantSource clock) {
    var naming = config.dataKeys().derived("clientele outside subjects");
    return new TokenVerifier(IdentitySettings.authentication(config), naming, policy, clock);
  }

  @Provides
  static ApiKeyVerifier apiKeyVerifier(
      ApiKeys keys, ApiKeyUsageRecorder uses, AccessPolicy policy, InstantSource clock) {
    return new ApiKeyVerifier(keys, uses, policy, clock);
  }

  @Provides
  @Singleton
  static BearerAuthenticator bearerAuthenticator(
      TokenVerifier tokens,
      ApiKeyVerifier keys,
      Revocations revocations,
      InstantSource clock,
      Meter meter) {
    return new BearerAuthenticator(tokens, keys, revocations, clock, meter);
  }

  @Provides
  static DeferredCallers deferredCallers(
      Operators operators, ApiKeyVerifier keys, TokenVerifier tokens, AccessPolicy policy) {
    return new DeferredCallers(operators, keys, tokens, policy);
  }

  @Provides
  static PasswordChangeEnforcer passwordChangeAdmission(
      BearerAuthenticator bearers, Operators operators) {
    return new PasswordChangeEnforcer(bearers, operators);
  }
}
