package io.clientele.testkit.account;

import static io.clientele.domain.account.Accounts.Saved.EMAIL_TAKEN;
import static io.clientele.domain.account.Accounts.Saved.STORED;
import static io.clientele.domain.account.Accounts.Saved.TAX_ID_TAKEN;
import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.BulkAccounts;
import io.clientele.domain.account.BulkAccounts.Ended;
import io.clientele.domain.account.Profile;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.StoredResponse;
import io.clientele.testkit.kernel.ChangeStoreContract;
import io.clientele.testkit.kernel.ChangeTrial;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Bulk openings store each account that can be stored. Implement this contract in the test of your
 * {@link BulkAccounts}, as {@link AccountsContract} shows. Each test calls {@link #openings} once.
 */
public interface BulkAccountsContract extends ChangeStoreContract {
  /** Openings into a fresh, empty store. If tests share a server, empty its tables. */
  BulkAccounts openings();

  /** Openings of an unreachable server. A call must end within seconds. */
  BulkAccounts unreachableOpenings();

  /** The accounts of the store of {@link #openings}. */
  Accounts accounts();

  /** Lists the accounts of the store of {@link #openings}. */
  AccountDirectory directory();

  /** The stored responses of the store of {@link #openings}. */
  IdempotencyStore answers();

  @Override
  default ChangeTrial<?, ?> trial() {
    var openings = openings();
    return new AccountFixtures.Trial(
        accounts(), change -> opened(openings, List.of(change)).get(0)) {
      @Override
      public List<Change<Account>> refused() {
        var owner = AccountFixtures.given(accounts, sample.opening());
        return List.of(sample.opening(owner.profile()));
      }
    };
  }

  @Test
  default void eachStoredAccountLeavesAnEntryAndADryRunNone() {
    var openings = openings();
    var sample = new AccountSample(1);
    var changes = Stream.generate(sample::opening).limit(3).toList();
    openings.rehearse(changes);
    assertThat(audit()).isEmpty();
    var taken = sample.opening(changes.get(0).state().profile());
    opened(openings, Stream.concat(changes.stream(), Stream.of(taken)).toList());
    var expected =
        changes.stream()
            .flatMap(change -> AuditEntry.of(change, change.state().id()).stream())
            .toList();
    assertThat(audit()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  default void anEmptyRequestStoresNothing() {
    assertThat(opened(openings(), List.of())).isEmpty();
  }

  @Test
  default void allAccountsOfALargeRequestAreStored() {
    var openings = openings();
    var changes = Stream.generate(new AccountSample(1)::opening).limit(120).toList();
    assertThat(opened(openings, changes)).hasSize(120).containsOnly(STORED);
    for (var change : changes) {
      assertThat(accounts().find(change.state().id()).present()).contains(change.state().at(1));
    }
  }

  @Test
  default void bulkAccountsAreListedAndChangeLikeOthers() {
    var openings = openings();
    var sample = new AccountSample(1);
    var change = sample.opening();
    opened(openings, List.of(change));
    for (var order : AccountOrder.values()) {
      assertThat(AccountFixtures.listed(directory(), AccountFilter.ALL, order)).hasSize(1);
    }
    var account = AccountFixtures.found(accounts(), change.state().id());
    assertThat(accounts().save(account.close(sample.act()))).isEqualTo(STORED);
  }

  @Test
  default void aConflictIsReportedAndTheOthersAreStored() {
    var openings = openings();
    var sample = new AccountSample(1);
    var there = sample.opening();
    assertThat(accounts().save(there)).isEqualTo(STORED);
    var changes =
        List.of(
            sample.opening(),
            sample.opening(withEmailOf(there, sample.profile())),
            sample.opening(withTaxIdOf(there, sample.profile())),
            sample.opening());
    assertThat(opened(openings, changes))
        .containsExactly(STORED, EMAIL_TAKEN, TAX_ID_TAKEN, STORED);
    assertThat(AccountFixtures.listed(directory(), AccountFilter.ALL, AccountOrder.CREATED))
        .hasSize(3);
  }

  @Test
  default void anAccountConflictsWithEarlierStoredOnesOfItsRequest() {
    var openings = openings();
    var sample = new AccountSample(1);
    var first = sample.opening();
    var second = sample.opening(withEmailOf(first, sample.profile()));
    var third = sample.opening(withTaxIdOf(second, sample.profile()));
    var fourth = sample.opening(withTaxIdOf(third, sample.profile()));
    assertThat(opened(openings, List.of(first, second, third, fourth)))
        .containsExactly(STORED, EMAIL_TAKEN, STORED, TAX_ID_TAKEN);
  }

  @Test
  default void anEmailOfAClosedAccountCanBeUsed() {
    var openings = openings();
    var sample = new AccountSample(1);
    var closed = sample.opening();
    accounts().save(closed);
    accounts().save(closed.state().at(1).close(sample.act()));
    var profile = withTaxIdOf(closed, withEmailOf(closed, sample.profile()));
    assertThat(opened(openings, List.of(sample.opening(profile)))).containsExactly(STORED);
  }

  @Test
  default void aDryRunHasTheSameResultsAndStoresNothing() {
    var openings = openings();
    var sample = new AccountSample(1);
    var first = sample.opening();
    var changes =
        List.of(
            first,
            sample.opening(withEmailOf(first, sample.profile())),
            sample.opening(withTaxIdOf(first, sample.profile())),
            sample.opening());
    var rehearsed = openings.rehearse(changes);
    assertThat(rehearsed).containsExactly(STORED, EMAIL_TAKEN, TAX_ID_TAKEN, STORED);
    assertThat(AccountFixtures.listed(directory(), AccountFilter.ALL, AccountOrder.CREATED))
        .isEmpty();
    assertThat(opened(openings, changes)).isEqualTo(rehearsed);
  }

  @Test
  default void concurrentCallsWithEqualAccountsStoreEachOnce() {
    var openings = openings();
    var sample = new AccountSample(1);
    var profiles = Stream.generate(sample::profile).limit(50).toList();
    var calls =
        Stream.generate(() -> profiles.stream().map(sample::opening).toList()).limit(6).toList();
    var ends = together(6, i -> opened(openings, calls.get(i)));
    assertThat(ends.stream().flatMap(List::stream).filter(STORED::equals)).hasSize(50);
    assertThat(AccountFixtures.listed(directory(), AccountFilter.ALL, AccountOrder.CREATED))
        .hasSize(50);
  }

  @Test
  default void concurrentRequestsWithOneKeyOpenTheAccountsOnce() {
    var openings = openings();
    var sample = new AccountSample(1);
    var key = new IdempotencyKey("clerk", "POST", "/import", "file-1", "00");
    var once =
        new Idempotent<List<Saved>>(
            key, saved -> new StoredResponse("text/plain", new byte[] {(byte) saved.size()}));
    var calls = Stream.generate(() -> List.of(sample.opening())).limit(6).toList();
    var ends = together(6, i -> openings.open(calls.get(i), once));
    assertThat(ends).filteredOn(Ended.Decided.class::isInstance).hasSize(1);
    assertThat(openings.open(List.of(sample.opening()), once)).isEqualTo(new Ended.Answered());
    assertThat(AccountFixtures.listed(directory(), AccountFilter.ALL, AccountOrder.CREATED))
        .hasSize(1);
    assertThat(answers().find(key, sample.act().at()))
        .isEqualTo(
            new IdempotencyStore.Found.Answered(new StoredResponse("text/plain", new byte[] {1})));
  }

  @Test
  default void unreachableOpeningsAreUnavailable() {
    var away = unreachableOpenings();
    var changes = List.of(new AccountSample(1).opening());
    UnavailabilityAssertions.assertUnavailable(
        List.of(() -> away.open(changes, null), () -> away.rehearse(changes)));
  }

  private static List<Saved> opened(BulkAccounts openings, List<Change<Account>> changes) {
    var ended = openings.open(changes, null);
    assertThat(ended).isInstanceOf(Ended.Decided.class);
    return ((Ended.Decided) ended).saved();
  }

  private static Profile withEmailOf(Change<Account> other, Profile profile) {
    var email = other.state().profile().email();
    return new Profile(profile.name(), email, profile.taxId(), profile.metadata());
  }

  private static Profile withTaxIdOf(Change<Account> other, Profile profile) {
    var taxId = other.state().profile().taxId();
    return new Profile(profile.name(), profile.email(), taxId, profile.metadata());
  }
}
