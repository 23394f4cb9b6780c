package io.clientele.inmemory.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.session.SignInNetworks;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** Networks of sign-ins in memory, for tests and demos. */
public final class InMemorySignInNetworks implements SignInNetworks {
  private final OutageSwitch backing = new OutageSwitch("networks");
  private final InMemoryOperators operators;
  private final Map<OperatorId, Map<SecretHash, Instant>> stored = new HashMap<>();

  /** Stores networks of these operators. */
  public InMemorySignInNetworks(InMemoryOperators operators) {
    this.operators = operators;
  }

  @Override
  public synchronized boolean knows(Collection<SecretHash> networks, Instant at) {
    backing.require();
    var since = at.minus(KEPT);
    return stored.values().stream()
        .flatMap(of -> of.entrySet().stream())
        .anyMatch(of -> networks.contains(of.getKey()) && of.getValue().isAfter(since));
  }

  @Override
  public synchronized void remember(OperatorId operator, SecretHash network, Instant at) {
    backing.require();
    if (operators.find(operator).isEmpty()) {
      return;
    }
    var of = stored.computeIfAbsent(operator, id -> new HashMap<>());
    of.merge(network, at, (one, other) -> one.isAfter(other) ? one : other);
    if (of.size() > MAX) {
      of.remove(
          of.entrySet().stream().min(Comparator.comparing(Map.Entry::getValue)).get().getKey());
    }
  }

  /** Starts an outage: every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }
}
