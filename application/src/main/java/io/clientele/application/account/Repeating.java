package io.clientele.application.account;

import io.clientele.domain.KeptAnswers;
import io.clientele.domain.KeptAnswers.Found;
import io.clientele.domain.Once;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what is asked for once more from what is new. */
final class Repeating {
  private final KeptAnswers answers;

  Repeating(KeptAnswers answers) {
    this.answers = answers;
  }

  /** Where no answers are kept, to ask for one is a bug. */
  static Repeating never() {
    return new Repeating(
        (key, at) -> {
          throw new IllegalStateException("this use case was made without kept answers");
        });
  }

  /** How it ended before; empty if it is new, or need not be done once only. */
  Optional<Outcome> ended(@Nullable Once<?> once, Instant at) {
    if (once == null) {
      return Optional.empty();
    }
    var found = answers.find(once.key(), at);
    if (found instanceof Found.Answered answered) {
      return Optional.of(new Outcome.Replayed(answered.answer()));
    }
    if (found instanceof Found.Mismatched) {
      return Optional.of(new Outcome.KeyMismatch());
    }
    return found instanceof Found.Emptied
        ? Optional.of(new Outcome.AlreadyErased())
        : Optional.empty();
  }
}
