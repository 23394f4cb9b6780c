package io.clientele.application.account;

import static io.clientele.application.account.Asking.AT_ANY;
import static io.clientele.application.account.Asking.AT_NONE;
import static io.clientele.application.account.Asking.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.Answer;
import io.clientele.domain.KeptAnswers;
import io.clientele.domain.Once;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Role;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** What is asked for under a key is done once, and answered alike for a day. */
final class OnceTest {
  private final ContestedAccounts accounts = new ContestedAccounts();
  private final KeptAnswers answers = accounts.stored.answers();
  private Instant now = Changes.NOON;
  private final InstantSource clock = () -> now;
  private final OpenAccount openAccount =
      new OpenAccount(accounts, answers, accounts.sample::id, clock);
  private final SuspendAccount suspendAccount = new SuspendAccount(accounts, answers, clock);
  private final Profile ada = accounts.sample.profile();

  @Test
  void whatIsOpenedOnceMoreIsAnsweredAsItWas() {
    var opened = (Outcome.Done) openAccount.open(CLERK, ada, once("open", "{}"));
    var given = answered(opened.account());
    assertThat(openAccount.open(CLERK, ada, once("open", "{}")))
        .isEqualTo(new Outcome.Replayed(given));
    accounts.stored.save(accounts.now(opened.account().id()).close(accounts.sample.act()));
    assertThat(openAccount.open(CLERK, ada, once("open", "{}")))
        .as("whatever became of it since")
        .isEqualTo(new Outcome.Replayed(given));
    assertThat(accounts.saves()).isEqualTo(1);
  }

  @Test
  void anotherBodyUnderTheSameKeyIsAMismatchBeforeAnyRule() {
    openAccount.open(CLERK, ada, once("open", "{}"));
    assertThat(openAccount.open(CLERK, accounts.sample.profile(), once("open", "{ }")))
        .isEqualTo(new Outcome.KeyMismatch());
    var account = accounts.given();
    suspend(account.id(), "hold");
    accounts.stored.save(accounts.now(account.id()).close(accounts.sample.act()));
    assertThat(suspendAccount.suspend(CLERK, account.id(), AT_NONE, once("hold", "{ }")))
        .isEqualTo(new Outcome.KeyMismatch());
    assertThat(suspend(account.id(), "hold")).isInstanceOf(Outcome.Replayed.class);
  }

  @Test
  void whatEndedBadlyIsJudgedAnew() {
    var taken = accounts.given();
    var profile = new Profile(ada.name(), taken.profile().email(), ada.taxId(), ada.metadata());
    assertThat(openAccount.open(CLERK, profile, once("open", "{}")))
        .isEqualTo(new Outcome.EmailTaken());
    accounts.stored.save(taken.close(accounts.sample.act()));
    assertThat(openAccount.open(CLERK, profile, once("open", "{}")))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void whatChangedNothingIsJudgedAnew() {
    var account = accounts.givenSuspended();
    assertThat(suspend(account.id(), "hold")).isEqualTo(new Outcome.Done(account));
    var active = account.reactivate(accounts.sample.act());
    accounts.stored.save(active);
    var done = (Outcome.Done) suspend(account.id(), "hold");
    assertThat(done.account().status()).isEqualTo(Status.SUSPENDED);
    assertThat(done.account().version()).isEqualTo(account.version() + 2);
  }

  @Test
  void afterADayTheKeyIsFree() {
    openAccount.open(CLERK, ada, once("open", "{}"));
    now = Changes.NOON.plus(KeptAnswers.KEPT).minusNanos(1_000);
    assertThat(openAccount.open(CLERK, ada, once("open", "{}")))
        .isInstanceOf(Outcome.Replayed.class);
    now = Changes.NOON.plus(KeptAnswers.KEPT);
    assertThat(openAccount.open(CLERK, accounts.sample.profile(), once("open", "{ }")))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void whileItIsInWorkTheNextIsToldAtOnce() {
    var account = accounts.given();
    accounts
        .stored
        .answers()
        .whileInWork(
            once("raced", "{}").key(),
            () -> {
              assertThat(openAccount.open(CLERK, ada, once("raced", "{}")))
                  .isEqualTo(new Outcome.InProgress());
              assertThat(suspend(account.id(), "raced")).isEqualTo(new Outcome.InProgress());
            });
    assertThat(accounts.now(account.id())).isEqualTo(account);
  }

  @Test
  void whoLooksTooEarlyFindsTheAnswerOfTheOneThatWasFirst() {
    var late = new OpenAccount(accounts, this::notYet, accounts.sample::id, clock);
    openAccount.open(CLERK, ada, once("open", "{}"));
    assertThat(late.open(CLERK, ada, once("open", "{}"))).isInstanceOf(Outcome.Replayed.class);
    var account = accounts.given();
    suspend(account.id(), "hold");
    accounts.stored.save(accounts.now(account.id()).reactivate(accounts.sample.act()));
    looks = 0;
    assertThat(
            new SuspendAccount(accounts, this::notYet, clock)
                .suspend(CLERK, account.id(), AT_ANY, once("hold", "{}")))
        .isInstanceOf(Outcome.Replayed.class);
  }

  @Test
  void theAnswerOfAnErasedAccountIsGone() {
    var opened = (Outcome.Done) openAccount.open(CLERK, ada, once("open", "{}"));
    accounts.stored.erase(opened.account().id(), accounts.sample.act());
    assertThat(openAccount.open(CLERK, ada, once("open", "{}")))
        .isEqualTo(new Outcome.AlreadyErased());
  }

  @Test
  void whoMayNoMoreIsNotAnswered() {
    openAccount.open(CLERK, ada, once("open", "{}"));
    assertThat(openAccount.open(Asking.as(Role.AUDITOR), ada, once("open", "{}")))
        .isEqualTo(new Outcome.Denied());
  }

  @Test
  void aUseCaseWithoutKeptAnswersRefusesAKey() {
    var plain = new OpenAccount(accounts, accounts.sample::id, clock);
    assertThatThrownBy(() -> plain.open(CLERK, ada, once("open", "{}")))
        .isInstanceOf(IllegalStateException.class);
  }

  private int looks;

  /** The first look comes before the answer. */
  private KeptAnswers.Found notYet(Once.Key key, Instant at) {
    return looks++ == 0 ? new KeptAnswers.Found.Unknown() : answers.find(key, at);
  }

  private Outcome suspend(AccountId id, String name) {
    return suspendAccount.suspend(CLERK, id, AT_ANY, once(name, "{}"));
  }

  private static Once<Account> once(String name, String body) {
    return new Once<>(
        new Once.Key(CLERK.name(), "POST", "/v1/accounts", name, body), OnceTest::answered);
  }

  private static Answer answered(Account account) {
    return new Answer(201, null, "\"" + account.version() + "\"", account.toString());
  }
}
