package io.clientele.jdbc.account;

import static io.clientele.jdbc.testbed.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.testkit.kernel.Sample;
import org.junit.jupiter.api.Test;

class ErasedAccountRowsTest {
  @Test
  void anErasureLeavesNoPersonalDataInTheAuditAndTheEvents() {
    var accounts = new SqlAccounts(SQLITE.emptied());
    var sample = new Sample(1);
    var opening = sample.opening();
    accounts.save(opening);
    assertThat(StoredChanges.entries(SQLITE)).flatExtracting(AuditEntry::changes).isNotEmpty();
    assertThat(StoredChanges.events(SQLITE).get(0).about().data()).contains("email");
    accounts.erase(opening.state().id(), sample.act());
    assertThat(StoredChanges.entries(SQLITE))
        .extracting(AuditEntry::action)
        .containsExactlyInAnyOrder("account.opened", "account.closed", "account.erased");
    assertThat(StoredChanges.entries(SQLITE)).flatExtracting(AuditEntry::changes).isEmpty();
    assertThat(StoredChanges.events(SQLITE))
        .extracting(PublishedEvent::about)
        .allSatisfy(about -> assertThat(about.data()).isNull());
  }
}
