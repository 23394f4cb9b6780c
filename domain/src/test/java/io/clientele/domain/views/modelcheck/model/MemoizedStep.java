package io.clientele.domain.views.modelcheck.model;

import java.util.HashMap;
import java.util.Map;

/**
 * Caches the result of a step on two numbered values, because few differ among millions of states.
 */
public final class MemoizedStep<R> {
  /** The step itself. */
  public interface Made<R> {
    public R of(int one, int other);
  }

  private final Map<Long, R> results = new HashMap<>();
  private final Made<R> made;

  public MemoizedStep(Made<R> made) {
    this.made = made;
  }

  public R of(int one, int other) {
    var key = (long) one << 32 | other;
    var known = results.get(key);
    if (known == null) {
      known = made.of(one, other);
      results.put(key, known);
    }
    return known;
  }
}
