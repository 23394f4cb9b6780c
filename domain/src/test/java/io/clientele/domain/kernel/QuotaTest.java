package io.clientele.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.RateLimiter.Permit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotaTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Quota TEN = new Quota(10, Duration.ofMinutes(1));

  @Test
  void aFullQuotaNeverExceedsItsSize() {
    assertThat(TEN.left(0, 0)).isEqualTo(10);
    assertThat(TEN.left(0, 1_000 * SECOND)).isEqualTo(10);
  }

  @Test
  void permitsRefillEvenly() {
    var whole = TEN.after(10, 0, 0);
    assertThat(TEN.left(whole, 0)).isZero();
    assertThat(TEN.left(whole, 6 * SECOND - 1)).isZero();
    assertThat(TEN.left(whole, 6 * SECOND)).isEqualTo(1);
    assertThat(TEN.left(whole, 59 * SECOND)).isEqualTo(9);
    assertThat(TEN.left(whole, 60 * SECOND)).isEqualTo(10);
  }

  @Test
  void aClockThatOverflowsChangesNothing() {
    var now = Long.MAX_VALUE - SECOND;
    var whole = TEN.after(1, TEN.after(9, now, now), now + SECOND);

    assertThat(TEN.left(whole, now + SECOND)).isZero();
    assertThat(TEN.left(whole, now + 60 * SECOND)).isEqualTo(10);
    assertThat(TEN.after(1, now, now + 2 * SECOND)).isEqualTo(now + 8 * SECOND);
  }

  @Test
  void anOverdraftIsNegativeAndDelaysTheNextPermit() {
    var whole = TEN.after(12, 0, 0);
    assertThat(TEN.left(whole, 0)).isEqualTo(-2);
    assertThat(TEN.nanosToNext(whole, 0)).isEqualTo(18 * SECOND);
    assertThat(TEN.nanosToNext(whole, 18 * SECOND)).isZero();
  }

  @Test
  void aSizeThatDoesNotDivideTheWindowIsKept() {
    var odd = new Quota(999_983, Duration.ofSeconds(1));
    assertThat(odd.left(0, 0)).isEqualTo(999_983);
    assertThat(odd.left(odd.after(999_983, 0, 0), 0)).isZero();
  }

  @Test
  void secondsAreRoundedUpToAtLeastOne() {
    assertThat(TEN.granted(9)).isEqualTo(new Permit(true, 9, 6, 10, 60));
    assertThat(new Quota(6000, Duration.ofMinutes(1)).granted(5999).resetSeconds()).isEqualTo(1);
    assertThat(TEN.refused(0, 0)).isEqualTo(new Permit(false, 0, 1, 10, 60));
    assertThat(TEN.refused(2, 5 * SECOND + 1)).isEqualTo(new Permit(false, 2, 6, 10, 60));
    assertThat(TEN.refused(-3, 0).remaining()).isZero();
    assertThat(TEN.nanosTo(3, 48 * SECOND, 0)).isEqualTo(6 * SECOND);
    assertThat(TEN.nanosTo(99, 48 * SECOND, 0)).isEqualTo(48 * SECOND);
  }

  @Test
  void sizesAndWindowsOutOfRangeAreRefused() {
    for (var size : new long[] {0, -1, Quota.SIZE_MAX + 1}) {
      assertThatThrownBy(() -> new Quota(size, Duration.ofSeconds(1)))
          .isInstanceOf(InvalidValue.class);
    }
    for (var window : new String[] {"PT0S", "PT-1S", "PT1.5S", "PT24H1S"}) {
      assertThatThrownBy(() -> new Quota(1, Duration.parse(window)))
          .isInstanceOf(InvalidValue.class);
    }
  }
}
