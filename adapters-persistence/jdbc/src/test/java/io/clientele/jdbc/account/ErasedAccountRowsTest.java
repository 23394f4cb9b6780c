package io.clientele.jdbc.account;

import static io.clientele.jdbc.testbed.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.ExactTerm;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.testkit.account.AccountSample;
import org.junit.jupiter.api.Test;

class ErasedAccountRowsTest {
  @Test
  void anErasureLeavesNothingToSearch() {
    var accounts = new SqlAccounts(SQLITE.emptied());
    var sample = new AccountSample(2);
    var opening = sample.opening();
    accounts.save(opening);
    var search =
        "SELECT (SELECT count(*) FROM clientele_account_term)"
            + " + (SELECT count(*) FROM clientele_account WHERE name_folded IS NOT NULL"
            + " OR email_folded IS NOT NULL OR name_key IS NOT NULL)";
    assertThat(SQLITE.number(search)).isEqualTo(1 + terms(opening));
    accounts.erase(opening.state().id(), sample.act());
    assertThat(SQLITE.number(search)).isZero();
  }

  private static int terms(Change<Account> opening) {
    return ExactTerm.termsOf(opening.state().profile()).size();
  }

  @Test
  void anErasureLeavesNoPersonalDataInTheAuditAndTheEvents() {
    var accounts = new SqlAccounts(SQLITE.emptied());
    var changes = new SqlChanges(SQLITE.source());
    var sample = new AccountSample(1);
    var opening = sample.opening();
    accounts.save(opening);
    assertThat(changes.audit()).flatExtracting(AuditEntry::changes).isNotEmpty();
    assertThat(changes.published().get(0).about().data()).contains("email");
    accounts.erase(opening.state().id(), sample.act());
    assertThat(changes.audit())
        .extracting(AuditEntry::action)
        .containsExactlyInAnyOrder("account.opened", "account.closed", "account.erased");
    assertThat(changes.audit()).flatExtracting(AuditEntry::changes).isEmpty();
    assertThat(changes.published())
        .extracting(PublishedEvent::about)
        .allSatisfy(about -> assertThat(about.data()).isNull());
  }
}
