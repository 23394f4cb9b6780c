package io.clientele.domain.audit;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntryId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request for one page of the audit trail, newest first.
 *
 * @param after where the page before ended; null for the first
 * @param limit 1 to {@value #LIMIT_MAX}
 */
public record AuditQuery(Filter filter, @Nullable Place after, int limit) {
  /** The largest page. */
  public static final int LIMIT_MAX = 200;

  public AuditQuery {
    Objects.requireNonNull(filter, "filter");
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException("no such page");
    }
  }

  /**
   * Selects entries; a null component selects all.
   *
   * @param from inclusive
   * @param to exclusive
   */
  public record Filter(
      @Nullable AccountId account,
      @Nullable String actor,
      @Nullable String action,
      @Nullable Instant from,
      @Nullable Instant to) {
    /** Selects all entries. */
    public static final Filter ALL = new Filter(null, null, null, null, null);
  }

  /** The end of a page: the time and the id of its last entry. */
  public record Place(Instant at, AuditEntryId id) implements Comparable<Place> {
    public Place {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(id, "id");
    }

    /** Orders by time, older first, then by id. */
    @Override
    public int compareTo(Place other) {
      var byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : id.compareTo(other.id);
    }
  }
}
