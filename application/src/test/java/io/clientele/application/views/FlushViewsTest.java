package io.clientele.application.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.PortUnavailable;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.identity.Role;
import io.clientele.domain.views.Flush;
import io.clientele.domain.views.Shard;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class FlushViewsTest {
  private final Workbench bench = new Workbench(1);
  private final ViewCounter views = bench.counter();
  private final FlushViews flushViews = new FlushViews(views);
  private final AccountId id = bench.sample.id();

  @Test
  void anAdminBringsEverythingIn() {
    Workbench.count(views, id, 3);
    assertThat(flushViews.flush(Roles.as(Role.ADMIN, null)))
        .isEqualTo(new FlushViews.Outcome.Done(new Flush(bench.now(), 1, 1, 3, 0, 0)));
    assertThat(bench.persisted(id)).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ADMIN")
  void nobodyElseMay(Role role) {
    Workbench.count(views, id, 3);
    assertThat(flushViews.flush(Roles.as(role, id))).isEqualTo(new FlushViews.Outcome.Denied());
    assertThat(bench.persisted(id)).isZero();
  }

  @Test
  void afterFiveSecondsItIsUnfinished() {
    Workbench.count(views, id, 3);
    var before = bench.now();
    bench.durable.whileHeld(
        new Shard(0),
        () ->
            assertThat(flushViews.flush(Roles.as(Role.ADMIN, null)))
                .isEqualTo(new FlushViews.Outcome.Unfinished()));
    assertThat(Duration.between(before, bench.now()))
        .isBetween(Duration.ofSeconds(5), Duration.ofMillis(5_100));
  }

  @Test
  void aLedgerThatIsAwayIsTold() {
    bench.durable.goAway();
    assertThatThrownBy(() -> flushViews.flush(Roles.as(Role.ADMIN, null)))
        .isInstanceOf(PortUnavailable.class);
  }
}
