package io.clientele.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.account.Account.Status;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.Metadata;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AccountTest {
  private static final AccountId ID = AccountId.parse("0199f3b2-7c4d-7abc-8def-0123456789ab");
  private static final Provenance OPENING = act("2026-11-20T12:00:00Z");
  private static final Provenance LATER = act("2026-11-20T13:00:00Z");
  private static final Profile ADA = profile("Ada Lovelace");
  private static final Profile GRACE = profile("Grace Hopper");
  private static final Account ACTIVE = Account.open(ID, ADA, OPENING).state().at(1);
  private static final Account SUSPENDED = ACTIVE.suspend(LATER).state().at(2);
  private static final Account CLOSED = ACTIVE.close(LATER).state().at(2);

  @Test
  void aNewAccountIsActiveAndNotStoredYet() {
    var change = Account.open(ID, ADA, OPENING);
    assertThat(change.state())
        .isEqualTo(new Account(ID, ADA, Status.ACTIVE, OPENING.at(), OPENING.at(), 0));
    assertThat(change.events()).isEqualTo(List.of(new AccountEvent.Opened(ID, ADA)));
    assertThat(change.act()).isEqualTo(OPENING);
  }

  @Test
  void anotherProfileIsAnAmendment() {
    var change = ACTIVE.amend(GRACE, LATER);
    assertThat(change.state())
        .isEqualTo(new Account(ID, GRACE, Status.ACTIVE, OPENING.at(), LATER.at(), 1));
    assertThat(change.events()).isEqualTo(List.of(new AccountEvent.Amended(ID, ADA, GRACE)));
    assertThat(SUSPENDED.amend(GRACE, LATER).state().status()).isEqualTo(Status.SUSPENDED);
  }

  @Test
  void theSameProfileIsNoChange() {
    var change = ACTIVE.amend(profile("Ada Lovelace"), LATER);
    assertThat(change.isNone()).isTrue();
    assertThat(change.state()).isEqualTo(ACTIVE);
  }

  @Test
  void anAccountIsSuspendedAndReactivated() {
    var suspending = ACTIVE.suspend(LATER);
    assertThat(suspending.state().status()).isEqualTo(Status.SUSPENDED);
    assertThat(suspending.events()).isEqualTo(List.of(new AccountEvent.Suspended(ID)));
    var reactivating = SUSPENDED.reactivate(LATER);
    assertThat(reactivating.state().status()).isEqualTo(Status.ACTIVE);
    assertThat(reactivating.events()).isEqualTo(List.of(new AccountEvent.Reactivated(ID)));
  }

  @Test
  void activeAndSuspendedAccountsCanBeClosed() {
    for (var open : List.of(ACTIVE, SUSPENDED)) {
      var closing = open.close(LATER);
      assertThat(closing.state().status()).isEqualTo(Status.CLOSED);
      assertThat(closing.state().isOpen()).isFalse();
      assertThat(closing.events()).isEqualTo(List.of(new AccountEvent.Closed(ID)));
      assertThat(open.isOpen()).isTrue();
    }
  }

  @Test
  void aRepeatedChangeIsEmpty() {
    for (var none :
        List.of(SUSPENDED.suspend(LATER), ACTIVE.reactivate(LATER), CLOSED.close(LATER))) {
      assertThat(none.isNone()).isTrue();
      assertThat(none.state().updatedAt()).isIn(OPENING.at(), LATER.at());
    }
    assertThat(CLOSED.close(act("2026-11-21T00:00:00Z")).state()).isEqualTo(CLOSED);
  }

  @Test
  void aClosedAccountIsFinal() {
    List<ThrowingCallable> changes =
        List.of(
            () -> CLOSED.amend(GRACE, LATER),
            () -> CLOSED.amend(ADA, LATER),
            () -> CLOSED.suspend(LATER),
            () -> CLOSED.reactivate(LATER));
    assertThat(changes)
        .allSatisfy(change -> assertThatThrownBy(change).isInstanceOf(IllegalStateException.class));
  }

  @Test
  void aClockThatGoesBackDoesNotMoveTheTimeOfChangeBack() {
    var earlier = act("2026-11-20T11:59:59Z");
    var changed = ACTIVE.suspend(earlier).state();
    assertThat(changed.updatedAt()).isEqualTo(OPENING.at());
    assertThat(changed.createdAt()).isEqualTo(OPENING.at());
  }

  @Test
  void nothingPersonalIsPrinted() {
    assertThat(ACTIVE.toString()).contains(ID.toString()).doesNotContain("Ada", "ada@");
  }

  private static Provenance act(String at) {
    return new Provenance("clerk", Instant.parse(at));
  }

  private static Profile profile(String name) {
    return new Profile(new ClientName(name), new Email("ada@example.com"), null, Metadata.NONE);
  }
}
