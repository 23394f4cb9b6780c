package io.clientele.testkit.care;

import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static io.clientele.testkit.kernel.internal.UnavailabilityAssertions.assertUnavailable;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.care.AccountOwnership;
import io.clientele.domain.care.AccountOwnerships;
import io.clientele.domain.care.AccountOwnerships.Saved;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.testkit.kernel.ChangeTrial;
import io.clientele.testkit.kernel.Sample;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every {@link AccountOwnerships} must do. Implement it in the test of your own. */
public interface AccountOwnershipsContract extends CareUnderTest {
  @Override
  default ChangeTrial<?, ?> trial() {
    return new Trial(stores().ownerships(), this::account, new Sample(1));
  }

  @Test
  default void anAccountHasNoOwnerUntilOneIsAssigned() {
    var ownerships = stores().ownerships();
    var account = account();
    assertThat(ownerships.find(account)).isEqualTo(AccountOwnership.none(account));
    var assigned = AccountOwnership.none(account).assign(operator(1), new Sample(2).act());
    assertThat(ownerships.save(assigned)).isEqualTo(Saved.STORED);
    assertThat(ownerships.find(account)).isEqualTo(assigned.state().at(1));
    assertThat(ownerships.find(account()).owner()).isNull();
  }

  @Test
  default void anOwnerIsReplacedAndReleased() {
    var ownerships = stores().ownerships();
    var account = account();
    var sample = new Sample(3);
    ownerships.save(AccountOwnership.none(account).assign(operator(1), sample.act()));
    ownerships.save(ownerships.find(account).assign(operator(2), sample.act()));
    assertThat(ownerships.find(account).owner()).isEqualTo(operator(2));
    ownerships.save(ownerships.find(account).assign(null, sample.act()));
    assertThat(ownerships.find(account)).isEqualTo(new AccountOwnership(account, null, null, 3));
    assertThat(audit())
        .extracting(AuditEntry::action)
        .containsOnlyOnce("account-owner.released")
        .contains("account-owner.assigned");
  }

  @Test
  default void ofConcurrentWritersOfOneVersionOneSucceeds() {
    var ownerships = stores().ownerships();
    var account = account();
    var by = new Sample(4).act();
    var first = AccountOwnership.none(account);
    assertThat(together(8, i -> ownerships.save(first.assign(operator(i), by))))
        .containsOnlyOnce(Saved.STORED)
        .containsOnly(Saved.STORED, Saved.STALE);
    var second = ownerships.find(account);
    assertThat(together(8, i -> ownerships.save(second.assign(operator(100 + i), by))))
        .containsOnlyOnce(Saved.STORED)
        .containsOnly(Saved.STORED, Saved.STALE);
  }

  @Test
  default void erasingAnAccountRemovesItsOwner() {
    var ownerships = stores().ownerships();
    var account = account();
    var assigned = AccountOwnership.none(account).assign(operator(1), new Sample(5).act());
    ownerships.save(assigned);
    erase(account);
    assertThat(ownerships.find(account)).isEqualTo(AccountOwnership.none(account));
    assertThat(ownerships.save(assigned)).isEqualTo(Saved.NO_SUCH_ACCOUNT);
  }

  @Test
  default void unreachableOwnersAreUnavailableAndNotAbsent() {
    var ownerships = unreachableStores().ownerships();
    var account = new Sample(6).id();
    var assigned = AccountOwnership.none(account).assign(operator(1), new Sample(6).act());
    assertUnavailable(List.of(() -> ownerships.find(account), () -> ownerships.save(assigned)));
  }

  private static OperatorId operator(int number) {
    return OperatorId.of(Sample.BEGINNING.plusSeconds(number), new Random(number));
  }

  /** First owners of new accounts. */
  record Trial(AccountOwnerships ownerships, Supplier<AccountId> accounts, Sample sample)
      implements ChangeTrial<AccountOwnership, Saved> {
    public Trial {
      Objects.requireNonNull(ownerships, "ownerships");
      Objects.requireNonNull(accounts, "accounts");
      Objects.requireNonNull(sample, "sample");
    }

    @Override
    public Change<AccountOwnership> accepted() {
      return of(accounts.get());
    }

    @Override
    public List<Change<AccountOwnership>> refused() {
      var owned = accepted();
      ownerships.save(owned);
      return List.of(of(owned.state().account()), of(sample.id()));
    }

    @Override
    public Saved save(Change<AccountOwnership> change) {
      return ownerships.save(change);
    }

    @Override
    public Saved stored() {
      return Saved.STORED;
    }

    @Override
    public List<AuditEntry> entries(Change<AccountOwnership> change) {
      return AuditEntry.of(change, change.state().account());
    }

    private Change<AccountOwnership> of(AccountId account) {
      return AccountOwnership.none(account).assign(operator(1), sample.act());
    }
  }
}
