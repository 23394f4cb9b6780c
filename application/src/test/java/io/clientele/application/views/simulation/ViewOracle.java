package io.clientele.application.views.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Records which views were counted by which process, and which may be lost. Most accounts are
 * viewed once, so that no loss can hide a duplicate; two are viewed often.
 */
final class ViewOracle {
  private static final int ASKED_FOR = 6;

  private final Map<UUID, SimulatedInstance> once = new LinkedHashMap<>();
  private final List<UUID> inOrder = new ArrayList<>();
  private final Map<UUID, Long> often = new LinkedHashMap<>();
  private final Set<SimulatedInstance> dead = new HashSet<>();
  private final Set<UUID> losable = new HashSet<>();
  private final Map<SimulatedInstance, Long> oftenBy = new HashMap<>();
  private boolean mayOftenBeLost;
  private @Nullable UUID suspect;

  ViewOracle(List<UUID> often) {
    often.forEach(id -> this.often.put(id, 0L));
  }

  void countOnce(UUID id, SimulatedInstance by) {
    once.put(id, by);
    inOrder.add(id);
  }

  UUID countOften(Random random, SimulatedInstance by) {
    var id = List.copyOf(often.keySet()).get(random.nextInt(often.size()));
    often.merge(id, 1L, Long::sum);
    oftenBy.merge(by, 1L, Long::sum);
    return id;
  }

  long counted(UUID id) {
    return often.getOrDefault(id, once.containsKey(id) ? 1L : 0L);
  }

  long counted() {
    return once.size() + often.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns some accounts to read, including those viewed last. */
  List<UUID> some(Random random) {
    var asked = new HashSet<>(often.keySet());
    for (var i = 0; i < ASKED_FOR && !inOrder.isEmpty(); i++) {
      var back = 1 + random.nextInt(random.nextBoolean() ? ASKED_FOR : inOrder.size());
      asked.add(inOrder.get(Math.max(0, inOrder.size() - back)));
    }
    return List.copyOf(asked);
  }

  /** Marks the views that only this process had as lost. */
  void died(SimulatedInstance instance, Predicate<UUID> isElsewhere) {
    dead.add(instance);
    mayOftenBeLost |= oftenBy.containsKey(instance);
    once.forEach(
        (id, by) -> {
          if (by.equals(instance) && !isElsewhere.test(id)) {
            losable.add(id);
          }
        });
  }

  /** Marks the views of dead writers that only staging had as lost. */
  void stagingForgot(Predicate<UUID> isPersisted) {
    once.forEach(
        (id, by) -> {
          if (dead.contains(by) && !isPersisted.test(id)) {
            losable.add(id);
          }
        });
  }

  /** Marks the views that a living writer had dropped, because the ledger had them, as lost. */
  void ledgerForgot(Predicate<UUID> wasPersisted, Predicate<UUID> isPersisted) {
    mayOftenBeLost = true;
    once.forEach(
        (id, by) -> {
          if ((wasPersisted.test(id) || dead.contains(by)) && !isPersisted.test(id)) {
            losable.add(id);
          }
        });
  }

  /** Sets the account to trace if the check fails. */
  void suspect(UUID id) {
    suspect = id;
  }

  /** The account that was checked last. */
  @Nullable UUID suspect() {
    return suspect;
  }

  /**
   * Checks that no view is duplicated and only permitted ones are missing.
   *
   * @return the number of missing views
   */
  long check(ToLongFunction<UUID> persisted) {
    var missing = 0L;
    for (var id : inOrder) {
      suspect(id);
      var views = persisted.applyAsLong(id);
      assertThat(views).as("a view was doubled").isLessThanOrEqualTo(1);
      assertThat(views == 1 || losable.contains(id))
          .as("a view was lost that %s", dead.contains(once.get(id)) ? "was safe" : "lived")
          .isTrue();
      missing += 1 - views;
    }
    for (var each : often.entrySet()) {
      suspect(each.getKey());
      var views = persisted.applyAsLong(each.getKey());
      assertThat(views).as("views were doubled").isLessThanOrEqualTo(each.getValue());
      assertThat(mayOftenBeLost || views == each.getValue()).as("views were lost").isTrue();
      missing += each.getValue() - views;
    }
    return missing;
  }
}
