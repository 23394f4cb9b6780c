package io.clientele.testkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.IdempotencyStore.Found;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.StoredResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The response of a change is stored together with it, and a second change under the same key
 * stores nothing. The contracts of stores of idempotent changes inherit this in place of {@link
 * ChangeStoreContract}.
 */
public interface IdempotentChangeContract extends ChangeStoreContract {
  /** The responses that the store of {@link #trial} has stored. */
  IdempotencyStore responses();

  @Test
  default void aSecondRequestWithTheKeyGetsTheFirstResponse() {
    secondGetsTheFirstResponse(trial());
  }

  @Test
  default void aRefusedChangeLeavesNoResponse() {
    refusedLeavesNoResponse(trial());
  }

  private <T, R> void secondGetsTheFirstResponse(ChangeTrial<T, R> trial) {
    var first = keeping(trial.accepted(), "twice", "{\"first\":true}");
    var second = keeping(trial.accepted(), "twice", "{\"first\":false}");
    var expected = new ArrayList<>(audit());
    assertThat(trial.save(first)).isEqualTo(trial.stored());
    assertThat(trial.save(second)).isNotEqualTo(trial.stored());
    assertThat(found(second)).isEqualTo(new Found.Answered(kept(first).response()));
    expected.addAll(trial.entries(first));
    assertThat(audit()).containsExactlyInAnyOrderElementsOf(expected);
  }

  private <T, R> void refusedLeavesNoResponse(ChangeTrial<T, R> trial) {
    for (var refused : trial.refused()) {
      var change = keeping(refused, "refused", "{}");
      assertThat(trial.save(change)).isNotEqualTo(trial.stored());
      assertThat(found(change)).isEqualTo(new Found.Unknown());
    }
  }

  private Found found(Change<?> change) {
    return responses().find(kept(change).key(), change.act().at());
  }

  private static Idempotent.Kept kept(Change<?> change) {
    return Objects.requireNonNull(change.kept(), "the change keeps a response");
  }

  private static <T> Change<T> keeping(Change<T> change, String name, String body) {
    var key = new IdempotencyKey("operator:ada", "POST", "/v1/trial", name, "b0d1");
    var response = new StoredResponse("text/plain", body.getBytes(StandardCharsets.UTF_8));
    return change.keeping(new Idempotent.Kept(key, response));
  }
}
