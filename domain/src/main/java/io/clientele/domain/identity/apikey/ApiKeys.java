package io.clientele.domain.identity.apikey;

import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores API keys with the hashes of their secrets. One call is one transaction, which also appends
 * its events to the audit trail. Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.kernel.PortUnavailable} when the store cannot be reached.
 */
public interface ApiKeys {
  /** Stores a new key. A customer's account must exist and not be erased. */
  Issued issue(Change<ApiKey> issued, SecretHash secret);

  /**
   * Returns the key of this secret; empty if it does not exist or was revoked. It may have expired.
   */
  Optional<ApiKey> find(SecretHash secret);

  /** Returns the key of this id; empty if it does not exist or was revoked. It may have expired. */
  Optional<ApiKey> find(ApiKeyId id);

  /** Returns keys that are not revoked, oldest first. */
  ApiKeyPage list(@Nullable ApiKeyId after, int limit);

  /** Revokes a key. */
  Revoked revoke(ApiKeyId id, Provenance act);

  /**
   * Records when keys were last used. May skip a key whose stored time is less than a minute older.
   */
  void used(Map<ApiKeyId, Instant> at);

  /** The result of issuing a key. */
  enum Issued {
    /** The key is stored. */
    ISSUED,
    /** The account does not exist or is erased; nothing is stored. */
    NO_SUCH_ACCOUNT
  }

  /** The result of revoking a key. */
  enum Revoked {
    /** The key is revoked now. */
    REVOKED,
    /** The key does not exist, or was revoked before. */
    NO_SUCH_KEY
  }
}
