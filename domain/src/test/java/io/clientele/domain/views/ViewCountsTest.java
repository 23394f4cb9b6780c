package io.clientele.domain.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.Uuid7;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ViewCountsTest {
  private static final int TRIALS = 500;

  private final Random random = new Random(1);
  private final List<UUID> pool = pool();

  @Test
  void countsEqualThoseOfASortedMap() {
    for (var trial = 0; trial < TRIALS; trial++) {
      var expected = some();
      assertSame(ViewCounts.of(expected), expected);
    }
  }

  @Test
  void plusAddsAccountByAccount() {
    for (var trial = 0; trial < TRIALS; trial++) {
      var one = some();
      var other = some();
      var expected = sorted(one);
      other.forEach((id, views) -> expected.merge(id, views, Long::sum));
      assertSame(ViewCounts.of(one).plus(ViewCounts.of(other)), expected);
    }
  }

  @Test
  void plusIsAssociativeAndCommutative() {
    for (var trial = 0; trial < TRIALS; trial++) {
      var a = ViewCounts.of(some());
      var b = ViewCounts.of(some());
      var c = ViewCounts.of(some());
      assertThat(a.plus(b).plus(c)).isEqualTo(c.plus(b.plus(a)));
      assertThat(a.plus(ViewCounts.NONE)).isEqualTo(a).isEqualTo(ViewCounts.NONE.plus(a));
    }
  }

  @Test
  void plusChangesNoArgument() {
    var one = some();
    var counts = ViewCounts.of(one);
    counts.plus(ViewCounts.of(some()));
    assertSame(counts, one);
  }

  @Test
  void equalityIsThatOfTheContent() {
    var id = pool.get(0);
    assertThat(ViewCounts.of(Map.of(id, 1L)))
        .isEqualTo(ViewCounts.of(new HashMap<>(Map.of(id, 1L))))
        .isNotEqualTo(ViewCounts.of(Map.of(id, 2L)))
        .isNotEqualTo(ViewCounts.of(Map.of(pool.get(1), 1L)))
        .isNotEqualTo(ViewCounts.NONE);
    assertThat(ViewCounts.of(Map.of())).isEqualTo(ViewCounts.NONE);
  }

  @Test
  void viewsCountUpwards() {
    for (var wrong : List.of(0L, -1L, Long.MIN_VALUE)) {
      assertThatThrownBy(() -> ViewCounts.of(Map.of(pool.get(0), wrong)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private void assertSame(ViewCounts counts, Map<UUID, Long> expected) {
    var seen = new ArrayList<Map.Entry<UUID, Long>>();
    counts.forEach((id, views) -> seen.add(Map.entry(id, views)));
    assertThat(seen).isEqualTo(new ArrayList<>(sorted(expected).entrySet()));
    assertThat(counts.size()).isEqualTo(expected.size());
    assertThat(counts.isEmpty()).isEqualTo(expected.isEmpty());
    assertThat(counts.total()).isEqualTo(expected.values().stream().mapToLong(n -> n).sum());
    for (var id : pool) {
      assertThat(counts.of(id)).isEqualTo(expected.getOrDefault(id, 0L));
    }
    assertThat(counts)
        .hasSameHashCodeAs(ViewCounts.of(expected))
        .isEqualTo(ViewCounts.of(expected));
  }

  private Map<UUID, Long> some() {
    var counts = sorted(Map.of());
    var size = random.nextInt(8);
    for (var i = 0; i < size; i++) {
      counts.put(pool.get(random.nextInt(pool.size())), 1 + random.nextLong(1L << 55));
    }
    return counts;
  }

  /** Ids around the boundary where signed and unsigned order differ, in either half. */
  private static List<UUID> pool() {
    var halves = List.of(0L, 1L, Long.MAX_VALUE, Long.MIN_VALUE, -1L);
    var pool = new ArrayList<UUID>();
    for (var high : halves) {
      for (var low : halves) {
        pool.add(new UUID(high, low));
      }
    }
    return pool;
  }

  private static TreeMap<UUID, Long> sorted(Map<UUID, Long> counts) {
    var sorted = new TreeMap<UUID, Long>(Uuid7::compare);
    sorted.putAll(counts);
    return sorted;
  }
}
