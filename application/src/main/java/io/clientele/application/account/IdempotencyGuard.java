package io.clientele.application.account;

import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.IdempotencyStore.Found;
import io.clientele.domain.kernel.Idempotent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what is asked for once more from what is new. */
final class IdempotencyGuard {
  private final IdempotencyStore answers;

  IdempotencyGuard(IdempotencyStore answers) {
    this.answers = answers;
  }

  /** Where no answers are kept, to ask for one is a bug. */
  static IdempotencyGuard never() {
    return new IdempotencyGuard(
        (key, at) -> {
          throw new IllegalStateException("this use case was made without kept answers");
        });
  }

  /** How it ended before; empty if it is new, or need not be done once only. */
  Optional<AccountOutcome> ended(@Nullable Idempotent<?> once, Instant at) {
    if (once == null) {
      return Optional.empty();
    }
    var found = answers.find(once.key(), at);
    if (found instanceof Found.Answered answered) {
      return Optional.of(new AccountOutcome.Replayed(answered.answer()));
    }
    if (found instanceof Found.Mismatched) {
      return Optional.of(new AccountOutcome.KeyMismatch());
    }
    return found instanceof Found.Emptied
        ? Optional.of(new AccountOutcome.AlreadyErased())
        : Optional.empty();
  }
}
