package io.clientele.testkit;

import io.clientele.domain.Act;
import io.clientele.domain.Change;
import io.clientele.domain.identity.ApiKey;
import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.ApiKeyPage;
import io.clientele.domain.identity.ApiKeys;
import io.clientele.domain.identity.SecretHash;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores of API keys with one fault each. */
final class BrokenApiKeys {
  private BrokenApiKeys() {}

  static Stream<Breakage<Identity, Identity>> all() {
    return Stream.of(
        of(
            "a revoked key still opens",
            "aRevokedKeyOpensNothingAndIsListedNoMore",
            new Fault() {
              private final Map<SecretHash, ApiKey> seen = new HashMap<>();

              @Override
              ApiKeys.Issued issue(ApiKeys inner, Change<ApiKey> issued, SecretHash secret) {
                seen.put(secret, issued.state());
                return inner.issue(issued, secret);
              }

              @Override
              Optional<ApiKey> find(ApiKeys inner, SecretHash secret) {
                return Optional.ofNullable(seen.get(secret));
              }
            }),
        of(
            "no account is asked for",
            "aCustomersKeyWantsAnAccountThatIsThere",
            new Fault() {
              @Override
              ApiKeys.Issued issue(ApiKeys inner, Change<ApiKey> issued, SecretHash secret) {
                inner.issue(issued, secret);
                return ApiKeys.Issued.ISSUED;
              }
            }),
        of(
            "everyone revokes",
            "ofManyThatRevokeOneKeyOneDoes",
            new Fault() {
              @Override
              ApiKeys.Revoked revoke(ApiKeys inner, ApiKeyId id, Act act) {
                inner.revoke(id, act);
                return ApiKeys.Revoked.REVOKED;
              }
            }),
        of(
            "uses are forgotten",
            "aKeyKeepsItsLastUseAndNoEarlierOne",
            new Fault() {
              @Override
              void used(ApiKeys inner, Map<ApiKeyId, Instant> at) {
                // They are not told.

              }
            }));
  }

  /** A right store, for a subclass to break. */
  private static class Fault {
    ApiKeys.Issued issue(ApiKeys inner, Change<ApiKey> issued, SecretHash secret) {
      return inner.issue(issued, secret);
    }

    Optional<ApiKey> find(ApiKeys inner, SecretHash secret) {
      return inner.find(secret);
    }

    ApiKeys.Revoked revoke(ApiKeys inner, ApiKeyId id, Act act) {
      return inner.revoke(id, act);
    }

    void used(ApiKeys inner, Map<ApiKeyId, Instant> at) {
      inner.used(at);
    }
  }

  private static Breakage<Identity, Identity> of(String fault, String redTest, Fault broken) {
    return new Breakage<>(
        fault,
        redTest,
        right ->
            new Identity(
                right.operators(),
                right.sessions(),
                new Broken(right.keys(), broken),
                right.withdrawals()));
  }

  private record Broken(ApiKeys inner, Fault fault) implements ApiKeys {
    @Override
    public Issued issue(Change<ApiKey> issued, SecretHash secret) {
      return fault.issue(inner, issued, secret);
    }

    @Override
    public Optional<ApiKey> find(SecretHash secret) {
      return fault.find(inner, secret);
    }

    @Override
    public ApiKeyPage list(@Nullable ApiKeyId after, int limit) {
      return inner.list(after, limit);
    }

    @Override
    public Revoked revoke(ApiKeyId id, Act act) {
      return fault.revoke(inner, id, act);
    }

    @Override
    public void used(Map<ApiKeyId, Instant> at) {
      fault.used(inner, at);
    }
  }
}
