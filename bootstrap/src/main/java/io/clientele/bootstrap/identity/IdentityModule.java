package io.clientele.bootstrap.identity;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dagger.multibindings.IntoSet;
import io.clientele.application.identity.AddFirstAdmin;
import io.clientele.application.identity.AddOperator;
import io.clientele.application.identity.ApiKeyUsageRecorder;
import io.clientele.application.identity.ChangeOperator;
import io.clientele.application.identity.ChangeOwnPassword;
import io.clientele.application.identity.IssueApiKey;
import io.clientele.application.identity.ListApiKeys;
import io.clientele.application.identity.ListOperators;
import io.clientele.application.identity.RemoveOperator;
import io.clientele.application.identity.RevokeApiKey;
import io.clientele.application.identity.ViewOperator;
import io.clientele.application.kernel.Job;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.bootstrap.lifecycle.Managed;
import io.clientele.bootstrap.lifecycle.Phase;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.apikey.ApiKeys;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.password.PasswordHasher;
import io.clientele.http.dashboard.StorePageRoutes;
import io.clientele.http.identity.ApiKeyRoutes;
import io.clientele.http.identity.JwksRoutes;
import io.clientele.http.identity.MeRoutes;
import io.clientele.http.identity.OperatorRoutes;
import io.clientele.http.identity.OwnPasswordRoutes;
import io.clientele.http.identity.authentication.BearerAuthenticator;
import io.clientele.http.limits.CpuBulkhead;
import io.clientele.http.limits.RequestRateLimiter;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.security.Argon2Passwords;
import io.clientele.persistence.change.AccountLock;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.PersonalDataEraser;
import io.clientele.persistence.identity.ApiKeyEraser;
import io.clientele.persistence.identity.IdentityCleanup;
import io.clientele.persistence.identity.IdentitySchema;
import io.clientele.persistence.identity.JdbcApiKeys;
import io.clientele.persistence.identity.JdbcOperators;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.migration.SchemaContribution;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;

/** Provides the use cases, routes and jobs of operators and API keys. */
@Module(includes = {AccessModule.class, PreferencesModule.class, SessionModule.class})
public interface IdentityModule {
  @Provides
  @IntoSet
  static SchemaContribution schema() {
    return IdentitySchema.contribution();
  }

  @Provides
  @IntoSet
  static SettingGroup settings() {
    return IdentitySettings.GROUP;
  }

  @Provides
  @Singleton
  static Operators operators(Database database, ChangeStore changes) {
    return new JdbcOperators(database, changes);
  }

  @Provides
  @Singleton
  static ApiKeys apiKeys(Database database, ChangeStore changes, AccountLock accounts) {
    return new JdbcApiKeys(database, changes, accounts);
  }

  @Provides
  @IntoSet
  static PersonalDataEraser apiKeyEraser() {
    return new ApiKeyEraser();
  }

  /** A revoked token is refused within a second, plus the time that the query takes. */
  @Provides
  @ElementsIntoSet
  static Set<Job> jobs(
      BearerAuthenticator authenticator, ApiKeyUsageRecorder uses, Database database) {
    var cleanup = new IdentityCleanup(database);
    return Set.of(
        new Job("access", Duration.ofMillis(800), 0.2, authenticator::refresh),
        new Job("key-uses", Duration.ofMinutes(1), 0.2, uses::write),
        new Job("identity-cleaning", Duration.ofHours(1), 0.5, cleanup::clean));
  }

  @Provides
  @ElementsIntoSet
  static Set<Managed> managed(FirstAdministrator first, ApiKeyUsageRecorder uses) {
    return Set.of(
        Managed.starting("first administrator", Phase.CONTEXT, first::add),
        Managed.stopping("key uses", Phase.CONTEXT, uses));
  }

  @Provides
  @Singleton
  static FirstAdministrator firstAdministrator(
      Config config, Operators operators, AddFirstAdmin addFirstAdmin) {
    return new FirstAdministrator(IdentitySettings.firstAdmin(config), operators, addFirstAdmin);
  }

  @Provides
  @Singleton
  static SecureRandom random() {
    return new SecureRandom();
  }

  @Provides
  @Singleton
  static PasswordHasher passwords(CpuBulkhead bulkhead) {
    return new Argon2Passwords(bulkhead);
  }

  @Provides
  static Supplier<OperatorId> operatorIds(SecureRandom random, InstantSource clock) {
    return () -> OperatorId.of(clock.instant(), random);
  }

  @Provides
  static AddFirstAdmin addFirstAdmin(
      Operators operators,
      PasswordHasher passwords,
      Supplier<OperatorId> ids,
      InstantSource clock) {
    return new AddFirstAdmin(operators, passwords, ids, clock);
  }

  @Provides
  static ChangeOwnPassword changeOwnPassword(
      Operators operators, PasswordHasher passwords, InstantSource clock) {
    return new ChangeOwnPassword(operators, passwords, clock);
  }

  @Provides
  @IntoSet
  static RouteGroup ownPasswordRoutes(ChangeOwnPassword change, RequestRateLimiter limits) {
    return new OwnPasswordRoutes(change, limits);
  }

  @Provides
  static ViewOperator viewOperator(Operators operators) {
    return new ViewOperator(operators);
  }

  @Provides
  @IntoSet
  static RouteGroup operatorRoutes(
      Operators operators,
      PasswordHasher passwords,
      Supplier<OperatorId> ids,
      ViewOperator view,
      InstantSource clock) {
    return new OperatorRoutes(
        new AddOperator(operators, passwords, ids, clock),
        new ListOperators(operators),
        view,
        new ChangeOperator(operators, passwords, clock),
        new RemoveOperator(operators, clock));
  }

  @Provides
  @IntoSet
  static RouteGroup apiKeyRoutes(ApiKeys keys, SecureRandom random, InstantSource clock) {
    return new ApiKeyRoutes(
        new IssueApiKey(keys, random, clock), new ListApiKeys(keys), new RevokeApiKey(keys, clock));
  }

  @Provides
  @IntoSet
  static RouteGroup meRoutes(ViewOperator viewOperator) {
    return new MeRoutes(viewOperator);
  }

  /** The page of the store knows with which issuers customers sign in. */
  @Provides
  @IntoSet
  static RouteGroup storePageRoutes(Config config) {
    return new StorePageRoutes(config.get(IdentitySettings.STORE_SIGN_IN));
  }

  @Provides
  @IntoSet
  static RouteGroup jwksRoutes(Config config) {
    return new JwksRoutes(config.tokenKeys());
  }
}
