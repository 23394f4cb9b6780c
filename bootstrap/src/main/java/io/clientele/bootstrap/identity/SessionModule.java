package io.clientele.bootstrap.identity;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.clientele.application.identity.ListOwnSessions;
import io.clientele.application.identity.RecordRefusedSignIn;
import io.clientele.application.identity.RefreshSession;
import io.clientele.application.identity.SessionTokenIssuer;
import io.clientele.application.identity.SignIn;
import io.clientele.application.identity.SignOut;
import io.clientele.bootstrap.config.Config;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.password.PasswordHasher;
import io.clientele.domain.identity.session.AccessTokenIssuer;
import io.clientele.domain.identity.session.RefusedSignIns;
import io.clientele.domain.identity.session.Sessions;
import io.clientele.domain.identity.session.SignInNetworks;
import io.clientele.domain.identity.session.SignInPlaces;
import io.clientele.domain.kernel.AuditLog;
import io.clientele.http.identity.OwnSessionRoutes;
import io.clientele.http.identity.SessionRoutes;
import io.clientele.http.identity.SignInPlaceHashes;
import io.clientele.http.identity.SignInRateLimits;
import io.clientele.http.identity.SignInRoutes;
import io.clientele.http.limits.RequestRateLimiter;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.security.JwtTokens;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.identity.JdbcSessions;
import io.clientele.persistence.identity.JdbcSignInNetworks;
import io.clientele.persistence.identity.JdbcSignInPlaces;
import io.clientele.persistence.jdbc.Database;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Provides sign-in, sessions and their tokens. */
@Module
interface SessionModule {
  @Provides
  @Singleton
  static Sessions sessions(Database database, ChangeStore changes) {
    return new JdbcSessions(database, changes);
  }

  @Provides
  static SignInNetworks signInNetworks(Database database) {
    return new JdbcSignInNetworks(database);
  }

  @Provides
  static SignInPlaces signInPlaces(Database database) {
    return new JdbcSignInPlaces(database);
  }

  @Provides
  @Singleton
  static AccessTokenIssuer tokens(Config config) {
    return new JwtTokens(config.tokenKeys());
  }

  @Provides
  static SessionTokenIssuer issuing(
      AccessTokenIssuer tokens, SecureRandom random, InstantSource clock) {
    return new SessionTokenIssuer(tokens, random, clock);
  }

  @Provides
  static SignInRateLimits signInBudgets(
      Config config,
      RequestRateLimiter limits,
      Operators operators,
      SignInNetworks networks,
      InstantSource clock) {
    return new SignInRateLimits(limits, operators, networks, config.tokenKeys(), clock);
  }

  @Provides
  static SignIn signIn(
      Operators operators,
      Sessions sessions,
      PasswordHasher passwords,
      RecordRefusedSignIn refused,
      SessionTokenIssuer issuing) {
    return new SignIn(operators, sessions, passwords, refused, issuing);
  }

  @Provides
  static RecordRefusedSignIn refusedSignIns(AuditLog audit, RefusedSignIns unknown) {
    return new RecordRefusedSignIn(audit, unknown);
  }

  @Provides
  @IntoSet
  static RouteGroup signInRoutes(
      Config config,
      SignIn signIn,
      SignInRateLimits budgets,
      RequestRateLimiter limits,
      InstantSource clock) {
    var places = new SignInPlaceHashes(limits, config.tokenKeys());
    return new SignInRoutes(signIn, budgets, places, clock);
  }

  @Provides
  @IntoSet
  static RouteGroup sessionRoutes(
      Config config, Sessions sessions, SessionTokenIssuer issuing, InstantSource clock) {
    return new SessionRoutes(
        new RefreshSession(sessions, issuing),
        new SignOut(sessions, clock),
        config.http().origins(),
        clock);
  }

  @Provides
  @IntoSet
  static RouteGroup ownSessionRoutes(Sessions sessions, InstantSource clock) {
    return new OwnSessionRoutes(new ListOwnSessions(sessions, clock), new SignOut(sessions, clock));
  }
}
