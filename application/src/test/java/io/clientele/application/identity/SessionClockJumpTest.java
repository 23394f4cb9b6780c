package io.clientele.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.identity.RefreshSession.Outcome.Refreshed;
import io.clientele.application.identity.RefreshSession.Outcome.Refused;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.kernel.Causation;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine's clock jumps, forward or back, while a session lasts. */
class SessionClockJumpTest {
  private final IdentityUseCaseFixture house = new IdentityUseCaseFixture();
  private final RefreshSession refresh = new RefreshSession(house.sessions, house.issuing);
  private final Secret token = house.signedIn(house.given()).refresh();

  @ParameterizedTest
  @ValueSource(ints = {-87_600, -24, -1, 1, 7})
  void aTokenThatIsRefreshedDuringAJumpHoldsAfterIt(int hours) {
    jump(hours);
    var next = refreshed(token);
    jump(-hours);
    assertThat(refreshed(next)).isNotEqualTo(token);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 24, 87_600})
  void aTokenHoldsAgainAfterAClockThatWasTooFarAhead(int hours) {
    jump(hours);
    assertRefused(token);
    jump(-hours);
    assertThat(refreshed(token)).isNotEqualTo(token);
  }

  @ParameterizedTest
  @ValueSource(ints = {-87_600, -1, 1, 7, 87_600})
  void aTokenThatWasUsedEndsItsSessionAtAnyTime(int hours) {
    var next = refreshed(token);
    jump(hours);
    assertRefused(token);
    jump(-hours);
    assertRefused(next);
  }

  @ParameterizedTest
  @ValueSource(ints = {-24, 1, 7})
  void theAccessTokenIsIssuedAtThePresentTime(int hours) {
    jump(hours);
    var next = refreshed(token);
    jump(-hours);
    var grant = ((Refreshed) refresh.refresh(next, Causation.UNKNOWN)).grant();
    assertThat(grant.access().expiresAt()).isEqualTo(house.now.plus(Duration.ofMinutes(10)));
  }

  private Secret refreshed(Secret present) {
    return ((Refreshed) refresh.refresh(present, Causation.UNKNOWN)).grant().refresh();
  }

  private void assertRefused(Secret present) {
    assertThat(refresh.refresh(present, Causation.UNKNOWN)).isEqualTo(new Refused());
  }

  private void jump(int hours) {
    house.now = house.now.plus(Duration.ofHours(hours));
  }
}
