package io.clientele.testkit.kernel;

import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.RateLimiter;
import io.clientele.domain.kernel.RateLimiter.Permit;
import io.clientele.testkit.account.AccountsContract;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A key gets as many permits as its quota has, and no more. Implement this contract in the test of
 * your {@link RateLimiter}, as {@link AccountsContract} shows.
 */
public interface RateLimiterContract {
  /** A limit for these tests. */
  RateLimit CALLS = new RateLimit("CALLS", "calls", tenAMinute(), "Calls of one caller");

  /** Another limit for these tests. */
  RateLimit SIGN_INS = new RateLimit("SIGN_INS", "sign-ins", tenAMinute(), "Sign-ins to one name");

  /** A limiter with these quotas, all of them full. */
  RateLimiter permits(Map<RateLimit, Quota> quotas);

  /** Advances the time of all limiters of this test. */
  void pass(Duration time);

  /** Waits for all background work of the limiter. */
  default void settle() {}

  /** The number of permits above the quota that concurrent threads may get. */
  default long overshoot(Quota quota) {
    return 0;
  }

  @Test
  default void aKeyGetsThePermitsOfItsQuotaAndNoMore() {
    var permits = permits(Map.of(CALLS, tenAMinute(), SIGN_INS, tenAMinute()));
    for (var i = 1; i <= 10; i++) {
      var permit = take(permits, SIGN_INS, "ada@example.com");
      assertThat(permit.granted()).isTrue();
      assertThat(permit.remaining()).isEqualTo(10 - i);
      assertThat(permit.resetSeconds()).isEqualTo(6L * i);
    }
    assertThat(take(permits, SIGN_INS, "ada@example.com"))
        .isEqualTo(new Permit(false, 0, 6, 10, 60));
  }

  @Test
  default void keysAndLimitsHaveSeparateQuotas() {
    var permits = permits(Map.of(CALLS, tenAMinute(), SIGN_INS, tenAMinute()));
    use(permits, SIGN_INS, "ada", 10);
    assertThat(take(permits, SIGN_INS, "ada").granted()).isFalse();
    assertThat(take(permits, SIGN_INS, "grace").granted()).isTrue();
    assertThat(take(permits, CALLS, "ada").granted()).isTrue();
  }

  @Test
  default void permitsRefillOneByOneAndARefusalDelaysNothing() {
    var permits = permits(Map.of(CALLS, tenAMinute(), SIGN_INS, tenAMinute()));
    use(permits, SIGN_INS, "ada", 10);
    for (var i = 0; i < 50; i++) {
      assertThat(take(permits, SIGN_INS, "ada").granted()).isFalse();
    }
    pass(Duration.ofSeconds(5));
    assertThat(take(permits, SIGN_INS, "ada").granted()).isFalse();
    pass(Duration.ofMillis(1_200));
    assertThat(take(permits, SIGN_INS, "ada").granted()).isTrue();
    assertThat(take(permits, SIGN_INS, "ada").granted()).isFalse();
  }

  @Test
  default void afterTheWindowTheQuotaIsFullAndNoMore() {
    var permits = permits(Map.of(CALLS, tenAMinute(), SIGN_INS, tenAMinute()));
    use(permits, SIGN_INS, "ada", 10);
    pass(Duration.ofHours(3));
    use(permits, SIGN_INS, "ada", 10);
    assertThat(take(permits, SIGN_INS, "ada").granted()).isFalse();
  }

  @Test
  default void permitsAreTakenTogetherOrNotAtAll() {
    var permits = permits(Map.of(CALLS, tenAMinute(), SIGN_INS, tenAMinute()));
    assertThat(take(permits, CALLS, "ada", 8).remaining()).isEqualTo(2);
    for (var i = 0; i < 5; i++) {
      assertThat(take(permits, CALLS, "ada", 3)).isEqualTo(new Permit(false, 2, 6, 10, 60));
    }
    assertThat(take(permits, CALLS, "ada", 2).granted()).isTrue();
    assertThat(take(permits, CALLS, "ada").granted()).isFalse();
    assertThat(take(permits, SIGN_INS, "ada", 11).granted()).isFalse();
    assertThat(take(permits, SIGN_INS, "ada", 10).granted()).isTrue();
  }

  @Test
  default void aLargeQuotaCanBeUsedUp() {
    var quota = new Quota(1_000, Duration.ofDays(1));
    var permits = permits(Map.of(CALLS, quota));
    use(permits, CALLS, "ada", 1_000);
    assertThat(take(permits, CALLS, "ada").granted()).isFalse();
  }

  @Test
  default void concurrentThreadsGetExactlyTheQuota() {
    var quota = new Quota(1_000, Duration.ofDays(1));
    var permits = permits(Map.of(CALLS, quota));
    var granted =
        together(
            8,
            thread ->
                IntStream.range(0, 1_000)
                    .filter(i -> permits.take(CALLS, "ada").granted())
                    .count());
    settle();
    var sum = granted.stream().mapToLong(Long::longValue).sum();
    while (take(permits, CALLS, "ada").granted()) {
      sum++;
      assertThat(sum)
          .as("calls of take(%s, ada) that are granted", CALLS)
          .isLessThanOrEqualTo(quota.size() + overshoot(quota));
    }
    assertThat(sum).isBetween(quota.size(), quota.size() + overshoot(quota));
  }

  @Test
  default void aLimitWithoutAQuotaIsRefused() {
    var permits = permits(Map.of(CALLS, tenAMinute()));
    assertThatThrownBy(() -> permits.take(SIGN_INS, "ada"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void use(RateLimiter permits, RateLimit limit, String holder, int times) {
    for (var i = 0; i < times; i++) {
      assertThat(take(permits, limit, holder).granted()).as("permit " + i).isTrue();
    }
  }

  private Permit take(RateLimiter permits, RateLimit limit, String holder) {
    return take(permits, limit, holder, 1);
  }

  private Permit take(RateLimiter permits, RateLimit limit, String holder, int count) {
    var permit = permits.take(limit, holder, count);
    settle();
    return permit;
  }

  private static Quota tenAMinute() {
    return new Quota(10, Duration.ofMinutes(1));
  }
}
