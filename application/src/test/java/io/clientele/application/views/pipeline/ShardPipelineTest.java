package io.clientele.application.views.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.views.fixture.CounterFixture;
import io.clientele.application.views.fixture.InterceptedPort;
import io.clientele.domain.kernel.PortUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class ShardPipelineTest {
  private final CounterFixture bench = new CounterFixture(1);
  private final ShardPipeline lane = bench.lanes().get(0);
  private final UUID id = bench.sample.subject();
  private int asked;

  @Test
  void aFailingStagingIsCalledWithBackoffUpToOnceASecond() {
    var gaps = new ArrayList<Integer>();
    var gap = 0;
    while (gaps.size() < 9) {
      var before = asked;
      lane.attempt(this::fail);
      if (asked > before) {
        gaps.add(gap);
        gap = 0;
      }
      bench.pass(Duration.ofMillis(10));
      gap += 10;
    }
    assertThat(gaps).isEqualTo(List.of(0, 50, 100, 200, 400, 800, 1000, 1000, 1000));
  }

  @Test
  void aSuccessEndsTheBackoff() {
    lane.attempt(this::fail);
    lane.attempt(this::answerTooEarly);
    assertThat(asked).as("too early").isEqualTo(1);
    bench.pass(Duration.ofMillis(50));
    lane.attempt(this::answer);
    lane.attempt(this::answer);
    assertThat(asked).isEqualTo(3);
    lane.attempt(this::fail);
    bench.pass(Duration.ofMillis(50));
    lane.attempt(this::answer);
    assertThat(asked).as("the first pause is short again").isEqualTo(5);
  }

  @Test
  void bugsAreNotHidden() {
    assertThatThrownBy(
            () ->
                lane.attempt(
                    () -> {
                      throw new IllegalStateException("a bug");
                    }))
        .hasMessage("a bug");
  }

  @Test
  void viewsGoDirectlyAfterThirtySecondsOfOutage() {
    failFor(Duration.ofMillis(29_999));
    lane.memory().add(id, 3, 0);
    assertThat(lane.goDirect(inTime())).isEqualTo(FlushTotals.NONE);
    assertThat(bench.persisted(id)).isZero();
    bench.pass(Duration.ofMillis(1));
    assertThat(lane.goDirect(inTime())).isEqualTo(new FlushTotals(1, 1, 3, 0));
    assertThat(bench.persisted(id)).isEqualTo(3);
  }

  @Test
  void anAnswerRestartsTheTimeOfAnOutage() {
    failFor(Duration.ofSeconds(29));
    lane.attempt(this::answer);
    failFor(Duration.ofSeconds(29));
    lane.memory().add(id, 3, 0);
    assertThat(lane.goDirect(inTime())).isEqualTo(FlushTotals.NONE);
  }

  @Test
  void aStepWithoutACallDoesNotAffectTheOutage() {
    failFor(Duration.ofSeconds(29));
    lane.attempt(() -> lane.staged().send(true));
    lane.attempt(() -> lane.staged().sync());
    failFor(Duration.ofSeconds(1));
    lane.memory().add(id, 3, 0);
    assertThat(lane.goDirect(inTime())).isEqualTo(new FlushTotals(1, 1, 3, 0));
  }

  @Test
  void aSkippedStepDoesNotAffectTheOutage() {
    lane.memory().add(id, 3, 0);
    failFor(Duration.ofSeconds(29));
    bench.staging.before(
        "add",
        () -> {
          CompletableFuture.runAsync(() -> lane.attempt(() -> lane.staged().send(true))).join();
          InterceptedPort.lose();
        });
    lane.attempt(() -> lane.staged().send(true));
    bench.pass(Duration.ofSeconds(1));
    lane.memory().add(id, 4, 0);
    assertThat(lane.goDirect(inTime())).isEqualTo(new FlushTotals(1, 1, 4, 0));
  }

  @Test
  void unansweredBatchesWaitForStaging() {
    bench.staging.after("add", InterceptedPort::lose);
    lane.memory().add(id, 3, 0);
    lane.attempt(() -> lane.staged().send(true));
    failFor(Duration.ofSeconds(30));
    lane.memory().add(id, 4, 0);
    lane.goDirect(inTime());
    assertThat(bench.persisted(id)).isEqualTo(4);
    assertThat(lane.memory().unsentViews()).isEqualTo(3);
    assertThat(lane.counted()).extracting(counted -> counted.accepted()).containsExactly(3L, 4L);
  }

  @Test
  void startedDirectSendsAreCompletedAfterTheOutage() {
    failFor(Duration.ofSeconds(30));
    lane.memory().add(id, 3, 0);
    bench.ledger.after("applyDirect", InterceptedPort::lose);
    assertThatThrownBy(() -> lane.goDirect(inTime())).isInstanceOf(PortUnavailable.class);
    bench.ledger.calm();
    lane.attempt(this::answer);
    lane.memory().add(id, 4, 0);
    lane.goDirect(inTime());
    assertThat(bench.persisted(id)).as("once, and not what came later").isEqualTo(3);
    assertThat(lane.direct().memory().keepsAny()).isFalse();
    assertThat(lane.memory().unsentViews()).isEqualTo(4);
  }

  private boolean answer() {
    asked++;
    return true;
  }

  private boolean answerTooEarly() {
    asked = -100;
    return true;
  }

  private boolean fail() {
    asked++;
    InterceptedPort.lose();
    return true;
  }

  private void failFor(Duration span) {
    lane.attempt(this::fail);
    bench.pass(span);
  }

  private Deadline inTime() {
    return Deadline.in(Duration.ofSeconds(5), bench::nanos);
  }
}
