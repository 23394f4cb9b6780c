package io.clientele.testkit.account;

import static io.clientele.testkit.account.AccountFixtures.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.AccountEvent;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Provenance;
import io.clientele.testkit.kernel.ChangeStoreContract;
import io.clientele.testkit.kernel.ChangeTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    var sample = new AccountSample(101);
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

  @Test
  default void anErasureLeavesNoPersonalDataInTheAudit() {
    var accounts = accounts();
    var sample = new AccountSample(102);
    var bystander = given(accounts, sample.opening());
    var account = given(accounts, sample.opening());
    given(accounts, account.amend(sample.profile(), reasoned(sample, "Ada asked for it")));
    var others = about(bystander.id());
    assertThat(about(account.id())).as("entries before the erasure").hasSize(2);
    assertThat(about(account.id())).flatExtracting(AuditEntry::changes).isNotEmpty();
    var erasing = reasoned(sample, "Ticket 4711");
    accounts.erase(account.id(), erasing);
    assertThat(about(account.id()))
        .as("entries after erase(%s, %s)", account.id(), erasing)
        .hasSize(4)
        .allSatisfy(entry -> assertThat(entry.changes()).as("changes of %s", entry).isEmpty())
        .filteredOn(entry -> !entry.act().equals(erasing))
        .filteredOn(entry -> entry.act().cause().reason() != null)
        .as("entries with a reason other than that of the erasure")
        .allSatisfy(entry -> assertThat(entry.isErasure()).isTrue());
    assertThat(about(bystander.id())).containsExactlyInAnyOrderElementsOf(others);
  }

  @Test
  default void anErasureLeavesNoPersonalDataInTheEvents() {
    var accounts = accounts();
    var sample = new AccountSample(103);
    var bystander = given(accounts, sample.opening());
    var account = given(accounts, sample.opening());
    assertThat(data(account.id())).as("data before the erasure").hasSize(1);
    var others = data(bystander.id());
    accounts.erase(account.id(), sample.act());
    assertThat(data(account.id())).as("data of the events of %s", account.id()).isEmpty();
    assertThat(data(bystander.id())).isEqualTo(others);
  }

  private static Provenance reasoned(AccountSample sample, String reason) {
    var act = sample.act();
    return new Provenance(act.actor(), act.at(), new Causation("request-1", reason));
  }

  private List<AuditEntry> about(AccountId account) {
    return audit().stream().filter(entry -> account.equals(entry.account())).toList();
  }

  /** The states in the events of an account that are readable. */
  private List<String> data(AccountId account) {
    return published().stream()
        .filter(event -> account.equals(event.about().account()))
        .map(event -> event.about().data())
        .filter(Objects::nonNull)
        .toList();
  }

  private List<String> actions() {
    return audit().stream().map(AuditEntry::action).toList();
  }
}
