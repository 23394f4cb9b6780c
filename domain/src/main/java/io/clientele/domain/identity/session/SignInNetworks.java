package io.clientele.domain.identity.session;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SecretHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * Stores the networks from which operators signed in, as keyed hashes that cannot be reversed
 * without the service's keys. One call is one transaction. Implementations are safe for use by many
 * threads and throw {@link io.clientele.domain.kernel.PortUnavailable} when the store cannot be
 * reached.
 */
public interface SignInNetworks {
  /** How long a network is remembered after the last sign-in from it. */
  Duration KEPT = Duration.ofDays(90);

  /**
   * The greatest number of networks of one operator; a new one replaces the one that was used
   * longest ago.
   */
  int MAX = 50;

  /**
   * Whether one of these networks is stored.
   *
   * @param networks one network, hashed with each of the service's keys
   */
  boolean knows(Collection<SecretHash> networks, Instant at);

  /** Stores that an operator signed in from this network. Ignores an unknown operator. */
  void remember(OperatorId operator, SecretHash network, Instant at);
}
