package io.clientele.testkit.identity;

import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.apikey.ApiKey;
import io.clientele.domain.identity.apikey.ApiKeyPage;
import io.clientele.domain.identity.apikey.ApiKeys;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.testkit.kernel.PortFault;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores of API keys with one fault each. */
final class BrokenApiKeys {
  private BrokenApiKeys() {}

  static Stream<PortFault<IdentityPorts, IdentityPorts>> all() {
    return Stream.of(
        of(
            "a revoked key still opens",
            "aRevokedKeyIsNeitherFoundNorListed",
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
            "aCustomersKeyRequiresAnExistingAccount",
            new Fault() {
              @Override
              ApiKeys.Issued issue(ApiKeys inner, Change<ApiKey> issued, SecretHash secret) {
                inner.issue(issued, secret);
                return ApiKeys.Issued.ISSUED;
              }
            }),
        of(
            "everyone revokes",
            "ofConcurrentRevocationsOfOneKeyOneSucceeds",
            new Fault() {
              @Override
              ApiKeys.Revoked revoke(ApiKeys inner, ApiKeyId id, Provenance act) {
                inner.revoke(id, act);
                return ApiKeys.Revoked.REVOKED;
              }
            }),
        of(
            "uses are forgotten",
            "theLatestUseOfAKeyIsStored",
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

    ApiKeys.Revoked revoke(ApiKeys inner, ApiKeyId id, Provenance act) {
      return inner.revoke(id, act);
    }

    void used(ApiKeys inner, Map<ApiKeyId, Instant> at) {
      inner.used(at);
    }
  }

  private static PortFault<IdentityPorts, IdentityPorts> of(
      String fault, String redTest, Fault broken) {
    return new PortFault<>(
        fault,
        redTest,
        right ->
            new IdentityPorts(
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
    public Optional<ApiKey> find(ApiKeyId id) {
      return inner.find(id);
    }

    @Override
    public ApiKeyPage list(@Nullable ApiKeyId after, int limit) {
      return inner.list(after, limit);
    }

    @Override
    public Revoked revoke(ApiKeyId id, Provenance act) {
      return fault.revoke(inner, id, act);
    }

    @Override
    public void used(Map<ApiKeyId, Instant> at) {
      fault.used(inner, at);
    }
  }
}
