package io.clientele.persistence.views;

import io.clientele.domain.views.Sharding;
import io.clientele.persistence.migration.SchemaContribution;
import io.clientele.persistence.migration.TimePartitions;
import java.util.List;
import java.util.Map;

/** The schema of the views context. */
public final class ViewsSchema {
  private static final TimePartitions HOURS = TimePartitions.months("view_hour", 85, null, 124);

  private ViewsSchema() {}

  /**
   * Returns the number of shards, which the first migration of a database fixes, and the months of
   * the hours. Months whose hours have all become days are dropped.
   */
  public static SchemaContribution contribution(Sharding shards) {
    var placeholders = Map.of("shards", Integer.toString(shards.count()));
    return new SchemaContribution("views", placeholders, List.of(), List.of(HOURS));
  }
}
