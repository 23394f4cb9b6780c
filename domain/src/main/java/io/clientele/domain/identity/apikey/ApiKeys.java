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
 * Keeps API keys, and of their secrets the hashes. One call is one transaction, which also appends
 * what happened to the trail of audit. Implementations are safe for use by many threads and throw
 * {@link io.clientele.domain.kernel.PortUnavailable} when they cannot know.
 */
public interface ApiKeys {
  /** Stores a new key. A customer's account must be there, and not erased. */
  Issued issue(Change<ApiKey> issued, SecretHash secret);

  /** The key of this secret; empty if there is none, or it was revoked. It may have expired. */
  Optional<ApiKey> find(SecretHash secret);

  /** Keys that were not revoked by id, the oldest first. */
  ApiKeyPage list(@Nullable ApiKeyId after, int limit);

  /** Ends a key. */
  Revoked revoke(ApiKeyId id, Provenance act);

  /** When keys were last used. What is known already to less than a minute may be left as it is. */
  void used(Map<ApiKeyId, Instant> at);

  /** How a key began. */
  enum Issued {
    /** It is stored. */
    ISSUED,
    /** There is no such account, or it is erased: nothing is stored. */
    NO_SUCH_ACCOUNT
  }

  /** How a key ended. */
  enum Revoked {
    /** It is revoked now. */
    REVOKED,
    /** There is no such key, or not any more. */
    NO_SUCH_KEY
  }
}
