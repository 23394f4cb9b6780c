package io.clientele.http.identity.authentication;

import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Revocations;
import io.clientele.domain.identity.Revocations.Withdrawn;
import io.clientele.domain.identity.SessionId;
import io.clientele.http.security.JwtTokens;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Caches the revocations of the last token lifetime. A job refreshes the cache; only the first
 * request may wait for the port.
 */
final class RevocationCache {
  /** How long revocations are kept. A token that was verified longer ago has expired. */
  static final Duration RETENTION = JwtTokens.LIFETIME.plusMinutes(1);

  private static final Withdrawn NONE = new Withdrawn(Map.of(), Set.of(), Set.of());

  private final Revocations revocations;
  private volatile @Nullable Snapshot snapshot;

  /** Revocations of two spans, so that the older span can be dropped at once. */
  private record Snapshot(Withdrawn recent, Withdrawn older, long queriedAt, long recentSince) {}

  RevocationCache(Revocations revocations) {
    this.revocations = revocations;
  }

  /** Queries new revocations; returns whether there are any. */
  synchronized boolean refresh() {
    var before = snapshot;
    var now = System.nanoTime();
    if (before == null) {
      snapshot = new Snapshot(revocations.within(RETENTION), NONE, now, now);
      return true;
    }
    var since = Duration.ofNanos(now - before.queriedAt());
    var fresh = revocations.within(since.compareTo(RETENTION) < 0 ? since : RETENTION);
    snapshot =
        now - before.recentSince() < RETENTION.toNanos()
            ? new Snapshot(sum(before.recent(), fresh), before.older(), now, before.recentSince())
            : new Snapshot(fresh, before.recent(), now, now);
    return !fresh.equals(NONE);
  }

  /** Whether the token or key of this caller was revoked. */
  boolean include(AuthenticatedCaller caller) {
    var known = snapshot;
    while (known == null) {
      refresh();
      known = snapshot;
    }
    return isIn(known.recent(), caller) || isIn(known.older(), caller);
  }

  private static boolean isIn(Withdrawn withdrawn, AuthenticatedCaller caller) {
    return switch (caller) {
      case AuthenticatedCaller.Operating operating -> {
        var generation = withdrawn.generations().get(operating.operator());
        yield generation != null && operating.generation() < generation
            || withdrawn.sessions().contains(operating.session());
      }
      case AuthenticatedCaller.Serving serving -> withdrawn.keys().contains(serving.key());
      case AuthenticatedCaller.Outside _ -> false;
    };
  }

  private static Withdrawn sum(Withdrawn one, Withdrawn other) {
    if (other.equals(NONE)) {
      return one;
    }
    var generations = new HashMap<OperatorId, Long>(one.generations());
    other
        .generations()
        .forEach((operator, raised) -> generations.merge(operator, raised, Math::max));
    var sessions = new HashSet<SessionId>(one.sessions());
    sessions.addAll(other.sessions());
    var keys = new HashSet<ApiKeyId>(one.keys());
    keys.addAll(other.keys());
    return new Withdrawn(generations, sessions, keys);
  }
}
