package io.clientele.application.care;

import io.clientele.application.kernel.IdempotencyGuard;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.StoredResponse;
import io.clientele.domain.kernel.account.AccountStanding;
import io.clientele.domain.kernel.account.AccountStandings;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a use case of customer care. Each use case names those that it has.
 *
 * @param <T> what it returns if all goes well
 */
public sealed interface CareOutcome<T> {
  /** The use case did what was asked, or there was nothing to do. */
  record Done<T>(T value) implements CareOutcome<T> {
    public Done {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<T, R> visitor) {
      return visitor.done(this);
    }
  }

  /** The request was carried out before: this was the response. */
  record Replayed<T>(StoredResponse response) implements CareOutcome<T> {
    public Replayed {
      Objects.requireNonNull(response, "response");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<T, R> visitor) {
      return visitor.replayed(this);
    }
  }

  /** The actor may not do this. */
  record Denied<T>() implements CareOutcome<T> {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<T, R> visitor) {
      return visitor.denied(this);
    }
  }

  /** There is no account of this id. */
  record NoSuchAccount<T>() implements CareOutcome<T> {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<T, R> visitor) {
      return visitor.noSuchAccount(this);
    }
  }

  /** The account is erased, with all that was noted about it. */
  record AlreadyErased<T>() implements CareOutcome<T> {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<T, R> visitor) {
      return visitor.alreadyErased(this);
    }
  }

  /** The account has no such note. */
  record NoSuchNote<T>() implements CareOutcome<T> {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<T, R> visitor) {
      return visitor.noSuchNote(this);
    }
  }

  /** There is no active operator of this id. */
  record NoSuchOperator<T>() implements CareOutcome<T> {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<T, R> visitor) {
      return visitor.noSuchOperator(this);
    }
  }

  /** The idempotency key was used for another request. */
  record KeyMismatch<T>() implements CareOutcome<T> {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<T, R> visitor) {
      return visitor.keyMismatch(this);
    }
  }

  /** Another request with the idempotency key is in progress. */
  record InProgress<T>() implements CareOutcome<T> {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<T, R> visitor) {
      return visitor.inProgress(this);
    }
  }

  /** Other writers were first at every attempt. */
  record Overtaken<T>() implements CareOutcome<T> {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<T, R> visitor) {
      return visitor.overtaken(this);
    }
  }

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

  /** Calls the method of the visitor for this case, and returns its result. */
  <R extends @Nullable Object> R accept(Visitor<T, R> visitor);

  /** One method for each case, so that the compiler finds a case that is not handled. */
  interface Visitor<T, R extends @Nullable Object> {
    R done(Done<T> done);

    R replayed(Replayed<T> replayed);

    R denied(Denied<T> denied);

    R noSuchAccount(NoSuchAccount<T> noSuchAccount);

    R alreadyErased(AlreadyErased<T> alreadyErased);

    R noSuchNote(NoSuchNote<T> noSuchNote);

    R noSuchOperator(NoSuchOperator<T> noSuchOperator);

    R keyMismatch(KeyMismatch<T> keyMismatch);

    R inProgress(InProgress<T> inProgress);

    R overtaken(Overtaken<T> overtaken);
  }
}
