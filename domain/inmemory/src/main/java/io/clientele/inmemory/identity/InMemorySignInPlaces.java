package io.clientele.inmemory.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.session.Session;
import io.clientele.domain.identity.session.SignInPlace;
import io.clientele.domain.identity.session.SignInPlaces;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Places of sign-ins in memory, for tests and demos. {@link InMemorySessions} stores them. */
public final class InMemorySignInPlaces implements SignInPlaces {
  private final OutageSwitch backing = new OutageSwitch("places");
  private final Map<OperatorId, Map<SecretHash, Instant>> known = new HashMap<>();
  private final Map<SessionId, NewSignIn> unreported = new TreeMap<>();

  InMemorySignInPlaces() {}

  @Override
  public synchronized List<NewSignIn> unreported(int max) {
    backing.require();
    return unreported.values().stream().limit(max).toList();
  }

  @Override
  public synchronized void reported(SessionId session) {
    backing.require();
    unreported.remove(session);
  }

  /** Starts an outage: every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }

  synchronized void store(Session session, SignInPlace place, boolean signedInBefore) {
    if (place.hashes().isEmpty()) {
      return;
    }
    var at = session.openedAt();
    var of = known.computeIfAbsent(session.operator(), operator -> new HashMap<>());
    var since = at.minus(KEPT);
    of.values().removeIf(seen -> !seen.isAfter(since));
    if (signedInBefore && place.hashes().stream().noneMatch(of::containsKey)) {
      unreported.put(session.id(), new NewSignIn(session.id(), session.operator(), at));
    }
    of.merge(place.hashes().get(0), at, (one, other) -> one.isAfter(other) ? one : other);
    if (of.size() > MAX) {
      of.remove(of.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey());
    }
  }
}
