package io.clientele.jdbc.views;

import io.clientele.domain.views.SaturatingSum;
import io.clientele.domain.views.ViewCounts;
import io.clientele.jdbc.transaction.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The totals of accounts within a transaction. */
final class TotalRows {
  /** Below the number of parameters that each database allows in a statement. */
  private static final int PART = 500;

  private static final String READ = "SELECT id, views FROM clientele_view_total WHERE id IN (";
  private static final String PUT =
      """
      INSERT INTO clientele_view_total (id, views) VALUES (?, ?)
      ON CONFLICT (id) DO UPDATE SET views = excluded.views
      """;

  private final Statements sql;

  TotalRows(Statements sql) {
    this.sql = sql;
  }

  /** Returns the total of each account, 0 included. */
  Map<UUID, Long> read(Collection<UUID> accounts) throws SQLException {
    var totals = new HashMap<UUID, Long>();
    accounts.forEach(id -> totals.put(id, 0L));
    var ids = totals.keySet().stream().map(UUID::toString).toList();
    for (var from = 0; from < ids.size(); from += PART) {
      var part = ids.subList(from, Math.min(ids.size(), from + PART));
      var marks = String.join(", ", Collections.nCopies(part.size(), "?"));
      sql.each(
          READ + marks + ")",
          row -> totals.put(UUID.fromString(row.getString(1)), row.getLong(2)),
          part.toArray());
    }
    return totals;
  }

  /** Adds views and returns those beyond the greatest total. The shard is locked. */
  long add(ViewCounts counts) throws SQLException {
    var ids = new ArrayList<UUID>(counts.size());
    counts.forEach((id, views) -> ids.add(id));
    var before = read(ids);
    var rows = new ArrayList<List<@Nullable Object>>(ids.size());
    var rejected = 0L;
    for (var id : ids) {
      var stored = before.getOrDefault(id, 0L);
      var sum = SaturatingSum.of(stored, counts.of(id));
      rejected += counts.of(id) - (sum - stored);
      var row = new ArrayList<@Nullable Object>();
      row.add(id.toString());
      row.add(sum);
      rows.add(row);
    }
    sql.batch(PUT, rows);
    return rejected;
  }
}
