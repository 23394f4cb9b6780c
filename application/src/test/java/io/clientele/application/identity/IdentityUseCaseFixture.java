package io.clientele.application.identity;

import io.clientele.domain.audit.AuditPage;
import io.clientele.domain.audit.AuditQuery;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.identity.AccessPolicy;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorProfile;
import io.clientele.domain.identity.operator.OperatorProfile.Status;
import io.clientele.domain.identity.operator.Operators.Saved;
import io.clientele.domain.identity.password.Password;
import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.identity.password.PasswordHasher;
import io.clientele.domain.identity.session.AccessTokenIssuer;
import io.clientele.domain.identity.session.SignInPlace;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.Provenance;
import io.clientele.inmemory.identity.InMemoryApiKeys;
import io.clientele.inmemory.identity.InMemoryOperators;
import io.clientele.inmemory.identity.InMemoryRefusedSignIns;
import io.clientele.inmemory.identity.InMemorySessions;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.testkit.identity.IdentitySample;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The use cases of sign-in on in-memory ports, with a clock that only a test moves. */
final class IdentityUseCaseFixture implements InstantSource {
  static final Password PASSWORD = new Password("correct horse battery");
  static final AccessPolicy POLICY = new AccessPolicy(Set.of(IdentityPermission.GRANTS));
  static final Actor ADMIN = as(Role.ADMIN);

  final IdentitySample sample = new IdentitySample(1);
  final List<AuditEntry> told = new ArrayList<>();
  private final InMemoryChangeStore changes = new InMemoryChangeStore(told::add);
  private final InMemoryRefusedSignIns refused = new InMemoryRefusedSignIns(changes);
  final InMemoryOperators operators = new InMemoryOperators(changes);
  final InMemorySessions sessions = new InMemorySessions(operators, changes);
  final InMemoryApiKeys keys = new InMemoryApiKeys(id -> false, changes);
  final PlainPasswords passwords = new PlainPasswords();
  final SessionTokenIssuer issuing =
      new SessionTokenIssuer(new NamedTokens(), new SecureRandom(), this);
  Instant now = Instant.parse("2026-11-21T12:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  static Actor as(Role role) {
    return POLICY.actor("an " + role, Set.of(role), null);
  }

  static Actor as(Operator operator) {
    return POLICY.actor(operator.id().subject(), operator.profile().roles(), null);
  }

  /** Adds an operator with the password {@link #PASSWORD}. */
  Operator given(Role... roles) {
    var added = sample.adding(roles);
    if (operators.save(added, passwords.hash(PASSWORD)) != Saved.STORED) {
      throw new AssertionError("not stored");
    }
    return now(added.state().id());
  }

  Operator now(OperatorId id) {
    return operators.find(id).orElseThrow();
  }

  void disable(Operator operator) {
    var of = operator.profile();
    var disabled = new OperatorProfile(of.name(), of.email(), of.roles(), Status.DISABLED);
    operators.save(operator.change(disabled, false, new Provenance("a test", now)), null);
  }

  /** Appends the counted refusals of unknown names, as a minute later. */
  void appendRefused() {
    refused.append(now.plusSeconds(60));
  }

  SignIn signIn() {
    var recorder = new RecordRefusedSignIn(new Told(), refused);
    return new SignIn(operators, sessions, passwords, recorder, issuing);
  }

  IssuedTokens signedIn(Operator operator) {
    var outcome =
        signIn()
            .signIn(
                operator.profile().email(),
                new Secret(PASSWORD.value()),
                "192.0.2.0/24",
                id -> SignInPlace.NONE,
                Causation.UNKNOWN);
    return ((SignIn.Outcome.SignedIn) outcome).grant();
  }

  List<String> actions() {
    return told.stream().map(AuditEntry::action).toList();
  }

  /** The appended entries and those of the stores. */
  private final class Told implements AuditTrail {
    @Override
    public void append(AuditEntry entry) {
      told.add(entry);
    }

    @Override
    public AuditPage page(AuditQuery query) {
      throw new AssertionError("the use cases of identity do not read the trail");
    }
  }

  /** A readable hash; counts each verification. */
  static final class PlainPasswords implements PasswordHasher {
    int verified;
    int hashed;
    boolean isCrowded;

    @Override
    public PasswordHash hash(Password chosen) {
      hashed++;
      return new PasswordHash("hash of " + chosen.value());
    }

    @Override
    public boolean isRight(Secret typed, @Nullable PasswordHash hash) {
      if (isCrowded) {
        throw new PortUnavailable("passwords", new IOException("too many wait"));
      }
      verified++;
      return new PasswordHash("hash of " + typed.value()).equals(hash);
    }
  }

  /** Issues tokens whose text names their use. */
  private static final class NamedTokens implements AccessTokenIssuer {
    @Override
    public AccessToken issue(Operator operator, SessionId session, Instant at) {
      var value = operator.id() + " " + operator.generation() + " " + session;
      return new AccessToken(new Secret(value), at.plus(Duration.ofMinutes(10)));
    }
  }
}
