package io.clientele.application.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.views.counter.ViewCounter;
import io.clientele.application.views.fixture.CounterFixture;
import io.clientele.application.views.fixture.ViewActors;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.history.FlushRecord;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class FlushViewsTest {
  private final CounterFixture bench = new CounterFixture(1);
  private final ViewCounter views = bench.counter();
  private final FlushViews flushViews = new FlushViews(views);
  private final UUID id = bench.sample.subject();

  @Test
  void anAdminFlushesAllViews() {
    CounterFixture.count(views, id, 3);
    assertThat(flushViews.flush(ViewActors.as(Role.ADMIN, null)))
        .isEqualTo(new FlushViews.Outcome.Done(new FlushRecord(bench.now(), 1, 1, 3, 0, 0)));
    assertThat(bench.persisted(id)).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ADMIN")
  void onlyAnAdminMayFlush(Role role) {
    CounterFixture.count(views, id, 3);
    assertThat(flushViews.flush(ViewActors.as(role, bench.sample.id())))
        .isEqualTo(new FlushViews.Outcome.Denied());
    assertThat(bench.persisted(id)).isZero();
  }

  @Test
  void afterFiveSecondsItIsUnfinished() {
    CounterFixture.count(views, id, 3);
    var before = bench.now();
    bench.durable.whileHeld(
        new Shard(0),
        () ->
            assertThat(flushViews.flush(ViewActors.as(Role.ADMIN, null)))
                .isEqualTo(new FlushViews.Outcome.Unfinished()));
    assertThat(Duration.between(before, bench.now()))
        .isBetween(Duration.ofSeconds(5), Duration.ofMillis(5_100));
  }

  @Test
  void anUnreachableLedgerIsReported() {
    bench.durable.startOutage();
    assertThatThrownBy(() -> flushViews.flush(ViewActors.as(Role.ADMIN, null)))
        .isInstanceOf(PortUnavailable.class);
  }
}
