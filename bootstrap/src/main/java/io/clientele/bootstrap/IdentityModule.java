package io.clientele.bootstrap;

import dagger.Module;
import dagger.Provides;
import io.clientele.application.identity.AddFirstAdmin;
import io.clientele.application.identity.AddOperator;
import io.clientele.application.identity.ChangeOperator;
import io.clientele.application.identity.ChangeOwnPassword;
import io.clientele.application.identity.IssueApiKey;
import io.clientele.application.identity.Issuing;
import io.clientele.application.identity.KeyUses;
import io.clientele.application.identity.ListApiKeys;
import io.clientele.application.identity.ListOperators;
import io.clientele.application.identity.RefreshSession;
import io.clientele.application.identity.RemoveOperator;
import io.clientele.application.identity.RevokeApiKey;
import io.clientele.application.identity.SignIn;
import io.clientele.application.identity.SignOut;
import io.clientele.application.identity.ViewOperator;
import io.clientele.bootstrap.config.Config;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.audit.RefusedSignIns;
import io.clientele.domain.identity.ApiKeys;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Operators;
import io.clientele.domain.identity.Passwords;
import io.clientele.domain.identity.Sessions;
import io.clientele.domain.identity.SignInNetworks;
import io.clientele.domain.identity.Tokens;
import io.clientele.domain.identity.Withdrawals;
import io.clientele.http.Limits;
import io.clientele.http.identity.ApiKeyRoutes;
import io.clientele.http.identity.Argon2Passwords;
import io.clientele.http.identity.BearerAdmission;
import io.clientele.http.identity.JwtTokens;
import io.clientele.http.identity.OperatorRoutes;
import io.clientele.http.identity.OwnPasswordRoute;
import io.clientele.http.identity.PasswordChangeAdmission;
import io.clientele.http.identity.SessionRoutes;
import io.clientele.http.identity.SignInBudgets;
import io.clientele.http.identity.TokenReader;
import io.opentelemetry.api.metrics.Meter;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Who comes in, and who lets them. */
@Module
interface IdentityModule {
  @Provides
  @Singleton
  static SecureRandom random() {
    return new SecureRandom();
  }

  @Provides
  @Singleton
  static Passwords passwords() {
    return new Argon2Passwords();
  }

  @Provides
  @Singleton
  static Tokens tokens(Config config) {
    return new JwtTokens(config.access().keys());
  }

  @Provides
  @Singleton
  static KeyUses keyUses(ApiKeys keys, InstantSource clock) {
    return new KeyUses(keys, clock);
  }

  @Provides
  @Singleton
  static BearerAdmission admission(
      Config config,
      ApiKeys keys,
      KeyUses uses,
      Withdrawals withdrawals,
      InstantSource clock,
      Meter meter) {
    var naming = config.dataKeys().derived("clientele outside subjects");
    var reader = new TokenReader(config.access(), naming, clock);
    return new BearerAdmission(reader, keys, uses, withdrawals, clock, meter);
  }

  @Provides
  static Supplier<OperatorId> operatorIds(SecureRandom random, InstantSource clock) {
    return () -> OperatorId.of(clock.instant(), random);
  }

  @Provides
  static AddFirstAdmin addFirstAdmin(
      Operators operators, Passwords passwords, Supplier<OperatorId> ids, InstantSource clock) {
    return new AddFirstAdmin(operators, passwords, ids, clock);
  }

  @Provides
  static Issuing issuing(Tokens tokens, SecureRandom random, InstantSource clock) {
    return new Issuing(tokens, random, clock);
  }

  @Provides
  static SignInBudgets signInBudgets(
      Config config,
      Limits limits,
      Operators operators,
      SignInNetworks networks,
      InstantSource clock) {
    return new SignInBudgets(limits, operators, networks, config.access().keys(), clock);
  }

  @Provides
  static ChangeOwnPassword changeOwnPassword(
      Operators operators, Passwords passwords, InstantSource clock) {
    return new ChangeOwnPassword(operators, passwords, clock);
  }

  @Provides
  static PasswordChangeAdmission passwordChangeAdmission(
      BearerAdmission bearers, Operators operators) {
    return new PasswordChangeAdmission(bearers, operators);
  }

  @Provides
  static OwnPasswordRoute ownPasswordRoute(ChangeOwnPassword change, Limits limits) {
    return new OwnPasswordRoute(change, limits);
  }

  @Provides
  static SessionRoutes sessionRoutes(
      Config config,
      Operators operators,
      Sessions sessions,
      Passwords passwords,
      AuditTrail trail,
      RefusedSignIns refused,
      Issuing issuing,
      SignInBudgets budgets,
      InstantSource clock) {
    return new SessionRoutes(
        new SignIn(operators, sessions, passwords, trail, refused, issuing),
        new RefreshSession(sessions, issuing),
        new SignOut(sessions, clock),
        budgets,
        config.http().origins(),
        clock);
  }

  @Provides
  static ViewOperator viewOperator(Operators operators) {
    return new ViewOperator(operators);
  }

  @Provides
  static OperatorRoutes operatorRoutes(
      Operators operators,
      Passwords passwords,
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
  static ApiKeyRoutes apiKeyRoutes(ApiKeys keys, SecureRandom random, InstantSource clock) {
    return new ApiKeyRoutes(
        new IssueApiKey(keys, random, clock), new ListApiKeys(keys), new RevokeApiKey(keys, clock));
  }
}
