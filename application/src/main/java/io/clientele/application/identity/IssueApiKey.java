package io.clientele.application.identity;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.apikey.ApiKey;
import io.clientele.domain.identity.apikey.ApiKeyTerms;
import io.clientele.domain.identity.apikey.ApiKeys;
import io.clientele.domain.kernel.InvalidValue;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Issues an API key. Its secret is returned once and cannot be read later. */
public final class IssueApiKey {
  private final ApiKeys keys;
  private final SecureRandom random;
  private final InstantSource clock;

  /** Issues keys in this store, with ids and secrets from this random source. */
  public IssueApiKey(ApiKeys keys, SecureRandom random, InstantSource clock) {
    this.keys = Objects.requireNonNull(keys, "keys");
    this.random = Objects.requireNonNull(random, "random");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Stores a new key. Throws {@link InvalidValue} if it would expire now or in the past. */
  public Outcome issue(Actor actor, ApiKeyTerms terms) {
    if (!actor.may(IdentityPermission.CHANGE_OPERATORS)) {
      return new Outcome.Denied();
    }
    var act = actor.acts(clock.instant());
    var expiresAt = terms.expiresAt();
    if (expiresAt != null && !expiresAt.isAfter(act.at())) {
      throw new InvalidValue("expiresAt", "must be in the future");
    }
    var secret = Secret.of(ApiKey.SECRET_PREFIX, random);
    var id = ApiKeyId.of(act.at(), random);
    var issued = ApiKey.issue(id, terms, secret, act);
    return switch (keys.issue(issued, secret.hash())) {
      case ISSUED -> new Outcome.Issued(issued.state(), secret);
      case NO_SUCH_ACCOUNT -> new Outcome.NoSuchAccount();
    };
  }

  /** The outcomes. */
  public sealed interface Outcome {
    /** The key is issued. Its secret is shown once. */
    record Issued(ApiKey key, Secret secret) implements Outcome {
      public Issued {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(secret, "secret");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.issued(this);
      }
    }

    /** The actor may not do this. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** The customer's account does not exist or is erased. */
    record NoSuchAccount() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchAccount(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R issued(Issued issued);

      R denied(Denied denied);

      R noSuchAccount(NoSuchAccount noSuchAccount);
    }
  }
}
