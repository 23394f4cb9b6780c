package io.clientele.testkit.account;

import static io.clientele.testkit.account.AccountFixtures.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.AccountEvent;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.testkit.kernel.ChangeStoreContract;
import io.clientele.testkit.kernel.ChangeTrial;
import io.clientele.testkit.kernel.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every change of an account leaves its audit entries; a part of {@link AccountsContract}. */
public interface AccountChangesContract extends AccountsUnderTest, ChangeStoreContract {
  @Override
  default ChangeTrial<?, ?> trial() {
    var accounts = accounts();
    return new AccountFixtures.Trial(accounts, accounts::save);
  }

  @Test
  default void anErasureLeavesAnEntryOfItsClosingAndOneOfItsOwn() {
    var accounts = accounts();
    var sample = new Sample(101);
    var open = given(accounts, sample.opening());
    var closed = given(accounts, sample.opening());
    given(accounts, closed.close(sample.act()));
    var expected = new ArrayList<>(actions());
    accounts.erase(open.id(), sample.act());
    expected.addAll(List.of("account.closed", "account.erased"));
    assertThat(actions()).containsExactlyInAnyOrderElementsOf(expected);
    accounts.erase(closed.id(), sample.act());
    expected.add(new AccountEvent.Erased(closed.id()).action());
    assertThat(actions()).containsExactlyInAnyOrderElementsOf(expected);
    accounts.erase(closed.id(), sample.act());
    assertThat(actions()).as("erased twice").containsExactlyInAnyOrderElementsOf(expected);
  }

  private List<String> actions() {
    return audit().stream().map(AuditEntry::action).toList();
  }
}
