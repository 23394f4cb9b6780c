package io.clientele.application.account;

import static io.clientele.application.account.AccountActors.AT_ANY;
import static io.clientele.application.account.AccountActors.AT_NONE;
import static io.clientele.application.account.AccountActors.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.StoredResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Tests that a request with a key is executed once and answered equally for a day. */
final class IdempotencyTest {
  private final ContestedAccounts accounts = new ContestedAccounts();
  private final IdempotencyStore answers = accounts.stored.answers();
  private Instant now = AccountChanges.NOON;
  private final InstantSource clock = () -> now;
  private final OpenAccount openAccount =
      new OpenAccount(accounts, answers, accounts.sample::id, clock);
  private final SuspendAccount suspendAccount = new SuspendAccount(accounts, answers, clock);
  private final Profile ada = accounts.sample.profile();

  @Test
  void aRepeatedOpeningReturnsTheStoredResponse() {
    var opened = (AccountOutcome.Done) openAccount.open(CLERK, ada, once("open", "{}"));
    var given = answered(opened.account());
    assertThat(openAccount.open(CLERK, ada, once("open", "{}")))
        .isEqualTo(new AccountOutcome.Replayed(given));
    accounts.stored.save(accounts.now(opened.account().id()).close(accounts.sample.act()));
    assertThat(openAccount.open(CLERK, ada, once("open", "{}")))
        .as("after the account was closed")
        .isEqualTo(new AccountOutcome.Replayed(given));
    assertThat(accounts.saves()).isEqualTo(1);
  }

  @Test
  void anotherBodyUnderTheSameKeyIsAMismatchBeforeAnyRule() {
    openAccount.open(CLERK, ada, once("open", "{}"));
    assertThat(openAccount.open(CLERK, accounts.sample.profile(), once("open", "{ }")))
        .isEqualTo(new AccountOutcome.KeyMismatch());
    var account = accounts.given();
    suspend(account.id(), "hold");
    accounts.stored.save(accounts.now(account.id()).close(accounts.sample.act()));
    assertThat(suspendAccount.suspend(CLERK, account.id(), AT_NONE, once("hold", "{ }")))
        .isEqualTo(new AccountOutcome.KeyMismatch());
    assertThat(suspend(account.id(), "hold")).isInstanceOf(AccountOutcome.Replayed.class);
  }

  @Test
  void aRefusedRequestIsDecidedAgain() {
    var taken = accounts.given();
    var profile = new Profile(ada.name(), taken.profile().email(), ada.taxId(), ada.metadata());
    assertThat(openAccount.open(CLERK, profile, once("open", "{}")))
        .isEqualTo(new AccountOutcome.EmailTaken());
    accounts.stored.save(taken.close(accounts.sample.act()));
    assertThat(openAccount.open(CLERK, profile, once("open", "{}")))
        .isInstanceOf(AccountOutcome.Done.class);
  }

  @Test
  void anEmptyChangeIsDecidedAgain() {
    var account = accounts.givenSuspended();
    assertThat(suspend(account.id(), "hold")).isEqualTo(new AccountOutcome.Done(account));
    var active = account.reactivate(accounts.sample.act());
    accounts.stored.save(active);
    var done = (AccountOutcome.Done) suspend(account.id(), "hold");
    assertThat(done.account().status()).isEqualTo(Status.SUSPENDED);
    assertThat(done.account().version()).isEqualTo(account.version() + 2);
  }

  @Test
  void afterADayTheKeyIsFree() {
    openAccount.open(CLERK, ada, once("open", "{}"));
    now = AccountChanges.NOON.plus(IdempotencyStore.KEPT).minusNanos(1_000);
    assertThat(openAccount.open(CLERK, ada, once("open", "{}")))
        .isInstanceOf(AccountOutcome.Replayed.class);
    now = AccountChanges.NOON.plus(IdempotencyStore.KEPT);
    assertThat(openAccount.open(CLERK, accounts.sample.profile(), once("open", "{ }")))
        .isInstanceOf(AccountOutcome.Done.class);
  }

  @Test
  void aRequestDuringTheFirstIsRefusedAtOnce() {
    var account = accounts.given();
    accounts
        .stored
        .answers()
        .whileInWork(
            once("raced", "{}").key(),
            () -> {
              assertThat(openAccount.open(CLERK, ada, once("raced", "{}")))
                  .isEqualTo(new AccountOutcome.InProgress());
              assertThat(suspend(account.id(), "raced")).isEqualTo(new AccountOutcome.InProgress());
            });
    assertThat(accounts.now(account.id())).isEqualTo(account);
  }

  @Test
  void anOvertakenRequestReturnsTheResponseOfTheFirst() {
    var late = new OpenAccount(accounts, this::notYet, accounts.sample::id, clock);
    openAccount.open(CLERK, ada, once("open", "{}"));
    assertThat(late.open(CLERK, ada, once("open", "{}")))
        .isInstanceOf(AccountOutcome.Replayed.class);
    var account = accounts.given();
    suspend(account.id(), "hold");
    accounts.stored.save(accounts.now(account.id()).reactivate(accounts.sample.act()));
    looks = 0;
    assertThat(
            new SuspendAccount(accounts, this::notYet, clock)
                .suspend(CLERK, account.id(), AT_ANY, once("hold", "{}")))
        .isInstanceOf(AccountOutcome.Replayed.class);
  }

  @Test
  void theResponseOfAnErasedAccountIsDeleted() {
    var opened = (AccountOutcome.Done) openAccount.open(CLERK, ada, once("open", "{}"));
    accounts.stored.erase(opened.account().id(), accounts.sample.act());
    assertThat(openAccount.open(CLERK, ada, once("open", "{}")))
        .isEqualTo(new AccountOutcome.AlreadyErased());
  }

  @Test
  void anActorWithoutThePermissionGetsNoStoredResponse() {
    openAccount.open(CLERK, ada, once("open", "{}"));
    assertThat(openAccount.open(AccountActors.as(Role.AUDITOR), ada, once("open", "{}")))
        .isEqualTo(new AccountOutcome.Denied());
  }

  @Test
  void aUseCaseWithoutAnIdempotencyStoreRefusesAKey() {
    var plain = new OpenAccount(accounts, accounts.sample::id, clock);
    assertThatThrownBy(() -> plain.open(CLERK, ada, once("open", "{}")))
        .isInstanceOf(IllegalStateException.class);
  }

  private int looks;

  /** The first look-up runs before the response is stored. */
  private IdempotencyStore.Found notYet(IdempotencyKey key, Instant at) {
    return looks++ == 0 ? new IdempotencyStore.Found.Unknown() : answers.find(key, at);
  }

  private AccountOutcome suspend(AccountId id, String name) {
    return suspendAccount.suspend(CLERK, id, AT_ANY, once(name, "{}"));
  }

  private static Idempotent<Account> once(String name, String body) {
    return new Idempotent<>(
        new IdempotencyKey(CLERK.name(), "POST", "/v1/accounts", name, body),
        IdempotencyTest::answered);
  }

  private static StoredResponse answered(Account account) {
    return new StoredResponse("text/plain", account.toString().getBytes(StandardCharsets.UTF_8));
  }
}
