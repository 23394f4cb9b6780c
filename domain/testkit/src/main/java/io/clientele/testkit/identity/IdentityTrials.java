package io.clientele.testkit.identity;

import static io.clientele.testkit.identity.IdentityFixtures.HASH;
import static io.clientele.testkit.identity.IdentityFixtures.given;

import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.apikey.ApiKey;
import io.clientele.domain.identity.apikey.ApiKeyScope;
import io.clientele.domain.identity.apikey.ApiKeys;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.session.Session;
import io.clientele.domain.identity.session.Sessions;
import io.clientele.domain.identity.session.SignInPlace;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.testkit.kernel.ChangeTrial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Changes of operators, sessions and API keys, for the contracts of their stores. */
final class IdentityTrials {
  private IdentityTrials() {}

  /** Changes of operators. */
  record OfOperators(Operators operators, IdentitySample sample)
      implements ChangeTrial<Operator, Operators.Saved> {
    @Override
    public Change<Operator> accepted() {
      return sample.adding();
    }

    @Override
    public List<Change<Operator>> refused() {
      var owner = given(operators, sample.adding());
      var stale = owner.at(owner.version() + 1).remove(sample.act());
      var taken = Operator.add(sample.adding().state().id(), owner.profile(), sample.act());
      return List.of(stale, taken);
    }

    @Override
    public Operators.Saved save(Change<Operator> change) {
      return operators.save(change, HASH);
    }

    @Override
    public Operators.Saved stored() {
      return Operators.Saved.STORED;
    }

    @Override
    public List<AuditEntry> entries(Change<Operator> change) {
      return AuditEntry.of(change, null, change.state().id().subject());
    }

    @Override
    public List<PublishedEvent> events(Change<Operator> change) {
      var state = change.state();
      var about = ChangeSubject.named(state.id().subject()).at(state.version() + 1);
      return PublishedEvent.of(change, about);
    }
  }

  /** Changes of sessions; each new session has an operator of its own. */
  record OfSessions(IdentityPorts ports, IdentitySample sample, Map<SessionId, SecretHash> tokens)
      implements ChangeTrial<Session, Sessions.Opened> {
    OfSessions(IdentityPorts ports, IdentitySample sample) {
      this(ports, sample, new HashMap<>());
    }

    @Override
    public Change<Session> accepted() {
      return opening(given(ports.operators(), sample.adding()));
    }

    @Override
    public List<Change<Session>> refused() {
      return List.of(opening(sample.adding().state()));
    }

    @Override
    public Sessions.Opened save(Change<Session> change) {
      var token = Objects.requireNonNull(tokens.get(change.state().id()));
      return ports.sessions().open(change, 1, token, SignInPlace.NONE);
    }

    @Override
    public Sessions.Opened stored() {
      return Sessions.Opened.OPENED;
    }

    @Override
    public List<AuditEntry> entries(Change<Session> change) {
      return AuditEntry.of(change, null, change.state().id().subject());
    }

    private Change<Session> opening(Operator operator) {
      var opening = sample.signingIn(operator);
      tokens.put(opening.state().id(), sample.secret().hash());
      return opening;
    }
  }

  /** Changes of API keys. */
  record OfApiKeys(ApiKeys keys, IdentitySample sample, Map<String, SecretHash> secrets)
      implements ChangeTrial<ApiKey, ApiKeys.Issued> {
    OfApiKeys(ApiKeys keys, IdentitySample sample) {
      this(keys, sample, new HashMap<>());
    }

    @Override
    public Change<ApiKey> accepted() {
      return issuing(IdentityFixtures.SCOPE);
    }

    @Override
    public List<Change<ApiKey>> refused() {
      return List.of(issuing(new ApiKeyScope(Set.of(Role.CUSTOMER), sample.id())));
    }

    @Override
    public ApiKeys.Issued save(Change<ApiKey> change) {
      return keys.issue(change, Objects.requireNonNull(secrets.get(subject(change))));
    }

    @Override
    public ApiKeys.Issued stored() {
      return ApiKeys.Issued.ISSUED;
    }

    @Override
    public List<AuditEntry> entries(Change<ApiKey> change) {
      return AuditEntry.of(change, change.state().scope().account(), subject(change));
    }

    @Override
    public List<PublishedEvent> events(Change<ApiKey> change) {
      return PublishedEvent.of(change, change.state().toStore());
    }

    private Change<ApiKey> issuing(ApiKeyScope scope) {
      var secret = sample.secret();
      var issuing = sample.issuing(scope, secret);
      secrets.put(subject(issuing), secret.hash());
      return issuing;
    }

    private static String subject(Change<ApiKey> change) {
      return change.state().id().subject();
    }
  }
}
