package io.clientele.bootstrap.config;

import static io.clientele.bootstrap.config.SettingsFixture.RATE_LIMITS;
import static io.clientele.bootstrap.config.SettingsFixture.REQUIRED;
import static io.clientele.bootstrap.config.SettingsFixture.config;
import static io.clientele.bootstrap.config.SettingsFixture.faults;
import static io.clientele.bootstrap.config.SettingsFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.account.AccountRateLimits;
import io.clientele.domain.identity.IdentityRateLimits;
import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.http.limits.IngressRateLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitSettingsTest {
  @Test
  void aLimitHasItsDefaultOrTheQuotaThatIsSet() {
    var set =
        Map.of(
            "RATE_LIMIT_CALLER", "1/PT1S",
            "RATE_LIMIT_SIGN_IN_NAME", "3/PT1H",
            "RATE_LIMIT_SIGN_IN_ADDRESS", "1000000/P1D");

    var config = config(with(set));

    assertThat(RateLimitSettings.quotas(config, RATE_LIMITS))
        .containsOnlyKeys(RATE_LIMITS)
        .containsEntry(IngressRateLimits.CALLER, new Quota(1, Duration.ofSeconds(1)))
        .containsEntry(IdentityRateLimits.SIGN_IN_NAME, new Quota(3, Duration.ofHours(1)))
        .containsEntry(IdentityRateLimits.SIGN_IN_ADDRESS, new Quota(1_000_000, Duration.ofDays(1)))
        .containsEntry(AccountRateLimits.EMAIL_CHANGE, new Quota(5, Duration.ofHours(1)));
    assertThat(config.toString()).contains("RATE_LIMIT_SIGN_IN_NAME=3/PT1H\n");
  }

  @Test
  void theDefaultsAreThoseOfTheLimits() {
    assertThat(RateLimitSettings.quotas(config(REQUIRED), RATE_LIMITS))
        .hasSize(8)
        .allSatisfy((limit, quota) -> assertThat(quota).isEqualTo(limit.byDefault()));
  }

  @Test
  void allFaultsAreReportedTogether() {
    var faults =
        faults(
            with(
                Map.of(
                    "RATE_LIMIT_CALLER", "6000",
                    "RATE_LIMIT_ADDRESS", "0/PT1M",
                    "RATE_LIMIT_SIGN_IN_NAME", "10/60",
                    "RATE_LIMIT_SIGN_IN_ADDRESS", "10/PT1.5S")));

    assertThat(faults)
        .hasSize(4)
        .anyMatch(fault -> fault.startsWith("RATE_LIMIT_CALLER must be 1 to 1000000 calls"))
        .anyMatch(fault -> fault.startsWith("RATE_LIMIT_ADDRESS must be"))
        .anyMatch(fault -> fault.startsWith("RATE_LIMIT_SIGN_IN_NAME must be"))
        .anyMatch(fault -> fault.startsWith("RATE_LIMIT_SIGN_IN_ADDRESS must be"));
  }

  @Test
  void twoLimitsOfOneNameAreRefused() {
    var quota = new Quota(1, Duration.ofSeconds(1));
    var limits =
        List.of(
            new RateLimit("PARCELS", "parcels", quota, "Parcels"),
            new RateLimit("PARCELS", "others", quota, "Others"));

    assertThatThrownBy(() -> RateLimitSettings.group(limits))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two rate limits have the name PARCELS");
  }
}
