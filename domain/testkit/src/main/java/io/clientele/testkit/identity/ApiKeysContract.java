package io.clientele.testkit.identity;

import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static io.clientele.testkit.kernel.internal.UnavailabilityAssertions.assertUnavailable;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.Front;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.apikey.ApiKey;
import io.clientele.domain.identity.apikey.ApiKeyScope;
import io.clientele.domain.identity.apikey.ApiKeyTerms;
import io.clientele.domain.identity.apikey.ApiKeys;
import io.clientele.domain.identity.apikey.ApiKeys.Issued;
import io.clientele.domain.identity.apikey.ApiKeys.Revoked;
import io.clientele.testkit.kernel.ChangeStoreContract;
import io.clientele.testkit.kernel.ChangeTrial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An API key is found by its secret until it is revoked. Implement this contract in the test of
 * your {@link ApiKeys}.
 */
public interface ApiKeysContract extends IdentityUnderTest, ChangeStoreContract {
  /** The scope of an operator's key. */
  ApiKeyScope OURS = IdentityFixtures.SCOPE;

  @Override
  default ChangeTrial<?, ?> trial() {
    return new IdentityTrials.OfApiKeys(identity().keys(), new IdentitySample(100));
  }

  @Test
  default void anIssuedKeyIsFoundOnlyByItsSecret() {
    var keys = identity().keys();
    var sample = new IdentitySample(1);
    var secret = sample.secret();
    var key = issued(keys, sample, secret);
    assertThat(keys.find(secret.hash())).contains(key);
    assertThat(keys.find(sample.secret().hash())).isEmpty();
    assertThat(secret.value()).startsWith(key.prefix());
  }

  @Test
  default void anIssuedKeyIsFoundByItsId() {
    var keys = identity().keys();
    var sample = new IdentitySample(14);
    var key = issued(keys, sample, sample.secret());
    var other = issued(keys, sample, sample.secret());
    assertThat(keys.find(key.id())).contains(key);
    keys.revoke(key.id(), sample.act());
    assertThat(keys.find(key.id())).isEmpty();
    assertThat(keys.find(other.id())).contains(other);
  }

  @Test
  default void theExpiryOfAKeyIsStored() {
    var keys = identity().keys();
    var sample = new IdentitySample(2);
    var secret = sample.secret();
    var key = sample.issuing(OURS, secret).state();
    var end = sample.act().at();
    var issued =
        ApiKey.issue(key.id(), new ApiKeyTerms(key.name(), OURS, end), secret, sample.act());
    assertThat(keys.issue(issued, secret.hash())).isEqualTo(Issued.ISSUED);
    assertThat(keys.find(secret.hash())).contains(issued.state());
  }

  @Test
  default void aCustomersKeyRequiresAnExistingAccount() {
    var keys = identity().keys();
    var sample = new IdentitySample(3);
    var secret = sample.secret();
    var absent = sample.issuing(customer(sample), secret);
    assertThat(keys.issue(absent, secret.hash())).isEqualTo(Issued.NO_SUCH_ACCOUNT);
    assertThat(keys.find(secret.hash())).isEmpty();
    var account = account();
    var there = sample.issuing(new ApiKeyScope(Set.of(Role.CUSTOMER), account), secret);
    assertThat(keys.issue(there, secret.hash())).isEqualTo(Issued.ISSUED);
    assertThat(keys.find(secret.hash())).contains(there.state());
  }

  @Test
  default void theFrontOfAKeyIsStored() {
    var keys = identity().keys();
    var sample = new IdentitySample(13);
    var secret = sample.secret();
    var scope = new ApiKeyScope(Set.of(Role.CUSTOMER), account(), Front.STORE);
    var issued = sample.issuing(scope, secret);
    assertThat(keys.issue(issued, secret.hash())).isEqualTo(Issued.ISSUED);
    assertThat(keys.find(secret.hash())).contains(issued.state());
    assertThat(issued.state().scope().front()).isEqualTo(Front.STORE);
  }

  @Test
  default void aRevokedKeyIsNeitherFoundNorListed() {
    var identity = identity();
    var keys = identity.keys();
    var sample = new IdentitySample(4);
    var secret = sample.secret();
    var key = issued(keys, sample, secret);
    var other = issued(keys, sample, sample.secret());
    assertThat(keys.revoke(key.id(), sample.act())).isEqualTo(Revoked.REVOKED);
    assertThat(keys.find(secret.hash())).isEmpty();
    assertThat(keys.list(null, 200).keys()).containsExactly(other);
    assertThat(identity.withdrawals().within(Duration.ofMinutes(1)).keys())
        .containsExactly(key.id());
  }

  @Test
  default void ofConcurrentRevocationsOfOneKeyOneSucceeds() {
    var keys = identity().keys();
    var sample = new IdentitySample(5);
    var key = issued(keys, sample, sample.secret());
    var act = sample.act();
    var ends = together(16, i -> keys.revoke(key.id(), act));
    assertThat(ends)
        .containsOnlyOnce(Revoked.REVOKED)
        .containsOnly(Revoked.REVOKED, Revoked.NO_SUCH_KEY);
    assertThat(told())
        .containsExactlyInAnyOrder(
            "key.issued " + key.id().subject(), "key.revoked " + key.id().subject());
  }

  @Test
  default void pagesContainEveryKeyOnceOldestFirst() {
    var keys = identity().keys();
    var sample = new IdentitySample(6);
    var all = Stream.generate(() -> issued(keys, sample, sample.secret())).limit(6).toList();
    var paged = new ArrayList<ApiKey>();
    ApiKeyId after = null;
    for (var pages = 0; pages < 3; pages++) {
      var page = keys.list(after, 2);
      paged.addAll(page.keys());
      after = page.next();
    }
    assertThat(after).as("there is none after the last").isNull();
    assertThat(paged).isEqualTo(all);
  }

  @Test
  default void theLatestUseOfAKeyIsStored() {
    var keys = identity().keys();
    var sample = new IdentitySample(7);
    var used = issued(keys, sample, sample.secret());
    var unused = issued(keys, sample, sample.secret());
    var at = sample.act().at();
    keys.used(Map.of(used.id(), at));
    assertThat(lastUses(keys)).containsExactly(Optional.of(at), Optional.empty());
    keys.used(Map.of(used.id(), at.minusSeconds(600), unused.id(), at));
    assertThat(lastUses(keys)).containsExactly(Optional.of(at), Optional.of(at));
    keys.used(Map.of(used.id(), at.plusSeconds(60)));
    assertThat(lastUses(keys)).containsExactly(Optional.of(at.plusSeconds(60)), Optional.of(at));
  }

  @Test
  default void instancesCanRecordUsesOfOneKeyConcurrently() {
    var keys = identity().keys();
    var sample = new IdentitySample(8);
    var all = Stream.generate(() -> issued(keys, sample, sample.secret())).limit(20).toList();
    var at = sample.act().at();
    together(
        8,
        i -> {
          var uses = new HashMap<ApiKeyId, Instant>();
          all.forEach(key -> uses.put(key.id(), at.plusSeconds(60L * i)));
          keys.used(uses);
          return i;
        });
    assertThat(lastUses(keys)).containsOnly(Optional.of(at.plusSeconds(7 * 60)));
  }

  @Test
  default void unreachableKeysAreUnavailableAndNotAbsent() {
    var keys = unreachableIdentity().keys();
    var sample = new IdentitySample(9);
    var secret = sample.secret();
    var issued = sample.issuing(OURS, secret);
    var id = issued.state().id();
    var act = sample.act();
    assertUnavailable(
        List.of(
            () -> keys.issue(issued, secret.hash()),
            () -> keys.find(secret.hash()),
            () -> keys.find(id),
            () -> keys.list(null, 1),
            () -> keys.revoke(id, act),
            () -> keys.used(Map.of(id, act.at())),
            () -> unreachableIdentity().withdrawals().within(Duration.ofMinutes(1))));
  }

  private static ApiKeyScope customer(IdentitySample sample) {
    return new ApiKeyScope(Set.of(Role.CUSTOMER), sample.id());
  }

  private static ApiKey issued(ApiKeys keys, IdentitySample sample, Secret secret) {
    var change = sample.issuing(OURS, secret);
    assertThat(keys.issue(change, secret.hash())).isEqualTo(Issued.ISSUED);
    return change.state();
  }

  private static List<Optional<Instant>> lastUses(ApiKeys keys) {
    return keys.list(null, 200).keys().stream()
        .map(key -> Optional.ofNullable(key.lastUsedAt()))
        .toList();
  }
}
