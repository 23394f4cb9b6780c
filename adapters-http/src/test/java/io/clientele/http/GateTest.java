package io.clientele.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final int AGES = 60_000;

  @Test
  void whoWaitsComesInTurn() throws Exception {
    assertThat(orderAfter(AGES / 2)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void onceOneHasWaitedLongTheNewestIsNext() throws Exception {
    assertThat(orderAfter(AGES / 2 + 1)).containsExactly(3, 2, 1, 0);
  }

  /** In which order four are let in who have all waited so long. */
  private static List<Integer> orderAfter(int millis) throws Exception {
    var nanos = new AtomicLong();
    var gate = new Gate(new Shed("test"), 1, AGES, nanos::get);
    var first = gate.pass();
    assertThat(first.enter()).isTrue();
    var order = new ConcurrentLinkedQueue<Integer>();
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < 4; i++) {
      var number = i;
      threads.add(
          Thread.startVirtualThread(
              () -> {
                var pass = gate.pass();
                pass.enter();
                order.add(number);
                pass.leave();
              }));
      while (gate.waiting() <= number) {
        Thread.onSpinWait();
      }
    }
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    first.leave();
    for (var thread : threads) {
      thread.join();
    }
    return List.copyOf(order);
  }

  @Test
  void whoWaitedInVainTakesNobodysTurn() {
    var shed = new Shed("test");
    var gate = new Gate(shed, 1, 1);
    var first = gate.pass();
    assertThat(first.enter()).isTrue();
    assertThat(gate.pass().enter()).isFalse();
    assertThat(gate.waiting()).isZero();
    first.leave();
    first.leave();
    var next = gate.pass();
    assertThat(next.enter()).isTrue();
    assertThat(next.enter()).isTrue();
    assertThat(gate.pass().enter()).isFalse();
    assertThat(shed.count()).isEqualTo(2);
  }

  @Test
  void inACrowdNeverMoreThanSoManyAreInsideAndNoTurnIsLost() throws Exception {
    var gate = new Gate(new Shed("test"), 3, 1);
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < 64; i++) {
      threads.add(
          Thread.startVirtualThread(
              () -> {
                for (var time = 0; time < 200; time++) {
                  var pass = gate.pass();
                  if (pass.enter()) {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    inside.decrementAndGet();
                    pass.leave();
                  }
                }
              }));
    }
    for (var thread : threads) {
      thread.join();
    }
    assertThat(most.get()).isEqualTo(3);
    assertThat(List.of(gate.pass(), gate.pass(), gate.pass())).allMatch(Gate.Pass::enter);
    assertThat(gate.pass().enter()).isFalse();
  }
}
