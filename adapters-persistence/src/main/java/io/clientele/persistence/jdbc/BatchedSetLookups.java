package io.clientele.persistence.jdbc;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Joins concurrent look-ups of several keys each into one query, as {@link BatchedLookups} joins
 * those of one key. What one look-up finds was read by one query.
 *
 * @param <K> what is looked up
 * @param <V> what is found
 */
public final class BatchedSetLookups<K, V> {
  private final Function<Collection<K>, Map<K, V>> query;
  private final BatchedLookups<Set<K>, Map<K, V>> lookups;

  /**
   * Looks up by this query, which is given each key once and gives no entry for what is not there.
   *
   * @param patience how long a look-up waits for a query of others
   */
  public BatchedSetLookups(
      String port, Duration patience, Function<Collection<K>, Map<K, V>> query) {
    this.query = query;
    this.lookups = new BatchedLookups<>(port, patience, this::findAll);
  }

  /** Returns the values that there are. */
  public Map<K, V> find(Collection<K> keys) {
    return keys.isEmpty() ? Map.of() : lookups.find(Set.copyOf(keys)).orElse(Map.of());
  }

  private Map<Set<K>, Map<K, V>> findAll(Collection<Set<K>> wanted) {
    if (wanted.size() == 1) {
      var only = wanted.iterator().next();
      return Map.of(only, query.apply(only));
    }
    var all = new HashSet<K>();
    wanted.forEach(all::addAll);
    var found = query.apply(all);
    var parts = new HashMap<Set<K>, Map<K, V>>();
    for (var keys : wanted) {
      var part = new HashMap<>(found);
      part.keySet().retainAll(keys);
      parts.put(keys, part);
    }
    return parts;
  }
}
