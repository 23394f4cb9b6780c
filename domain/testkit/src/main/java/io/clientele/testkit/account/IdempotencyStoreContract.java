package io.clientele.testkit.account;

import static io.clientele.testkit.account.AccountFixtures.given;
import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.IdempotencyStore.Found;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.StoredResponse;
import io.clientele.testkit.kernel.ChangeTrial;
import io.clientele.testkit.kernel.IdempotentChangeContract;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A response is stored with the change that it answers, and is returned for a day. Implement this
 * contract for your {@link IdempotencyStore} and {@link Accounts} over one store, next to {@link
 * AccountsContract}.
 */
public interface IdempotencyStoreContract extends IdempotentChangeContract {
  /** A fresh, empty store. */
  Store store();

  /** A store of an unreachable server. */
  Store unreachableStore();

  /**
   * Runs the action while a request with this key is in progress in the store that was requested
   * last.
   */
  void whileInWork(IdempotencyKey key, Runnable action);

  /** Accounts and their stored responses. */
  record Store(Accounts accounts, IdempotencyStore answers) {
    public Store {
      Objects.requireNonNull(accounts, "accounts");
      Objects.requireNonNull(answers, "answers");
    }
  }

  @Override
  default ChangeTrial<?, ?> trial() {
    var accounts = store().accounts();
    return new AccountFixtures.Trial(accounts, accounts::save);
  }

  private static IdempotencyKey key(String name) {
    return new IdempotencyKey("operator:ada", "POST", "/v1/accounts", name, "b0d1");
  }

  /** Returns a change with a response to store. */
  private static Change<Account> keeping(Change<Account> change, IdempotencyKey key, String body) {
    return change.keeping(new Idempotent.Kept(key, text(body)));
  }

  private static StoredResponse text(String body) {
    return new StoredResponse("text/plain", body.getBytes(StandardCharsets.UTF_8));
  }

  private static StoredResponse answer(Change<Account> keeping) {
    return Objects.requireNonNull(keeping.kept()).response();
  }

  @Test
  default void aResponseIsStoredUnchanged() {
    var store = store();
    var sample = new AccountSample(80);
    var opening = keeping(sample.opening(), key("first"), "{\"name\":\"Zoë 🦊\"}\n \t");
    assertThat(store.accounts().save(opening)).isEqualTo(Saved.STORED);
    var found = store.answers().find(key("first"), sample.act().at());
    assertThat(found).isEqualTo(new Found.Answered(answer(opening)));
  }

  @Test
  default void theBytesOfAResponseAreNotText() {
    var store = store();
    var sample = new AccountSample(81);
    var bare = new StoredResponse("application/octet-stream", new byte[] {0, -1, 10, 13});
    store.accounts().save(sample.opening().keeping(new Idempotent.Kept(key("bare"), bare)));
    assertThat(store.answers().find(key("bare"), sample.act().at()))
        .isEqualTo(new Found.Answered(bare));
  }

  @Test
  default void anUnusedKeyIsUnknown() {
    var store = store();
    var sample = new AccountSample(82);
    store.accounts().save(sample.opening());
    assertThat(store.answers().find(key("new"), sample.act().at())).isEqualTo(new Found.Unknown());
  }

  @Test
  default void anotherBodyIsAMismatch() {
    var store = store();
    var sample = new AccountSample(83);
    store.accounts().save(keeping(sample.opening(), key("body"), "{}"));
    var other = new IdempotencyKey("operator:ada", "POST", "/v1/accounts", "body", "b0d2");
    assertThat(store.answers().find(other, sample.act().at())).isEqualTo(new Found.Mismatched());
  }

  @Test
  default void keysDifferByCallerActionTargetAndName() {
    var store = store();
    var sample = new AccountSample(84);
    store.accounts().save(keeping(sample.opening(), key("scoped"), "{}"));
    var others =
        List.of(
            new IdempotencyKey("operator:eve", "POST", "/v1/accounts", "scoped", "b0d1"),
            new IdempotencyKey("operator:ada", "PUT", "/v1/accounts", "scoped", "b0d1"),
            new IdempotencyKey("operator:ada", "POST", "/v1/account", "scoped", "b0d1"),
            new IdempotencyKey("operator:ada", "POST", "/v1/account", "sscoped", "b0d1"),
            new IdempotencyKey("operator:ada", "POST", "/v1/accounts", "Scoped", "b0d1"));
    assertThat(others)
        .allSatisfy(
            other -> {
              assertThat(store.answers().find(other, sample.act().at()))
                  .isEqualTo(new Found.Unknown());
              assertThat(store.accounts().save(keeping(sample.opening(), other, "{}")))
                  .isEqualTo(Saved.STORED);
            });
  }

  @Test
  default void aRefusedChangeStoresNoResponse() {
    var store = store();
    var sample = new AccountSample(85);
    var owner = given(store.accounts(), sample.opening());
    var taken = keeping(sample.opening(owner.profile()), key("taken"), "{}");
    assertThat(store.accounts().save(taken)).isIn(Saved.EMAIL_TAKEN, Saved.TAX_ID_TAKEN);
    var stale = keeping(owner.at(7).suspend(sample.act()), key("stale"), "{}");
    assertThat(store.accounts().save(stale)).isEqualTo(Saved.STALE);
    for (var key : List.of(key("taken"), key("stale"))) {
      assertThat(store.answers().find(key, sample.act().at())).isEqualTo(new Found.Unknown());
    }
    given(store.accounts(), owner.close(sample.act()));
    assertThat(store.accounts().save(taken)).as("the key is free").isEqualTo(Saved.STORED);
  }

  @Test
  default void aSecondSaveUnderAKeyStoresNothingForAnyBody() {
    var store = store();
    var sample = new AccountSample(86);
    var first = keeping(sample.opening(), key("twice"), "{}");
    store.accounts().save(first);
    for (var hash : List.of("b0d1", "b0d2")) {
      var key = new IdempotencyKey("operator:ada", "POST", "/v1/accounts", "twice", hash);
      var second = keeping(sample.opening(), key, "{\"second\":true}");
      assertThat(store.accounts().save(second)).isEqualTo(Saved.ANSWERED);
      assertThat(store.accounts().find(second.state().id())).isEqualTo(Accounts.Found.ABSENT);
    }
    assertThat(store.answers().find(key("twice"), sample.act().at()))
        .isEqualTo(new Found.Answered(answer(first)));
  }

  @Test
  default void aResponseIsReturnedForADayAndThenTheKeyIsFree() {
    var store = store();
    var sample = new AccountSample(87);
    var opening = keeping(sample.opening(), key("daily"), "{}");
    store.accounts().save(opening);
    var end = opening.act().at().plus(IdempotencyStore.KEPT);
    assertThat(store.answers().find(key("daily"), end.minusNanos(1_000)))
        .isEqualTo(new Found.Answered(answer(opening)));
    assertThat(store.answers().find(key("daily"), end)).isEqualTo(new Found.Unknown());
    var tomorrow = Account.open(sample.id(), sample.profile(), sample.act(end));
    assertThat(store.accounts().save(keeping(tomorrow, key("daily"), "{\"new\":1}")))
        .isEqualTo(Saved.STORED);
    assertThat(store.answers().find(key("daily"), end.plusSeconds(1)))
        .isInstanceOfSatisfying(
            Found.Answered.class,
            again -> assertThat(again.response()).isEqualTo(text("{\"new\":1}")));
  }

  @Test
  default void aSecondRequestDuringTheFirstIsRefusedAtOnce() {
    var store = store();
    var sample = new AccountSample(88);
    var opening = keeping(sample.opening(), key("slow"), "{}");
    whileInWork(
        key("slow"),
        () -> {
          assertThat(store.accounts().save(opening)).isEqualTo(Saved.IN_PROGRESS);
          assertThat(store.answers().find(key("slow"), sample.act().at()))
              .isEqualTo(new Found.Unknown());
          var other = keeping(sample.opening(), key("other"), "{}");
          assertThat(store.accounts().save(other)).isEqualTo(Saved.STORED);
        });
    assertThat(store.accounts().find(opening.state().id())).isEqualTo(Accounts.Found.ABSENT);
    assertThat(store.accounts().save(opening)).isEqualTo(Saved.STORED);
  }

  @Test
  default void ofConcurrentSavesUnderOneKeyOneIsStored() {
    var store = store();
    var sample = new AccountSample(89);
    var openings =
        IntStream.range(0, 50)
            .mapToObj(i -> keeping(sample.opening(), key("raced"), "{\"n\":" + i + "}"))
            .toList();
    var ends = together(openings.size(), i -> store.accounts().save(openings.get(i)));
    assertThat(ends)
        .containsOnlyOnce(Saved.STORED)
        .isSubsetOf(Saved.STORED, Saved.ANSWERED, Saved.IN_PROGRESS);
    var winner = openings.get(ends.indexOf(Saved.STORED));
    assertThat(store.answers().find(key("raced"), sample.act().at()))
        .isEqualTo(new Found.Answered(answer(winner)));
  }

  @Test
  default void anErasureDeletesOnlyTheResponsesOfItsAccount() {
    var store = store();
    var sample = new AccountSample(90);
    var erased = keeping(sample.opening(), key("erased"), "{\"name\":\"Ada\"}");
    var stays = keeping(sample.opening(), key("stays"), "{}");
    store.accounts().save(erased);
    store.accounts().save(stays);
    store.accounts().erase(erased.state().id(), sample.act());
    var other = new IdempotencyKey("operator:ada", "POST", "/v1/accounts", "erased", "b0d2");
    for (var key : List.of(key("erased"), other)) {
      assertThat(store.answers().find(key, sample.act().at())).isEqualTo(new Found.Emptied());
      assertThat(store.accounts().save(keeping(sample.opening(), key, "{}")))
          .isEqualTo(Saved.ANSWERED);
    }
    assertThat(store.answers().find(key("stays"), sample.act().at()))
        .isEqualTo(new Found.Answered(answer(stays)));
  }

  @Test
  default void anUnreachableStoreIsUnavailableAndNotUnknown() {
    var away = unreachableStore();
    var sample = new AccountSample(91);
    var opening = keeping(sample.opening(), key("away"), "{}");
    UnavailabilityAssertions.assertUnavailable(
        List.of(
            () -> away.answers().find(key("away"), sample.act().at()),
            () -> away.accounts().save(opening)));
  }
}
