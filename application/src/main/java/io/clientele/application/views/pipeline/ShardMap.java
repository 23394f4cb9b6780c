package io.clientele.application.views.pipeline;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.ledger.DirectViewLedger;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One value for each shard of a ledger. Only the ledger knows the number of shards, so the values
 * are created when it first answers. Safe for use by many threads.
 */
public final class ShardMap<T> {
  private final DirectViewLedger ledger;
  private final Function<Shard, T> make;
  private volatile @Nullable Parts<T> parts;

  private record Parts<T>(Sharding shards, List<T> all) {}

  public ShardMap(DirectViewLedger ledger, Function<Shard, T> make) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.make = Objects.requireNonNull(make, "make");
  }

  /** Returns a view of the map with transformed values. */
  public <U> ShardMap<U> map(Function<T, U> function) {
    return new ShardMap<>(ledger, shard -> function.apply(of(shard)));
  }

  /**
   * Returns all values, in the order of their shards.
   *
   * @throws PortUnavailable if the ledger is unavailable and never answered before
   */
  public List<T> all() {
    return parts().all();
  }

  /** Returns all values, or none if the ledger never answered. */
  public List<T> made() {
    var made = parts;
    return made == null ? List.of() : made.all();
  }

  public T of(UUID id) {
    var made = parts();
    return made.all().get(made.shards().of(id).number());
  }

  private T of(Shard shard) {
    return all().get(shard.number());
  }

  private Parts<T> parts() {
    var made = parts;
    return made == null ? make() : made;
  }

  private synchronized Parts<T> make() {
    var made = parts;
    if (made == null) {
      var shards = ledger.shards();
      made = new Parts<>(shards, shards.all().stream().map(make).toList());
      parts = made;
    }
    return made;
  }
}
