package io.clientele.testkit.account;

import static io.clientele.testkit.account.AccountFixtures.found;
import static io.clientele.testkit.account.AccountFixtures.given;
import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts.Found;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.ClientName;
import io.clientele.domain.account.Profile;
import io.clientele.domain.account.TaxId;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A stored account is found with every field, and a stale change is not stored; a part of {@link
 * AccountsContract}.
 */
public interface AccountsSavingContract extends AccountsUnderTest {
  @Test
  default void aStoredAccountIsFoundWithEveryField() {
    var accounts = accounts();
    var opened = new AccountSample(1).opening();
    assertThat(accounts.save(opened)).isEqualTo(Saved.STORED);
    assertThat(accounts.find(opened.state().id()).present()).contains(opened.state().at(1));
  }

  @Test
  default void timesKeepTheirMicroseconds() {
    var accounts = accounts();
    var sample = new AccountSample(2);
    var act = sample.act(Instant.parse("2026-11-20T12:00:00.123457Z"));
    var opened = given(accounts, Account.open(sample.id(), sample.profile(), act));
    assertThat(opened.createdAt()).isEqualTo("2026-11-20T12:00:00.123457Z");
    var suspended = given(accounts, opened.suspend(sample.act()));
    assertThat(suspended.createdAt()).isEqualTo(opened.createdAt());
    assertThat(suspended.updatedAt()).isAfter(opened.updatedAt());
  }

  @Test
  default void absentFieldsOfAProfileStayAbsent() {
    var accounts = accounts();
    var sample = new AccountSample(3);
    var opened = given(accounts, sample.opening(sample.named("Plain Jane")));
    assertThat(opened.profile().taxId()).isNull();
    assertThat(opened.profile().metadata()).isEqualTo(Metadata.NONE);
  }

  @Test
  default void theLargestProfileOfAnyScriptIsFoundUnchanged() {
    var accounts = accounts();
    var sample = new AccountSample(4);
    var entries =
        IntStream.range(0, 50)
            .boxed()
            .collect(Collectors.toMap(i -> i + "\"\\'{}🦊".repeat(3), i -> "ξ🦊".repeat(250)));
    var profile =
        new Profile(
            new ClientName("名🦊".repeat(100)),
            new Email("zoë." + "ж".repeat(50) + "@" + "ü.".repeat(80) + "example"),
            new TaxId("PT", "X".repeat(20)),
            new Metadata(entries));
    assertThat(given(accounts, sample.opening(profile)).profile()).isEqualTo(profile);
  }

  @Test
  default void anEmptyMetadataValueIsNotAbsent() {
    var accounts = accounts();
    var sample = new AccountSample(5);
    var noted = new Metadata(Collections.singletonMap("remark", ""));
    var profile = new Profile(sample.name(), sample.email(), sample.cnpj(), noted);
    assertThat(given(accounts, sample.opening(profile)).profile()).isEqualTo(profile);
  }

  @Test
  default void aVerifiedEmailIsFoundVerifiedAndAnUnverifiedOneUnverified() {
    var accounts = accounts();
    var sample = new AccountSample(31);
    var opened = given(accounts, sample.opening(sample.profile().withEmailVerified(true)));
    assertThat(found(accounts, opened.id()).profile().emailVerified()).isTrue();
    given(accounts, opened.amend(opened.profile().withEmailVerified(false), sample.act()));
    assertThat(found(accounts, opened.id()).profile().emailVerified()).isFalse();
  }

  @Test
  default void anUnknownIdIsNotFound() {
    var accounts = accounts();
    var sample = new AccountSample(6);
    given(accounts, sample.opening());
    assertThat(accounts.find(sample.id())).isEqualTo(Found.ABSENT);
  }

  @Test
  default void eachChangeIsFoundUnderTheNextVersion() {
    var accounts = accounts();
    var sample = new AccountSample(7);
    var opened = given(accounts, sample.opening());
    var amended = opened.amend(sample.profile(), sample.act());
    assertThat(given(accounts, amended)).isEqualTo(amended.state().at(2));
    var suspended = found(accounts, opened.id()).suspend(sample.act());
    assertThat(given(accounts, suspended)).isEqualTo(suspended.state().at(3));
    var reactivated = found(accounts, opened.id()).reactivate(sample.act());
    assertThat(given(accounts, reactivated)).isEqualTo(reactivated.state().at(4));
    var closed = found(accounts, opened.id()).close(sample.act());
    assertThat(given(accounts, closed)).isEqualTo(closed.state().at(5));
  }

  @Test
  default void anAmendmentCanRemoveAValue() {
    var accounts = accounts();
    var sample = new AccountSample(8);
    var opened = given(accounts, sample.opening());
    var bare = sample.named("Nothing But A Name");
    assertThat(given(accounts, opened.amend(bare, sample.act())).profile()).isEqualTo(bare);
  }

  @Test
  default void aChangeDoesNotAffectOtherAccounts() {
    var accounts = accounts();
    var sample = new AccountSample(9);
    var bystander = given(accounts, sample.opening());
    var opened = given(accounts, sample.opening());
    given(accounts, opened.close(sample.act()));
    assertThat(accounts.find(bystander.id()).present()).contains(bystander);
  }

  @Test
  default void theSecondWriterOfOneVersionIsStale() {
    var accounts = accounts();
    var sample = new AccountSample(10);
    var read = given(accounts, sample.opening());
    var first = given(accounts, read.suspend(sample.act()));
    assertThat(accounts.save(read.close(sample.act()))).isEqualTo(Saved.STALE);
    assertThat(accounts.find(read.id()).present()).contains(first);
  }

  @Test
  default void aChangeOfAnUnknownAccountIsStale() {
    var accounts = accounts();
    var sample = new AccountSample(11);
    var neverStored = sample.opening().state().at(5);
    assertThat(accounts.save(neverStored.suspend(sample.act()))).isEqualTo(Saved.STALE);
    assertThat(accounts.find(neverStored.id())).isEqualTo(Found.ABSENT);
  }

  @Test
  default void aChangeOfAFutureVersionIsStale() {
    var accounts = accounts();
    var sample = new AccountSample(12);
    var opened = given(accounts, sample.opening());
    var ahead = opened.at(2).suspend(sample.act());
    assertThat(accounts.save(ahead)).isEqualTo(Saved.STALE);
    assertThat(accounts.find(opened.id()).present()).contains(opened);
  }

  @Test
  default void aNewAccountUnderATakenIdIsStale() {
    var accounts = accounts();
    var sample = new AccountSample(13);
    var opened = given(accounts, sample.opening());
    var usurper = Account.open(opened.id(), sample.profile(), sample.act());
    assertThat(accounts.save(usurper)).isEqualTo(Saved.STALE);
    assertThat(accounts.find(opened.id()).present()).contains(opened);
  }

  @Test
  default void ofConcurrentWritersOfOneVersionOneWins() {
    var accounts = accounts();
    var sample = new AccountSample(14);
    var read = given(accounts, sample.opening());
    var changes =
        IntStream.range(0, 64).mapToObj(i -> read.amend(sample.profile(), sample.act())).toList();
    var ends = together(changes.size(), i -> accounts.save(changes.get(i)));
    assertThat(ends).containsOnlyOnce(Saved.STORED).containsOnly(Saved.STORED, Saved.STALE);
    var winner = changes.get(ends.indexOf(Saved.STORED));
    assertThat(accounts.find(read.id()).present()).contains(winner.state().at(2));
  }

  @Test
  default void ofConcurrentNewAccountsWithOneIdOneIsStored() {
    var accounts = accounts();
    var sample = new AccountSample(15);
    var id = sample.id();
    var changes =
        IntStream.range(0, 64)
            .mapToObj(i -> Account.open(id, sample.profile(), sample.act()))
            .toList();
    var ends = together(changes.size(), i -> accounts.save(changes.get(i)));
    assertThat(ends).containsOnlyOnce(Saved.STORED).containsOnly(Saved.STORED, Saved.STALE);
    var winner = changes.get(ends.indexOf(Saved.STORED));
    assertThat(accounts.find(id).present()).contains(winner.state().at(1));
  }

  @Test
  default void anUnreachableStoreIsUnavailableAndNotEmpty() {
    var away = unreachableAccounts();
    var opened = new AccountSample(16).opening();
    UnavailabilityAssertions.assertUnavailable(
        List.of(
            () -> away.find(opened.state().id()),
            () -> away.save(opened),
            () -> away.erase(opened.state().id(), opened.act())));
  }
}
