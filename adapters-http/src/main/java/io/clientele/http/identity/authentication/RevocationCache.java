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
 * What was withdrawn as long as a token may live. Asked of the port by a job, not by requests; the
 * first of these alone may have to wait for it.
 */
final class RevocationCache {
  /** Nothing that was verified before this may still be believed. */
  static final Duration MEMORY = JwtTokens.LIFETIME.plusMinutes(1);

  private static final Withdrawn NOTHING = new Withdrawn(Map.of(), Set.of(), Set.of());

  private final Revocations withdrawals;
  private volatile @Nullable Told told;

  /** Two spans of {@link #MEMORY} each, so that what is older can be forgotten at once. */
  private record Told(Withdrawn recent, Withdrawn older, long askedAt, long recentSince) {}

  RevocationCache(Revocations withdrawals) {
    this.withdrawals = withdrawals;
  }

  /** Asks for what is new; true if there is anything. */
  synchronized boolean refresh() {
    var before = told;
    var now = System.nanoTime();
    if (before == null) {
      told = new Told(withdrawals.within(MEMORY), NOTHING, now, now);
      return true;
    }
    var since = Duration.ofNanos(now - before.askedAt());
    var fresh = withdrawals.within(since.compareTo(MEMORY) < 0 ? since : MEMORY);
    told =
        now - before.recentSince() < MEMORY.toNanos()
            ? new Told(sum(before.recent(), fresh), before.older(), now, before.recentSince())
            : new Told(fresh, before.recent(), now, now);
    return !fresh.equals(NOTHING);
  }

  /** Whether the token or key of this caller was revoked. */
  boolean include(AuthenticatedCaller caller) {
    var known = told;
    while (known == null) {
      refresh();
      known = told;
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
    if (other.equals(NOTHING)) {
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
