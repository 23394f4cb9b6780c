package io.clientele.application.views.counter;

import io.clientele.application.views.Reconciliation;
import io.clientele.application.views.ViewCounterSettings;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.ShardSnapshot;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.domain.views.staging.StagingSnapshot;
import io.clientele.domain.views.staging.ViewStaging;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the books of every shard as a live total is read: rows first, then what is staged beyond
 * them, and again when a batch went from one to the other in between, or a writer came.
 */
final class ReconciliationReader {
  private static final int ATTEMPTS = 5;

  private final @Nullable ViewStaging staging;
  private final ViewLedger ledger;
  private final ViewCounterSettings settings;
  private final Supplier<List<WriterCounts>> own;

  /**
   * Without a staging there is nothing staged.
   *
   * @param own what the writers of this process say of themselves
   */
  ReconciliationReader(
      @Nullable ViewStaging staging,
      ViewLedger ledger,
      ViewCounterSettings settings,
      Supplier<List<WriterCounts>> own) {
    this.staging = staging;
    this.ledger = ledger;
    this.settings = settings;
    this.own = own;
  }

  /** What stands in one shard; {@code staged} is null if it cannot be told. */
  private record Look(ShardSnapshot books, @Nullable StagingSnapshot staged) {
    boolean isLate() {
      return staged != null && staged.isLate();
    }

    /** Whether something is staged of a writer that came after the rows were read. */
    boolean namesStranger() {
      return staged != null
          && staged.seen().keySet().stream()
              .anyMatch(writer -> !hasRow(writer) && holds(staged, writer));
    }

    private boolean hasRow(WriterId writer) {
      return books.writers().stream().anyMatch(row -> row.writer().equals(writer));
    }

    private static boolean holds(StagingSnapshot staged, WriterId writer) {
      return staged.named().contains(writer)
          || !Objects.equals(staged.seen().get(writer), staged.start().get(writer));
    }
  }

  Reconciliation run() {
    var looks = new HashMap<Shard, Look>();
    var rest = new HashSet<>(ledger.shards().all());
    for (var attempt = 0; attempt < ATTEMPTS && !rest.isEmpty(); attempt++) {
      ledger.books(rest).forEach(books -> looks.put(books.shard(), look(books)));
      rest.removeIf(shard -> isOfOneInstant(looks.get(shard)));
    }
    var books = new ReconciliationCalculator();
    var counted = own.get().stream().collect(Collectors.groupingBy(WriterCounts::shard));
    looks.forEach(
        (shard, look) ->
            books.add(
                look.books(),
                look.isLate() ? null : look.staged(),
                byWriter(counted.getOrDefault(shard, List.of()))));
    return books.close(settings.clock().instant());
  }

  private static boolean isOfOneInstant(@Nullable Look look) {
    return look != null && !look.isLate() && !look.namesStranger();
  }

  private Look look(ShardSnapshot books) {
    if (staging == null) {
      var nothing = new StagingSnapshot(Map.of(), Map.of(), Set.of(), 0, 0, false);
      return new Look(books, nothing);
    }
    try {
      return new Look(books, staging.sums(books.shard(), books.applied(DeliveryPath.STAGING)));
    } catch (PortUnavailable away) {
      return new Look(books, null);
    }
  }

  private static Map<WriterId, WriterCounts> byWriter(List<WriterCounts> counted) {
    return counted.stream().collect(Collectors.toMap(WriterCounts::writer, self -> self));
  }
}
