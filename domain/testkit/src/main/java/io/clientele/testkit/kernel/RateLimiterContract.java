package io.clientele.testkit.kernel;

import static io.clientele.domain.kernel.RateLimiter.Budget.CALLER;
import static io.clientele.domain.kernel.RateLimiter.Budget.SIGN_IN_NAME;
import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.domain.kernel.RateLimiter.Budget;
import io.clientele.domain.kernel.RateLimiter.Permit;
import io.clientele.testkit.account.AccountsContract;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What all {@link RateLimiter} must do. Implement it in the test of your own, as {@link
 * AccountsContract} shows.
 */
public interface RateLimiterContract {
  /** Of these limits, with every budget whole. */
  RateLimiter permits(Map<Budget, Quota> limits);

  /** Time goes on, for all permits of this test. */
  void pass(Duration time);

  /** Waits until all that permits do behind the scenes is done. */
  default void settle() {}

  /** How many permits threads that ask at once may get too many. */
  default long overshoot(Quota limit) {
    return 0;
  }

  @Test
  default void aHolderGetsAsManyAsTheBudgetHasAndNoMore() {
    var permits = permits(tenAMinute());
    for (var i = 1; i <= 10; i++) {
      var permit = take(permits, SIGN_IN_NAME, "ada@example.com");
      assertThat(permit.granted()).isTrue();
      assertThat(permit.remaining()).isEqualTo(10 - i);
      assertThat(permit.resetSeconds()).isEqualTo(6L * i);
    }
    assertThat(take(permits, SIGN_IN_NAME, "ada@example.com"))
        .isEqualTo(new Permit(false, 0, 6, 10, 60));
  }

  @Test
  default void holdersAndBudgetsAreApart() {
    var permits = permits(tenAMinute());
    use(permits, SIGN_IN_NAME, "ada", 10);
    assertThat(take(permits, SIGN_IN_NAME, "ada").granted()).isFalse();
    assertThat(take(permits, SIGN_IN_NAME, "grace").granted()).isTrue();
    assertThat(take(permits, CALLER, "ada").granted()).isTrue();
  }

  @Test
  default void aPermitComesBackAtATimeAndWhoWasRefusedIsNotPutOff() {
    var permits = permits(tenAMinute());
    use(permits, SIGN_IN_NAME, "ada", 10);
    for (var i = 0; i < 50; i++) {
      assertThat(take(permits, SIGN_IN_NAME, "ada").granted()).isFalse();
    }
    pass(Duration.ofSeconds(5));
    assertThat(take(permits, SIGN_IN_NAME, "ada").granted()).isFalse();
    pass(Duration.ofMillis(1_200));
    assertThat(take(permits, SIGN_IN_NAME, "ada").granted()).isTrue();
    assertThat(take(permits, SIGN_IN_NAME, "ada").granted()).isFalse();
  }

  @Test
  default void afterTheWindowTheBudgetIsWholeAndNeverMore() {
    var permits = permits(tenAMinute());
    use(permits, SIGN_IN_NAME, "ada", 10);
    pass(Duration.ofHours(3));
    use(permits, SIGN_IN_NAME, "ada", 10);
    assertThat(take(permits, SIGN_IN_NAME, "ada").granted()).isFalse();
  }

  @Test
  default void aLargeBudgetIsUsedUpToItsEnd() {
    var limit = new Quota(1_000, Duration.ofDays(1));
    var permits = permits(Map.of(CALLER, limit));
    use(permits, CALLER, "ada", 1_000);
    assertThat(take(permits, CALLER, "ada").granted()).isFalse();
  }

  @Test
  default void threadsThatAskAtOnceGetWhatThereIs() {
    var limit = new Quota(1_000, Duration.ofDays(1));
    var permits = permits(Map.of(CALLER, limit));
    var granted =
        together(
            8,
            thread ->
                IntStream.range(0, 1_000)
                    .filter(i -> permits.take(CALLER, "ada").granted())
                    .count());
    settle();
    var sum = granted.stream().mapToLong(Long::longValue).sum();
    while (take(permits, CALLER, "ada").granted()) {
      sum++;
    }
    assertThat(sum).isBetween(limit.size(), limit.size() + overshoot(limit));
  }

  private void use(RateLimiter permits, Budget budget, String holder, int times) {
    for (var i = 0; i < times; i++) {
      assertThat(take(permits, budget, holder).granted()).as("permit " + i).isTrue();
    }
  }

  private Permit take(RateLimiter permits, Budget budget, String holder) {
    var permit = permits.take(budget, holder);
    settle();
    return permit;
  }

  private static Map<Budget, Quota> tenAMinute() {
    var limits = new EnumMap<Budget, Quota>(Budget.class);
    for (var budget : Budget.values()) {
      limits.put(budget, new Quota(10, Duration.ofMinutes(1)));
    }
    return limits;
  }
}
