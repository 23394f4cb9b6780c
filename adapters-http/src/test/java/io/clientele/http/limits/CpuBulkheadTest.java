package io.clientele.http.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CpuBulkheadTest {
  private final List<String> started = new ArrayList<>();
  private long nanos = Long.MAX_VALUE - 1; // the clock of nanoTime may overflow
  private final CpuBulkhead bulkhead = new CpuBulkhead(2, () -> nanos);

  @Test
  void twoConnectionsRunAtOnceAndOthersStartInOrderAsWorkEnds() {
    connect("a", "b", "c", "d");
    assertThat(started).containsExactly("a", "b");
    bulkhead.end();
    assertThat(started).containsExactly("a", "b", "c");
    bulkhead.end();
    assertThat(started).containsExactly("a", "b", "c", "d");
  }

  @Test
  void aPlaceIsFreeAgainAfterEachPieceOfWork() {
    for (var i = 0; i < 10; i++) {
      connect("connection");
      bulkhead.end();
      hash("hash");
      bulkhead.endHash();
    }
    assertThat(started).hasSize(20);
  }

  @Test
  void hashesAndConnectionsShareThePlaces() {
    hash("hash", "other hash");
    connect("connection");
    assertThat(started).containsExactly("hash", "other hash");
    bulkhead.end();
    assertThat(started).containsExactly("hash", "other hash", "connection");
  }

  @Test
  void aHashWaitsForConnectionsUntilItsLimit() {
    connect("a", "b");
    hash("hash");
    connect("c", "d", "e");
    elapse(CpuBulkhead.HASH_WAIT_MILLIS - 1);
    bulkhead.end();
    assertThat(started).containsExactly("a", "b", "c");
    elapse(1);
    bulkhead.end();
    assertThat(started).containsExactly("a", "b", "c", "hash");
    bulkhead.end();
    assertThat(started).containsExactly("a", "b", "c", "hash", "d");
  }

  @Test
  void slowHashesLeaveTurnsToConnections() {
    hash("hash", "other hash", "third hash");
    connect("a", "b");
    elapse(2 * CpuBulkhead.HASH_WAIT_MILLIS);
    bulkhead.endHash();
    assertThat(started).containsExactly("hash", "other hash", "a");
    elapse(CpuBulkhead.HASH_WAIT_MILLIS);
    bulkhead.end();
    assertThat(started).containsExactly("hash", "other hash", "a", "third hash");
    bulkhead.endHash();
    assertThat(started).containsExactly("hash", "other hash", "a", "third hash", "b");
  }

  @Test
  void aHashStartsAtOnceWhenNoConnectionWaits() {
    connect("a", "b");
    hash("hash");
    bulkhead.end();
    assertThat(started).containsExactly("a", "b", "hash");
  }

  private void connect(String... names) {
    for (var name : names) {
      bulkhead.addConnection(() -> started.add(name));
    }
  }

  private void hash(String... names) {
    for (var name : names) {
      bulkhead.addHash(() -> started.add(name));
    }
  }

  private void elapse(long millis) {
    nanos += TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
