package io.clientele.testkit.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.IdempotencyStore.Found;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.testkit.account.IdempotencyStoreContract.Store;
import io.clientele.testkit.kernel.PortFault;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stores that keep answers, with one fault each. */
public final class BrokenIdempotencyStores {
  private BrokenIdempotencyStores() {}

  public static Store right(InMemoryAccounts accounts) {
    return new Store(accounts, accounts.answers());
  }

  static Stream<PortFault<InMemoryAccounts, Store>> all() {
    return Stream.of(
        of(
            "answers are forgotten after an hour",
            "aResponseIsReturnedForADayAndThenTheKeyIsFree",
            inner -> finding(inner, (key, at) -> find(inner, key, at.plus(Duration.ofHours(23))))),
        of(
            "responses never expire",
            "aResponseIsReturnedForADayAndThenTheKeyIsFree",
            inner -> finding(inner, (key, at) -> find(inner, key, at.minus(Duration.ofDays(1))))),
        of(
            "the body does not matter",
            "anotherBodyIsAMismatch",
            inner -> finding(inner, (key, at) -> find(inner, hashed(key, "b0d1"), at))),
        of(
            "a key is its name alone",
            "keysDifferByCallerActionTargetAndName",
            inner -> finding(inner, (key, at) -> find(inner, unscoped(key), at))),
        of(
            "a key forgets its target",
            "keysDifferByCallerActionTargetAndName",
            inner -> finding(inner, (key, at) -> find(inner, withoutTarget(key), at))),
        of(
            "the key is not looked at again",
            "aSecondSaveUnderAKeyStoresNothingForAnyBody",
            inner -> saving(inner, change -> renamed(change))),
        of(
            "an answer is kept though nothing is stored",
            "aRefusedChangeStoresNoResponse",
            Eager::of),
        of("a refused change keeps its response", "aRefusedChangeLeavesNoResponse", Eager::of),
        of(
            "no response is kept",
            "aSecondRequestWithTheKeyGetsTheFirstResponse",
            inner -> saving(inner, BrokenIdempotencyStores::withoutResponse)),
        of(
            "a key in progress is not locked",
            "aSecondRequestDuringTheFirstIsRefusedAtOnce",
            inner -> saving(inner, change -> renamed(change))),
        of(
            "erasing leaves answers as they are",
            "anErasureDeletesOnlyTheResponsesOfItsAccount",
            BrokenIdempotencyStores::remembering),
        of(
            "down looks like unknown",
            "anUnreachableStoreIsUnavailableAndNotUnknown",
            inner -> finding(inner, (key, at) -> orUnknown(inner, key, at))));
  }

  private static PortFault<InMemoryAccounts, Store> of(
      String fault, String redTest, Function<InMemoryAccounts, Store> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  private static Store finding(InMemoryAccounts inner, IdempotencyStore answers) {
    return new Store(inner, answers);
  }

  private static Found find(InMemoryAccounts inner, IdempotencyKey key, Instant at) {
    return inner.answers().find(key, at);
  }

  private static Found orUnknown(InMemoryAccounts inner, IdempotencyKey key, Instant at) {
    try {
      return find(inner, key, at);
    } catch (PortUnavailable e) {
      return new Found.Unknown();
    }
  }

  private static IdempotencyKey hashed(IdempotencyKey key, String hash) {
    return new IdempotencyKey(key.caller(), key.action(), key.target(), key.name(), hash);
  }

  private static IdempotencyKey unscoped(IdempotencyKey key) {
    return new IdempotencyKey("operator:ada", "POST", "/v1/accounts", key.name(), key.bodyHash());
  }

  private static IdempotencyKey withoutTarget(IdempotencyKey key) {
    return new IdempotencyKey(
        key.caller(), key.action(), "/v1/accounts", key.name(), key.bodyHash());
  }

  private static Store saving(InMemoryAccounts inner, UnaryOperator<Change<Account>> asking) {
    var accounts =
        new ForwardingAccounts(inner) {
          @Override
          public Saved save(Change<Account> change) {
            return super.save(asking.apply(change));
          }
        };
    return new Store(accounts, inner.answers());
  }

  private static Change<Account> withoutResponse(Change<Account> change) {
    return new Change<>(change.state(), change.events(), change.act(), null);
  }

  /** Stores under another key, which no request has. */
  private static Change<Account> renamed(Change<Account> change) {
    var key = change.kept().key();
    var own = change.state().id().toString();
    var renamed = new IdempotencyKey(key.caller(), key.action(), key.target(), own, key.bodyHash());
    return change.keeping(new Idempotent.Kept(renamed, change.kept().response()));
  }

  private static Store remembering(InMemoryAccounts inner) {
    var seen = new HashMap<IdempotencyKey, Found>();
    var answers = inner.answers();
    var accounts =
        new ForwardingAccounts(inner) {
          @Override
          public Saved save(Change<Account> change) {
            var saved = super.save(change);
            seen.put(change.kept().key(), answers.find(change.kept().key(), change.act().at()));
            return saved;
          }
        };
    return new Store(accounts, (key, at) -> seen.getOrDefault(key, answers.find(key, at)));
  }

  private static final class Eager extends ForwardingAccounts {
    private final Map<IdempotencyKey, IdempotencyStore.Found> kept = new HashMap<>();

    private Eager(Accounts inner) {
      super(inner);
    }

    static Store of(InMemoryAccounts inner) {
      var eager = new Eager(inner);
      return new Store(
          eager, (key, at) -> eager.kept.getOrDefault(key, inner.answers().find(key, at)));
    }

    @Override
    public Saved save(Change<Account> change) {
      var answer = change.kept();
      if (answer != null) {
        kept.put(answer.key(), new IdempotencyStore.Found.Answered(answer.response()));
      }
      return super.save(change);
    }
  }
}
