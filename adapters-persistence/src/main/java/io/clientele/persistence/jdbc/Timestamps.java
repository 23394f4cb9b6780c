package io.clientele.persistence.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Converts between {@link Instant} and the type that the driver binds to {@code timestamptz}. */
public final class Timestamps {
  private Timestamps() {}

  /** The value to bind. */
  public static OffsetDateTime of(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /** Reads a column that is not NULL. */
  public static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Reads a column; null for NULL. */
  public static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
