package io.clientele.domain.audit;

import io.clientele.domain.audit.AuditQuery.Place;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.AuditEntryId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the trail.
 *
 * @param next where the next page begins, null on the last one
 */
public record AuditPage(List<Recorded> entries, @Nullable Place next) {
  public AuditPage {
    entries = List.copyOf(entries);
  }

  /** The page of these, of which there may be one more than it shows. */
  public static AuditPage of(List<Recorded> found, int limit) {
    var shown = found.subList(0, Math.min(limit, found.size()));
    return new AuditPage(shown, found.size() > limit ? shown.get(limit - 1).place() : null);
  }

  /** An entry as it is kept; without changes and reason once its subject is erased. */
  public record Recorded(AuditEntryId id, AuditEntry entry) {
    Place place() {
      return new Place(entry.act().at(), id);
    }
  }
}
