package io.clientele.domain.identity;

import io.clientele.domain.Act;
import io.clientele.domain.Change;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps API keys, and of their secrets the hashes. One call is one transaction, which also appends
 * what happened to the trail of audit. Implementations are safe for use by many threads and throw
 * {@link io.clientele.domain.PortUnavailable} when they cannot know.
 */
public interface ApiKeys {
  /** Stores a new key. A customer's account must be there, and not erased. */
  Issued issue(Change<ApiKey> issued, SecretHash secret);

  /** The key of this secret; empty if there is none, or it was revoked. It may have expired. */
  Optional<ApiKey> find(SecretHash secret);

  /** Keys that were not revoked by id, the oldest first. */
  ApiKeyPage list(@Nullable ApiKeyId after, int limit);

  /** Ends a key. */
  Revoked revoke(ApiKeyId id, Act act);

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
