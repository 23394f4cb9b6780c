package io.clientele.testkit.account;

import static io.clientele.testkit.account.AccountFixtures.found;
import static io.clientele.testkit.account.AccountFixtures.given;
import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Accounts.Found;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.Profile;
import io.clientele.domain.account.TaxId;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.Metadata;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * E-mails and tax ids are unique among accounts that are not closed; a part of {@link
 * AccountsContract}.
 */
public interface AccountsUniqueContract extends AccountsUnderTest {
  @Test
  default void anEmailIsTakenWhileItsAccountIsOpen() {
    var accounts = accounts();
    var sample = new AccountSample(20);
    var owner = given(accounts, sample.opening());
    var same = sample.opening(withEmail(sample, owner.profile().email()));
    assertThat(accounts.save(same)).isEqualTo(Saved.EMAIL_TAKEN);
    given(accounts, owner.suspend(sample.act()));
    assertThat(accounts.save(same)).isEqualTo(Saved.EMAIL_TAKEN);
    assertThat(accounts.find(same.state().id())).isEqualTo(Found.ABSENT);
  }

  @Test
  default void anEmailIsTakenInAnySpelling() {
    var accounts = accounts();
    var sample = new AccountSample(21);
    var owner = given(accounts, sample.opening());
    var shouted = new Email(owner.profile().email().value().toUpperCase(Locale.ROOT));
    assertThat(accounts.save(sample.opening(withEmail(sample, shouted))))
        .isEqualTo(Saved.EMAIL_TAKEN);
  }

  @Test
  default void emailsThatDifferByAnAccentAreDifferent() {
    var accounts = accounts();
    var sample = new AccountSample(32);
    given(accounts, sample.opening(withEmail(sample, new Email("jos\u00e9@example.com"))));
    var plain = sample.opening(withEmail(sample, new Email("jose@example.com")));
    assertThat(accounts.save(plain)).isEqualTo(Saved.STORED);
  }

  @Test
  default void closingReleasesEmailAndTaxId() {
    var accounts = accounts();
    var sample = new AccountSample(22);
    var owner = given(accounts, sample.opening());
    var heir = sample.opening(owner.profile());
    assertThat(accounts.save(heir)).isIn(Saved.EMAIL_TAKEN, Saved.TAX_ID_TAKEN);
    given(accounts, owner.close(sample.act()));
    assertThat(accounts.save(heir)).isEqualTo(Saved.STORED);
    given(accounts, found(accounts, heir.state().id()).close(sample.act()));
    assertThat(accounts.save(sample.opening(owner.profile()))).isEqualTo(Saved.STORED);
  }

  @Test
  default void anAmendmentToATakenEmailStoresNothing() {
    var accounts = accounts();
    var sample = new AccountSample(23);
    var owner = given(accounts, sample.opening());
    var other = given(accounts, sample.opening());
    var amended = other.amend(withEmail(sample, owner.profile().email()), sample.act());
    assertThat(accounts.save(amended)).isEqualTo(Saved.EMAIL_TAKEN);
    assertThat(accounts.find(other.id()).present()).contains(other);
    assertThat(accounts.find(owner.id()).present()).contains(owner);
  }

  @Test
  default void anAccountKeepsItsOwnEmailAndTaxId() {
    var accounts = accounts();
    var sample = new AccountSample(24);
    var opened = given(accounts, sample.opening());
    var before = opened.profile();
    var renamed = new Profile(sample.name(), before.email(), before.taxId(), Metadata.NONE);
    assertThat(accounts.save(opened.amend(renamed, sample.act()))).isEqualTo(Saved.STORED);
  }

  @Test
  default void aReplacedEmailIsFree() {
    var accounts = accounts();
    var sample = new AccountSample(25);
    var opened = given(accounts, sample.opening());
    given(accounts, opened.amend(sample.profile(), sample.act()));
    assertThat(accounts.save(sample.opening(opened.profile()))).isEqualTo(Saved.STORED);
  }

  @Test
  default void aTaxIdIsTakenWhileItsAccountIsOpen() {
    var accounts = accounts();
    var sample = new AccountSample(26);
    var owner = given(accounts, sample.opening(withTaxId(sample, sample.cnpj())));
    var taxId = found(accounts, owner.id()).profile().taxId();
    var same = sample.opening(new Profile(sample.name(), sample.email(), taxId, Metadata.NONE));
    assertThat(accounts.save(same)).isEqualTo(Saved.TAX_ID_TAKEN);
    given(accounts, owner.suspend(sample.act()));
    assertThat(accounts.save(same)).isEqualTo(Saved.TAX_ID_TAKEN);
    assertThat(accounts.find(same.state().id())).isEqualTo(Found.ABSENT);
  }

  @Test
  default void anAmendmentToATakenTaxIdStoresNothing() {
    var accounts = accounts();
    var sample = new AccountSample(27);
    var taxId = sample.cpf();
    given(accounts, sample.opening(withTaxId(sample, taxId)));
    var other = given(accounts, sample.opening());
    var amended = other.amend(withTaxId(sample, taxId), sample.act());
    assertThat(accounts.save(amended)).isEqualTo(Saved.TAX_ID_TAKEN);
    assertThat(accounts.find(other.id()).present()).contains(other);
  }

  @Test
  default void equalNumbersOfTwoCountriesAreDifferentTaxIds() {
    var accounts = accounts();
    var sample = new AccountSample(28);
    given(accounts, sample.opening(withTaxId(sample, new TaxId("PT", "501442600"))));
    var elsewhere = withTaxId(sample, new TaxId("ES", "501442600"));
    assertThat(accounts.save(sample.opening(elsewhere))).isEqualTo(Saved.STORED);
  }

  @Test
  default void anyNumberOfAccountsMayHaveNoTaxId() {
    var accounts = accounts();
    var sample = new AccountSample(29);
    given(accounts, sample.opening(sample.named("First Without")));
    given(accounts, sample.opening(sample.named("Second Without")));
  }

  @Test
  default void ofConcurrentOpeningsWithOneEmailOneIsStored() {
    var accounts = accounts();
    var sample = new AccountSample(30);
    var email = sample.email();
    var changes =
        IntStream.range(0, 64).mapToObj(i -> sample.opening(withEmail(sample, email))).toList();
    var ends = together(changes.size(), i -> accounts.save(changes.get(i)));
    assertThat(ends).containsOnlyOnce(Saved.STORED).containsOnly(Saved.STORED, Saved.EMAIL_TAKEN);
  }

  @Test
  default void ofConcurrentOpeningsWithOneTaxIdOneIsStored() {
    var accounts = accounts();
    var sample = new AccountSample(31);
    var taxId = sample.cpf();
    var changes =
        IntStream.range(0, 64).mapToObj(i -> sample.opening(withTaxId(sample, taxId))).toList();
    var ends = together(changes.size(), i -> accounts.save(changes.get(i)));
    assertThat(ends).containsOnlyOnce(Saved.STORED).containsOnly(Saved.STORED, Saved.TAX_ID_TAKEN);
  }

  private static Profile withEmail(AccountSample sample, Email email) {
    return new Profile(sample.name(), email, sample.cpf(), Metadata.NONE);
  }

  private static Profile withTaxId(AccountSample sample, TaxId taxId) {
    return new Profile(sample.name(), sample.email(), taxId, Metadata.NONE);
  }
}
