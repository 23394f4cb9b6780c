package io.clientele.persistence.views;

import io.clientele.domain.views.Sharding;
import io.clientele.persistence.migration.SchemaContribution;
import java.util.List;
import java.util.Map;

/** What the views context contributes to the schema. */
public final class ViewsSchema {
  private ViewsSchema() {}

  /** The number of shards, which the first migration of a database fixes. */
  public static SchemaContribution contribution(Sharding shards) {
    return new SchemaContribution(Map.of("shards", Integer.toString(shards.count())), List.of());
  }
}
