package io.clientele.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.apikey.ApiKeyScope;
import io.clientele.domain.identity.apikey.ApiKeys.Issued;
import io.clientele.domain.kernel.AccountId;
import io.clientele.persistence.account.JdbcAccounts;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.account.AccountSample;
import io.clientele.testkit.identity.ApiKeysContract;
import io.clientele.testkit.identity.IdentitySample;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class JdbcApiKeysIT extends JdbcIdentityFixture implements ApiKeysContract {
  private final IdentitySample sample = new IdentitySample(50);
  private final AccountSample clients = new AccountSample(51);

  @Test
  void erasingAnAccountRevokesItsKeysAndRemovesTheirNames() {
    var identity = identity();
    var account = account();
    var secret = sample.secret();
    var issued = sample.issuing(customer(account), secret);
    var other = sample.secret();
    assertThat(identity.keys().issue(issued, secret.hash())).isEqualTo(Issued.ISSUED);
    assertThat(identity.keys().issue(sample.issuing(OURS, other), other.hash()))
        .isEqualTo(Issued.ISSUED);
    new JdbcAccounts(database, TestPostgres.CHANGES, TestPostgres.ERASERS)
        .erase(account, sample.act());
    assertThat(identity.keys().find(secret.hash())).isEmpty();
    assertThat(identity.keys().find(other.hash())).isPresent();
    assertThat(identity.withdrawals().within(Duration.ofMinutes(1)).keys())
        .containsExactly(issued.state().id());
    assertThat(named()).isEqualTo(1);
    assertThat(told()).containsOnlyOnce("key.revoked " + issued.state().id().subject());
  }

  @Test
  void noKeyIsIssuedForAnAccountErasedConcurrently() {
    var keys = identity().keys();
    var accounts = new JdbcAccounts(database, TestPostgres.CHANGES, TestPostgres.ERASERS);
    for (var round = 0; round < 20; round++) {
      var opened = clients.opening();
      accounts.save(opened);
      var account = opened.state().id();
      var secret = sample.secret();
      var issued = sample.issuing(customer(account), secret);
      var act = sample.act();
      var erasing =
          CompletableFuture.runAsync(
              () -> accounts.erase(account, act), Thread::startVirtualThread);
      keys.issue(issued, secret.hash());
      erasing.join();
      assertThat(keys.find(secret.hash())).isEmpty();
    }
  }

  private static ApiKeyScope customer(AccountId account) {
    return new ApiKeyScope(Set.of(Role.CUSTOMER), account);
  }

  private long named() {
    return database
        .work()
        .list("SELECT count(name) FROM api_key", row -> row.getLong(1))
        .getFirst();
  }
}
