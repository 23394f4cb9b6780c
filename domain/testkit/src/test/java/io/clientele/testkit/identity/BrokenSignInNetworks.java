package io.clientele.testkit.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.session.SignInNetworks;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.inmemory.identity.InMemorySignInNetworks;
import io.clientele.testkit.kernel.PortFault;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Networks of sign-ins with one fault each. */
final class BrokenSignInNetworks {
  private BrokenSignInNetworks() {}

  static Stream<PortFault<InMemorySignInNetworks, SignInNetworks>> all() {
    return Stream.of(
        of(
            "knows every network",
            "aNetworkIsKnownAfterASignIn",
            inner -> new With(inner, (networks, at) -> true)),
        of(
            "looks at the first key alone",
            "aNetworkIsKnownAfterASignIn",
            inner ->
                new With(
                    inner, (networks, at) -> inner.knows(networks.stream().limit(1).toList(), at))),
        of(
            "forgets nothing",
            "eachSignInRenewsTheTimeUntilANetworkIsForgotten",
            inner ->
                new With(
                    inner, (networks, at) -> inner.knows(networks, at.minus(SignInNetworks.KEPT)))),
        of(
            "counts from the first sign-in",
            "eachSignInRenewsTheTimeUntilANetworkIsForgotten",
            OfFirst::new),
        of("makes no room", "theLeastRecentlyUsedNetworkIsReplaced", Hoard::new),
        of("asks for no operator", "anUnknownOperatorHasNoNetworks", Hoard::new),
        of(
            "takes away for unknown",
            "unreachableNetworksAreUnavailableAndNotUnknown",
            inner -> new With(inner, (networks, at) -> isKnownOrUnreachable(inner, networks, at))));
  }

  private static PortFault<InMemorySignInNetworks, SignInNetworks> of(
      String fault, String redTest, Function<InMemorySignInNetworks, SignInNetworks> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  private static boolean isKnownOrUnreachable(
      SignInNetworks inner, Collection<SecretHash> networks, Instant at) {
    try {
      return inner.knows(networks, at);
    } catch (PortUnavailable away) {
      return false;
    }
  }

  /** Answers whether a network is known. */
  private interface Knowledge {
    boolean knows(Collection<SecretHash> networks, Instant at);
  }

  /** Remembers rightly, and answers otherwise. */
  private record With(SignInNetworks inner, Knowledge knowledge) implements SignInNetworks {
    @Override
    public boolean knows(Collection<SecretHash> networks, Instant at) {
      return knowledge.knows(networks, at);
    }

    @Override
    public void remember(OperatorId operator, SecretHash network, Instant at) {
      inner.remember(operator, network, at);
    }
  }

  /** Ignores each sign-in after the first from a network. */
  private record OfFirst(SignInNetworks inner) implements SignInNetworks {
    @Override
    public boolean knows(Collection<SecretHash> networks, Instant at) {
      return inner.knows(networks, at);
    }

    @Override
    public void remember(OperatorId operator, SecretHash network, Instant at) {
      if (!inner.knows(List.of(network), at)) {
        inner.remember(operator, network, at);
      }
    }
  }

  /** Keeps the networks of all operators without a bound. */
  private record Hoard(SignInNetworks inner, Set<SecretHash> kept) implements SignInNetworks {
    Hoard(SignInNetworks inner) {
      this(inner, new HashSet<>());
    }

    @Override
    public boolean knows(Collection<SecretHash> networks, Instant at) {
      return !Collections.disjoint(kept, networks);
    }

    @Override
    public void remember(OperatorId operator, SecretHash network, Instant at) {
      kept.add(network);
    }
  }
}
