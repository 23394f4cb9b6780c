package io.clientele.testkit.identity;

import static io.clientele.testkit.identity.IdentityFixtures.given;
import static io.clientele.testkit.kernel.internal.UnavailabilityAssertions.assertUnavailable;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.session.SignInNetworks;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The network of a sign-in is known for a limited time. Implement this contract in the test of your
 * {@link SignInNetworks}.
 */
public interface SignInNetworksContract {
  /** A fresh, empty store. */
  Store store();

  /** A store of an unreachable server. */
  SignInNetworks away();

  /** Networks, and the operators that signed in from them. */
  record Store(Operators operators, SignInNetworks networks) {
    public Store {
      Objects.requireNonNull(operators, "operators");
      Objects.requireNonNull(networks, "networks");
    }
  }

  @Test
  default void aNetworkIsKnownAfterASignIn() {
    var store = store();
    var sample = new IdentitySample(1);
    var operator = given(store.operators(), sample.adding()).id();
    var hashes = Stream.generate(() -> sample.secret().hash()).limit(3).toList();
    var at = sample.act().at();
    assertThat(store.networks().knows(hashes, at)).isFalse();
    store.networks().remember(operator, hashes.get(1), at);
    assertThat(store.networks().knows(hashes, at)).isTrue();
    assertThat(store.networks().knows(hashes.subList(1, 2), at)).isTrue();
    assertThat(store.networks().knows(List.of(hashes.get(0), hashes.get(2)), at)).isFalse();
    assertThat(store.networks().knows(List.of(), at)).isFalse();
  }

  @Test
  default void eachSignInRenewsTheTimeUntilANetworkIsForgotten() {
    var store = store();
    var sample = new IdentitySample(2);
    var operator = given(store.operators(), sample.adding()).id();
    var network = List.of(sample.secret().hash());
    var first = sample.act().at();
    var second = first.plus(Duration.ofDays(10));
    store.networks().remember(operator, network.get(0), first);
    store.networks().remember(operator, network.get(0), second);
    store.networks().remember(operator, network.get(0), first);
    var end = second.plus(SignInNetworks.KEPT);
    assertThat(store.networks().knows(network, end.minusSeconds(1))).isTrue();
    assertThat(store.networks().knows(network, end)).isFalse();
  }

  @Test
  default void theLeastRecentlyUsedNetworkIsReplaced() {
    var store = store();
    var sample = new IdentitySample(3);
    var operator = given(store.operators(), sample.adding()).id();
    var other = given(store.operators(), sample.adding()).id();
    var hashes = Stream.generate(() -> sample.secret().hash()).limit(SignInNetworks.MAX).toList();
    var others = sample.secret().hash();
    store.networks().remember(other, others, sample.act().at());
    for (var hash : hashes) {
      store.networks().remember(operator, hash, sample.act().at());
    }
    store.networks().remember(operator, hashes.get(0), sample.act().at());
    assertThat(knows(store, hashes.get(1), sample)).isTrue();
    store.networks().remember(operator, sample.secret().hash(), sample.act().at());
    assertThat(knows(store, hashes.get(0), sample)).isTrue();
    assertThat(knows(store, hashes.get(1), sample)).isFalse();
    assertThat(knows(store, hashes.get(2), sample)).isTrue();
    assertThat(knows(store, others, sample)).isTrue();
  }

  @Test
  default void anUnknownOperatorHasNoNetworks() {
    var store = store();
    var sample = new IdentitySample(4);
    var network = sample.secret().hash();
    store.networks().remember(sample.adding().state().id(), network, sample.act().at());
    assertThat(knows(store, network, sample)).isFalse();
  }

  @Test
  default void unreachableNetworksAreUnavailableAndNotUnknown() {
    var networks = away();
    var sample = new IdentitySample(5);
    var network = sample.secret().hash();
    var at = sample.act().at();
    assertUnavailable(
        List.of(
            () -> networks.knows(List.of(network), at),
            () -> networks.remember(sample.adding().state().id(), network, at)));
  }

  private static boolean knows(Store store, SecretHash network, IdentitySample sample) {
    return store.networks().knows(List.of(network), sample.act().at());
  }
}
