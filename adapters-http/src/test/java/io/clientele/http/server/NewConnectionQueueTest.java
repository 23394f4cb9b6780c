package io.clientele.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewConnectionQueueTest {
  private final List<Integer> started = new ArrayList<>();
  private final NewConnectionQueue queue = new NewConnectionQueue(Runnable::run, 2);

  @Test
  void twoTurnsRunAtOnceAndOthersStartInOrderAsTurnsEnd() {
    for (var i = 0; i < 4; i++) {
      var number = i;
      queue.add(() -> started.add(number));
    }
    assertThat(started).containsExactly(0, 1);
    queue.end();
    assertThat(started).containsExactly(0, 1, 2);
    queue.end();
    assertThat(started).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aPlaceIsFreeAgainAfterEachTurn() {
    for (var i = 0; i < 10; i++) {
      var number = i;
      queue.add(() -> started.add(number));
      queue.end();
    }
    assertThat(started).hasSize(10);
  }
}
