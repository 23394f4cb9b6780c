package io.clientele.application.account;

import static io.clientele.application.account.AccountActors.AT_ANY;
import static io.clientele.application.account.AccountActors.AT_NONE;
import static io.clientele.application.account.AccountActors.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.account.Profile;
import io.clientele.domain.account.TaxId;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.Email;
import java.time.InstantSource;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AmendAccountTest {
  private static final UnaryOperator<Profile> INVALID =
      profile -> {
        throw new InvalidValue("name", "must be a name");
      };

  private final ContestedAccounts accounts = new ContestedAccounts();
  private final AmendAccount amendAccount =
      new AmendAccount(accounts, InstantSource.fixed(AccountChanges.NOON));

  @Test
  void anAbsentAccountPrecedesFaultsOfTheAmendment() {
    assertThat(amend(accounts.sample.id(), INVALID, AT_NONE))
        .isEqualTo(new AccountOutcome.NoSuchAccount());
  }

  @Test
  void faultsOfTheAmendmentPrecedeAClosedAccount() {
    var closed = accounts.givenClosed();
    assertThatThrownBy(() -> amend(closed.id(), INVALID, AT_NONE))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            invalid ->
                assertThat(invalid.faults())
                    .containsExactly(new InvalidValue.Fault("name", "must be a name")));
  }

  @Test
  void aClosedAccountPrecedesAVersionMismatch() {
    var closed = accounts.givenClosed();
    assertThat(amend(closed.id(), profile -> profile, AT_NONE))
        .isEqualTo(new AccountOutcome.AlreadyClosed());
  }

  @Test
  void aVersionMismatchPrecedesATakenEmail() {
    var other = accounts.given();
    var account = accounts.given();
    UnaryOperator<Profile> taking = profile -> with(profile, other.profile().email());
    assertThat(amend(account.id(), taking, AT_NONE))
        .isEqualTo(new AccountOutcome.VersionMismatch());
    assertThat(amend(account.id(), taking, AT_ANY)).isEqualTo(new AccountOutcome.EmailTaken());
    assertThat(accounts.now(account.id())).isEqualTo(account);
  }

  @Test
  void aTakenTaxIdIsReported() {
    var other = accounts.given();
    var account = accounts.given();
    assertThat(amend(account.id(), profile -> with(profile, other.profile().taxId()), AT_ANY))
        .isEqualTo(new AccountOutcome.TaxIdTaken());
    assertThat(accounts.now(account.id())).isEqualTo(account);
  }

  @Test
  void theAmendmentAppliesToTheStoredProfile() {
    var account = accounts.given();
    accounts.contest(
        1,
        before ->
            before.amend(
                AccountChanges.noting(before.profile(), "tier", "gold"), accounts.sample.act()));
    var email = accounts.sample.email();
    assertThat(amend(account.id(), profile -> with(profile, email), AT_ANY))
        .isInstanceOf(AccountOutcome.Done.class);
    var now = accounts.now(account.id()).profile();
    assertThat(now.email()).isEqualTo(email);
    assertThat(now.metadata().entries()).containsEntry("tier", "gold");
  }

  @Test
  void aCustomerAmendsItsOwnAccount() {
    var own = accounts.given();
    var outcome =
        amend(
            AccountActors.customerOf(own.id()),
            own.id(),
            profile -> AccountChanges.noting(profile, "tier", "gold"),
            AT_ANY);
    assertThat(outcome).isEqualTo(new AccountOutcome.Done(accounts.now(own.id())));
  }

  @Test
  void anAddressChangedByACustomerIsUnverified() {
    var own = accounts.given();
    amend(own.id(), profile -> profile.withEmailVerified(true), AT_ANY);
    var email = accounts.sample.email();
    amend(
        AccountActors.customerOf(own.id()),
        own.id(),
        profile -> with(profile, email).withEmailVerified(true),
        AT_ANY);
    assertThat(accounts.now(own.id()).profile())
        .isEqualTo(with(own.profile(), email).withEmailVerified(false));
  }

  @Test
  void aCustomerCannotVerifyItsOwnAddress() {
    var own = accounts.given();
    assertThat(
            amend(
                AccountActors.customerOf(own.id()),
                own.id(),
                profile -> profile.withEmailVerified(true),
                AT_ANY))
        .isEqualTo(new AccountOutcome.Denied());
    assertThat(accounts.now(own.id())).isEqualTo(own);
  }

  private AccountOutcome amend(
      AccountId id, UnaryOperator<Profile> amendment, LongPredicate expected) {
    return amend(CLERK, id, amendment, expected);
  }

  private AccountOutcome amend(
      Actor actor, AccountId id, UnaryOperator<Profile> amendment, LongPredicate expected) {
    return amendAccount.amend(actor, id, amendment.andThen(Amendment::to), expected);
  }

  private static Profile with(Profile profile, Email email) {
    return new Profile(profile.name(), email, profile.taxId(), profile.metadata());
  }

  private static Profile with(Profile profile, @Nullable TaxId taxId) {
    return new Profile(profile.name(), profile.email(), taxId, profile.metadata());
  }
}
