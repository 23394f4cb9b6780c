package io.clientele.application.care;

import io.clientele.application.kernel.IdempotencyGuard;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.StoredResponse;
import io.clientele.domain.kernel.account.AccountStanding;
import io.clientele.domain.kernel.account.AccountStandings;
import java.util.Optional;

/**
 * The outcome of a use case of customer care. Each use case names those that it has.
 *
 * @param <T> what it returns if all goes well
 */
public sealed interface CareOutcome<T> {
  /** The use case did what was asked, or there was nothing to do. */
  record Done<T>(T value) implements CareOutcome<T> {}

  /** The request was carried out before: this was the response. */
  record Replayed<T>(StoredResponse response) implements CareOutcome<T> {}

  /** The actor may not do this. */
  record Denied<T>() implements CareOutcome<T> {}

  /** There is no account of this id. */
  record NoSuchAccount<T>() implements CareOutcome<T> {}

  /** The account is erased, with all that was noted about it. */
  record AlreadyErased<T>() implements CareOutcome<T> {}

  /** The account has no such note. */
  record NoSuchNote<T>() implements CareOutcome<T> {}

  /** There is no active operator of this id. */
  record NoSuchOperator<T>() implements CareOutcome<T> {}

  /** The idempotency key was used for another request. */
  record KeyMismatch<T>() implements CareOutcome<T> {}

  /** Another request with the idempotency key is in progress. */
  record InProgress<T>() implements CareOutcome<T> {}

  /** Other writers were first at every attempt. */
  record Overtaken<T>() implements CareOutcome<T> {}

  /** Returns the outcomes of a request whose idempotency key was used before. */
  static <T> IdempotencyGuard.Outcomes<CareOutcome<T>> earlier() {
    return new IdempotencyGuard.Outcomes<>(
        Replayed::new, new KeyMismatch<>(), new AlreadyErased<>());
  }

  /** Returns why an account has no care: it is absent or erased. Empty for any other account. */
  static <T> Optional<CareOutcome<T>> refusal(AccountStandings accounts, AccountId account) {
    var standing = accounts.of(account);
    if (standing == AccountStanding.ABSENT) {
      return Optional.of(new NoSuchAccount<>());
    }
    return standing == AccountStanding.ERASED
        ? Optional.of(new AlreadyErased<>())
        : Optional.empty();
  }
}
