package io.clientele.http.testing.context;

import io.clientele.application.identity.AddOperator;
import io.clientele.application.identity.ApiKeyUsageRecorder;
import io.clientele.application.identity.ChangeOperator;
import io.clientele.application.identity.ChangeOwnPassword;
import io.clientele.application.identity.IssueApiKey;
import io.clientele.application.identity.ListApiKeys;
import io.clientele.application.identity.ListOperators;
import io.clientele.application.identity.ListOwnSessions;
import io.clientele.application.identity.RecordRefusedSignIn;
import io.clientele.application.identity.RefreshSession;
import io.clientele.application.identity.RemoveOperator;
import io.clientele.application.identity.RevokeApiKey;
import io.clientele.application.identity.SessionTokenIssuer;
import io.clientele.application.identity.SignIn;
import io.clientele.application.identity.SignOut;
import io.clientele.application.identity.ViewOperator;
import io.clientele.application.identity.preference.ChoosePreferences;
import io.clientele.application.identity.preference.ViewPreferences;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.apikey.ApiKey;
import io.clientele.domain.identity.apikey.ApiKeyScope;
import io.clientele.domain.identity.apikey.ApiKeyTerms;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorProfile;
import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Email;
import io.clientele.http.identity.ApiKeyRoutes;
import io.clientele.http.identity.JwksRoutes;
import io.clientele.http.identity.MeRoutes;
import io.clientele.http.identity.OperatorRoutes;
import io.clientele.http.identity.OwnPasswordRoutes;
import io.clientele.http.identity.OwnSessionRoutes;
import io.clientele.http.identity.PreferencesRoutes;
import io.clientele.http.identity.SessionRoutes;
import io.clientele.http.identity.SignInPlaceHashes;
import io.clientele.http.identity.SignInRateLimits;
import io.clientele.http.identity.SignInRoutes;
import io.clientele.http.identity.authentication.ApiKeyVerifier;
import io.clientele.http.identity.authentication.AuthenticationConfig;
import io.clientele.http.identity.authentication.BearerAuthenticator;
import io.clientele.http.identity.authentication.PasswordChangeEnforcer;
import io.clientele.http.identity.authentication.TokenVerifier;
import io.clientele.http.limits.CpuBulkhead;
import io.clientele.http.route.Authenticator;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.security.Argon2Hash;
import io.clientele.http.security.Argon2Passwords;
import io.clientele.http.security.JwtTokens;
import io.clientele.http.security.TokenKeys;
import io.clientele.inmemory.identity.InMemoryApiKeys;
import io.clientele.inmemory.identity.InMemoryOperators;
import io.clientele.inmemory.identity.InMemoryPreferences;
import io.clientele.inmemory.identity.InMemoryRefusedSignIns;
import io.clientele.inmemory.identity.InMemoryRevocations;
import io.clientele.inmemory.identity.InMemorySessions;
import io.clientele.inmemory.identity.InMemorySignInNetworks;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.opentelemetry.api.metrics.MeterProvider;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Operators, sessions and keys of a service in memory, with one administrator. */
public final class InMemoryIdentity implements InMemoryContext {
  public static final String ADMIN_EMAIL = "admin@example.com";
  public static final String ADMIN_PASSWORD = "correct horse battery staple";
  public static final TokenKeys KEYS = TokenKeys.fresh();

  /** The key that names outside callers. */
  public static final SecretKey NAMING = new SecretKeySpec(new byte[32], "HmacSHA256");

  private static final InstantSource CLOCK = InstantSource.system();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Argon2Passwords PASSWORDS = new Argon2Passwords(new CpuBulkhead());
  private static final JwtTokens TOKENS = new JwtTokens(KEYS);

  /** Hashed once, outside of any request: the first hash on a cold JVM is slow. */
  private static final PasswordHash HASH =
      new PasswordHash(Argon2Hash.of(ADMIN_PASSWORD, RANDOM).toString());

  private static final OperatorId ADMIN = OperatorId.of(CLOCK.instant(), RANDOM);

  /** A bearer token of the administrator of every service in memory. */
  public static final String ADMIN_BEARER = bearer(operator(ADMIN, ADMIN_EMAIL, Role.ADMIN));

  public final InMemoryOperators operators = new InMemoryOperators();
  public final InMemorySessions sessions = new InMemorySessions(operators);
  public final InMemorySignInNetworks networks = new InMemorySignInNetworks(operators);
  public final InMemoryApiKeys keys;
  private final InMemoryPreferences preferences;
  public final BearerAuthenticator bearers;
  private final Authenticator authenticator;
  private final ChangeOwnPassword changeOwnPassword =
      new ChangeOwnPassword(operators, PASSWORDS, CLOCK);
  private final AuditTrail trail;
  private final InMemoryParts parts;
  private int named;

  InMemoryIdentity(InMemoryParts parts) {
    this.parts = parts;
    trail = parts.context(InMemoryAuditContext.class).trail();
    preferences = new InMemoryPreferences(operators, parts.changes());
    var accounts = parts.context(InMemoryAccountContext.class).accounts();
    keys = new InMemoryApiKeys(id -> accounts.find(id).present().isPresent());
    bearers =
        new BearerAuthenticator(
            new TokenVerifier(
                parts.portOr(
                    AuthenticationConfig.class,
                    new AuthenticationConfig(KEYS, List.of(), Set.of())),
                NAMING,
                InMemoryContexts.POLICY,
                CLOCK),
            new ApiKeyVerifier(
                keys, new ApiKeyUsageRecorder(keys, CLOCK), InMemoryContexts.POLICY, CLOCK),
            new InMemoryRevocations(operators, sessions, keys),
            CLOCK,
            MeterProvider.noop().get("test"));
    authenticator = new PasswordChangeEnforcer(bearers, operators);
    operators.save(added(ADMIN, ADMIN_EMAIL, Role.ADMIN), HASH);
  }

  /** Adds an operator with these roles; returns its bearer token. */
  public String bearerOf(Role... roles) {
    var id = OperatorId.of(CLOCK.instant(), RANDOM);
    var email = "operator" + named++ + "@example.com";
    operators.save(added(id, email, roles), HASH);
    return bearer(operators.find(id).orElseThrow());
  }

  /** Issues a key of the customer of this account. */
  public String keyOf(AccountId account) {
    return key(new ApiKeyScope(Set.of(Role.CUSTOMER), account), null);
  }

  public String key(ApiKeyScope scope, Instant expiresAt) {
    var secret = Secret.of(ApiKey.SECRET_PREFIX, RANDOM);
    var id = ApiKeyId.of(CLOCK.instant(), RANDOM);
    var act = new Provenance("test", CLOCK.instant());
    var terms = new ApiKeyTerms(new DisplayName("key"), scope, expiresAt);
    keys.issue(ApiKey.issue(id, terms, secret, act), secret.hash());
    return secret.value();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return Optional.of(authenticator);
  }

  @Override
  public List<RouteGroup> routes() {
    var limits = parts.limits();
    var origins = parts.config().origins();
    var issuing = new SessionTokenIssuer(TOKENS, RANDOM, CLOCK);
    var view = new ViewOperator(operators);
    return List.of(
        new SignInRoutes(
            new SignIn(operators, sessions, PASSWORDS, refused(), issuing),
            new SignInRateLimits(limits, operators, networks, KEYS, CLOCK),
            new SignInPlaceHashes(limits, KEYS),
            CLOCK),
        new SessionRoutes(
            new RefreshSession(sessions, issuing), new SignOut(sessions, CLOCK), origins, CLOCK),
        new MeRoutes(view),
        new OwnSessionRoutes(new ListOwnSessions(sessions, CLOCK), new SignOut(sessions, CLOCK)),
        new OwnPasswordRoutes(changeOwnPassword, limits),
        new PreferencesRoutes(
            new ViewPreferences(preferences), new ChoosePreferences(preferences, CLOCK)),
        new JwksRoutes(KEYS),
        new OperatorRoutes(
            new AddOperator(
                operators, PASSWORDS, () -> OperatorId.of(CLOCK.instant(), RANDOM), CLOCK),
            new ListOperators(operators),
            view,
            new ChangeOperator(operators, PASSWORDS, CLOCK),
            new RemoveOperator(operators, CLOCK)),
        new ApiKeyRoutes(
            new IssueApiKey(keys, RANDOM, CLOCK),
            new ListApiKeys(keys),
            new RevokeApiKey(keys, CLOCK)));
  }

  private RecordRefusedSignIn refused() {
    return new RecordRefusedSignIn(
        trail, new InMemoryRefusedSignIns(new InMemoryChangeStore(trail::append)));
  }

  @Override
  public void startOutage() {
    operators.startOutage();
    sessions.startOutage();
    keys.startOutage();
  }

  @Override
  public void endOutage() {
    operators.endOutage();
    sessions.endOutage();
    keys.endOutage();
  }

  private static String bearer(Operator operator) {
    var session = SessionId.of(CLOCK.instant(), RANDOM);
    return TOKENS.issue(operator, session, CLOCK.instant()).value().value();
  }

  private static Operator operator(OperatorId id, String email, Role... roles) {
    return added(id, email, roles).state();
  }

  private static io.clientele.domain.kernel.Change<Operator> added(
      OperatorId id, String email, Role... roles) {
    var profile =
        new OperatorProfile(
            new DisplayName("Ada Lovelace"),
            new Email(email),
            Set.of(roles),
            OperatorProfile.Status.ACTIVE);
    return Operator.add(id, profile, new Provenance("test", CLOCK.instant()));
  }
}
