package io.clientele.domain.views;

import io.clientele.domain.kernel.Uuid7;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/**
 * Views per account, ascending by id, each account once. Takes 24 bytes an account, because a
 * writer keeps many of them. Immutable.
 */
public final class ViewCounts {
  /** No views. */
  public static final ViewCounts NONE = new ViewCounts(new long[0], new long[0]);

  /** Receives accounts and their views. */
  @FunctionalInterface
  public interface Each {
    /** Called in ascending order of ids. */
    void accept(UUID id, long views);
  }

  /** The high and the low half of each id, alternating. */
  private final long[] ids;

  private final long[] views;
  private final long total;

  private ViewCounts(long[] ids, long[] views) {
    this.ids = ids;
    this.views = views;
    this.total = Arrays.stream(views).sum();
  }

  /** Creates counts from accounts and their views, all above 0. */
  public static ViewCounts of(Map<UUID, Long> counts) {
    var sorted = counts.keySet().toArray(new UUID[0]);
    Arrays.sort(sorted, Uuid7::compare);
    var ids = new long[sorted.length * 2];
    var views = new long[sorted.length];
    for (var i = 0; i < sorted.length; i++) {
      ids[2 * i] = sorted[i].getMostSignificantBits();
      ids[2 * i + 1] = sorted[i].getLeastSignificantBits();
      views[i] = counts.getOrDefault(sorted[i], 0L);
      if (views[i] <= 0) {
        throw new IllegalArgumentException("views count upwards");
      }
    }
    return new ViewCounts(ids, views);
  }

  /** The number of accounts. */
  public int size() {
    return views.length;
  }

  /** Whether there are no accounts. */
  public boolean isEmpty() {
    return views.length == 0;
  }

  /** The views of all accounts. */
  public long total() {
    return total;
  }

  /** The views of one account; 0 if it is absent. */
  public long of(UUID id) {
    var low = 0;
    var high = views.length - 1;
    while (low <= high) {
      var middle = (low + high) >>> 1;
      var order = compare(ids, middle, id);
      if (order == 0) {
        return views[middle];
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return 0;
  }

  /** Returns the sum of both. */
  public ViewCounts plus(ViewCounts other) {
    if (isEmpty() || other.isEmpty()) {
      return isEmpty() ? other : this;
    }
    var sum = new Merge(size() + other.size());
    var mine = 0;
    var theirs = 0;
    while (mine < size() || theirs < other.size()) {
      var order = order(mine, other, theirs);
      var added = order <= 0 ? views[mine] : 0;
      if (order <= 0) {
        sum.ids(ids, mine++);
      }
      if (order >= 0) {
        added += other.views[theirs];
        sum.ids(other.ids, theirs++);
      }
      sum.add(added);
    }
    return sum.counts();
  }

  /** Passes every account with its views to the consumer. */
  public void forEach(Each each) {
    for (var i = 0; i < views.length; i++) {
      each.accept(new UUID(ids[2 * i], ids[2 * i + 1]), views[i]);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ViewCounts counts
        && Arrays.equals(ids, counts.ids)
        && Arrays.equals(views, counts.views);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(ids) + Arrays.hashCode(views);
  }

  @Override
  public String toString() {
    return total() + " views of " + size() + " accounts";
  }

  private int order(int mine, ViewCounts other, int theirs) {
    if (mine == size() || theirs == other.size()) {
      return mine == size() ? 1 : -1;
    }
    return compare(ids, mine, new UUID(other.ids[2 * theirs], other.ids[2 * theirs + 1]));
  }

  private static int compare(long[] ids, int index, UUID id) {
    var high = Long.compareUnsigned(ids[2 * index], id.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(ids[2 * index + 1], id.getLeastSignificantBits());
  }

  /** Collects the sum of two counts. */
  private static final class Merge {
    private final long[] ids;
    private final long[] views;
    private int size;

    Merge(int max) {
      ids = new long[2 * max];
      views = new long[max];
    }

    void ids(long[] from, int index) {
      ids[2 * size] = from[2 * index];
      ids[2 * size + 1] = from[2 * index + 1];
    }

    void add(long count) {
      views[size++] = count;
    }

    ViewCounts counts() {
      return new ViewCounts(Arrays.copyOf(ids, 2 * size), Arrays.copyOf(views, size));
    }
  }
}
