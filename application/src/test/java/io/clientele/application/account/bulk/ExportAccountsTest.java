package io.clientele.application.account.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.kernel.Access;
import io.clientele.application.kernel.GrantedAccess;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.identity.AccessPolicy;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.text.Email;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.inmemory.audit.InMemoryAuditTrail;
import io.clientele.testkit.account.AccountSample;
import io.clientele.testkit.kernel.Sample;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExportAccountsTest {
  private static final AccessPolicy POLICY = new AccessPolicy(Set.of(AccountPermission.GRANTS));
  private static final Actor AUDITOR = POLICY.actor("operator:eve", Set.of(Role.AUDITOR), null);

  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
  private final ExportAccounts export =
      new ExportAccounts(accounts, audit, InstantSource.fixed(Sample.BEGINNING));
  private final AccountSample sample = new AccountSample(1);

  @Test
  void allSelectedAccountsAreExportedOldestFirst() {
    var opened = new ArrayList<Account>();
    for (var i = 0; i < 501; i++) {
      var change = sample.opening();
      accounts.save(change);
      opened.add(change.state().at(1));
    }
    assertThat(exported(AccountFilter.ALL)).isEqualTo(opened);
    var closed = new AccountFilter(Status.CLOSED, null, null, null, null);
    assertThat(exported(closed)).isEmpty();
  }

  @Test
  void aDeniedExportReturnsNothingAndLeavesNoEntry() {
    var operator = POLICY.actor("operator:bob", Set.of(Role.OPERATOR), null);
    assertThat(export.export(operator, AccountFilter.ALL)).isEqualTo(new Access.Denied<>());
    assertThat(audit.entries()).isEmpty();
  }

  @Test
  void anExportIsAuditedBeforeItStartsWithoutTheSearchText() {
    var filter =
        new AccountFilter(Status.ACTIVE, "lovelace", new Email("ada@example.com"), null, null);
    var walk = export.export(AUDITOR, filter);
    assertThat(GrantedAccess.is(walk)).isTrue();
    assertThat(audit.entries()).hasSize(1);
    assertThat(audit.entries().get(0).act().actor()).isEqualTo("operator:eve");
    assertThat(audit.entries().get(0).action()).isEqualTo("accounts.exported");
    assertThat(audit.entries().get(0).changes()).hasSize(3);
    assertThat(audit.entries().get(0).changes().toString())
        .doesNotContain("lovelace")
        .doesNotContain("ada");
  }

  @Test
  void anOutageDuringAnExportIsNotItsEnd() {
    for (var i = 0; i < 201; i++) {
      accounts.save(sample.opening());
    }
    var walk = GrantedAccess.value(export.export(AUDITOR, AccountFilter.ALL));
    for (var i = 0; i < 200; i++) {
      walk.next();
    }
    accounts.startOutage();
    assertThatThrownBy(walk::hasNext).isInstanceOf(PortUnavailable.class);
    accounts.endOutage();
    assertThat(walk.hasNext()).isTrue();
  }

  private List<Account> exported(AccountFilter filter) {
    var all = new ArrayList<Account>();
    GrantedAccess.value(export.export(AUDITOR, filter)).forEachRemaining(all::add);
    return all;
  }
}
