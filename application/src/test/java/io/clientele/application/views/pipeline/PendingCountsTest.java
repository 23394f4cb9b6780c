package io.clientele.application.views.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.ViewCounts;
import io.clientele.testkit.views.ViewsSample;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class PendingCountsTest {
  private final ViewsSample sample = new ViewsSample(4);
  private final AtomicInteger room = new AtomicInteger(3);
  private final PendingCounts unsent = new PendingCounts(room);

  @Test
  void viewsOfOneAccountAreMerged() {
    var id = sample.subject();
    unsent.add(id, 2);
    unsent.add(id, 3);
    assertThat(unsent.of(id)).isEqualTo(5);
    assertThat(unsent.views()).isEqualTo(5);
    assertThat(room).hasValue(2);
  }

  @Test
  void aboveTheBoundOnlyNewAccountsAreRefused() {
    var known = sample.subject();
    unsent.add(known, 1);
    unsent.add(sample.subject(), 1);
    unsent.add(sample.subject(), 1);
    var other = sample.subject();
    assertThat(unsent.add(other, 9)).isFalse();
    assertThat(unsent.of(other)).isZero();
    assertThat(unsent.add(known, 1)).isTrue();
    assertThat(unsent.views()).isEqualTo(4);
  }

  @Test
  void shardsShareTheBound() {
    var another = new PendingCounts(room);
    unsent.add(sample.subject(), 1);
    unsent.add(sample.subject(), 1);
    unsent.add(sample.subject(), 1);
    assertThat(another.add(sample.subject(), 1)).isFalse();
    unsent.take(10);
    assertThat(another.add(sample.subject(), 1)).isTrue();
  }

  @Test
  void aBatchTakesAtMostItsLimitOfAccounts() {
    for (var views = 1; views <= 3; views++) {
      unsent.add(sample.subject(), views);
    }
    var batch = unsent.take(2);
    assertThat(batch.size()).isEqualTo(2);
    assertThat(batch.total() + unsent.views()).isEqualTo(6);
    assertThat(room).hasValue(2);
    assertThat(unsent.take(2).size()).isEqualTo(1);
    assertThat(unsent.isEmpty()).isTrue();
    assertThat(unsent.views()).isZero();
    assertThat(room).hasValue(3);
  }

  @Test
  void returnedViewsAlwaysHaveRoom() {
    var known = sample.subject();
    unsent.add(known, 1);
    unsent.add(sample.subject(), 1);
    unsent.add(sample.subject(), 1);
    var other = sample.subject();
    unsent.addAll(ViewCounts.of(Map.of(known, 5L, other, 7L)));
    assertThat(unsent.of(known)).isEqualTo(6);
    assertThat(unsent.of(other)).isEqualTo(7);
    assertThat(unsent.views()).isEqualTo(15);
    unsent.take(10);
    assertThat(room).as("as it was at first").hasValue(3);
  }
}
