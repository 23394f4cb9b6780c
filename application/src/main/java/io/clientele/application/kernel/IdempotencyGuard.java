package io.clientele.application.kernel;

import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.IdempotencyStore.Found;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.StoredResponse;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the response that was stored for an earlier request with the same idempotency key. Safe for
 * use by many threads.
 *
 * @param <O> the outcomes of the use case
 */
public final class IdempotencyGuard<O> {
  private final IdempotencyStore responses;
  private final Outcomes<O> outcomes;

  /** A guard over these stored responses. */
  public IdempotencyGuard(IdempotencyStore responses, Outcomes<O> outcomes) {
    this.responses = Objects.requireNonNull(responses, "responses");
    this.outcomes = Objects.requireNonNull(outcomes, "outcomes");
  }

  /** Creates a guard for a store that keeps no responses: an idempotent request is then a bug. */
  public static <O> IdempotencyGuard<O> never(Outcomes<O> outcomes) {
    return new IdempotencyGuard<>(
        (key, at) -> {
          throw new IllegalStateException("this use case has no idempotency store");
        },
        outcomes);
  }

  /**
   * The outcomes of a use case whose key was used before.
   *
   * @param replayed makes the outcome that holds the stored response
   * @param mismatched the key was used for another body
   * @param emptied the response is deleted because its account is erased
   * @param <O> the outcomes of the use case
   */
  public record Outcomes<O>(Function<StoredResponse, O> replayed, O mismatched, O emptied) {
    public Outcomes {
      Objects.requireNonNull(replayed, "replayed");
      Objects.requireNonNull(mismatched, "mismatched");
      Objects.requireNonNull(emptied, "emptied");
    }
  }

  /** Returns the outcome of the earlier request; empty if there was none, or no key is given. */
  public Optional<O> earlier(@Nullable Idempotent<?> idempotent, Instant at) {
    if (idempotent == null) {
      return Optional.empty();
    }
    var found = responses.find(idempotent.key(), at);
    if (found instanceof Found.Answered answered) {
      return Optional.of(outcomes.replayed().apply(answered.response()));
    }
    if (found instanceof Found.Mismatched) {
      return Optional.of(outcomes.mismatched());
    }
    return found instanceof Found.Emptied ? Optional.of(outcomes.emptied()) : Optional.empty();
  }
}
