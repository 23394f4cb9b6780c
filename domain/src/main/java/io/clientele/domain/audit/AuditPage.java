package io.clientele.domain.audit;

import io.clientele.domain.audit.AuditQuery.Place;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.AuditEntryId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One page of the audit trail.
 *
 * @param next where the next page begins; null on the last page
 */
public record AuditPage(List<Recorded> entries, @Nullable Place next) {
  public AuditPage {
    entries = List.copyOf(Objects.requireNonNull(entries, "entries"));
  }

  /** Returns the page of these entries, which may be one more than the limit. */
  public static AuditPage of(List<Recorded> found, int limit) {
    var shown = found.subList(0, Math.min(limit, found.size()));
    return new AuditPage(shown, found.size() > limit ? shown.get(limit - 1).place() : null);
  }

  /** A stored entry; without changes and reason once its subject is erased. */
  public record Recorded(AuditEntryId id, AuditEntry entry) {
    public Recorded {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(entry, "entry");
    }

    Place place() {
      return new Place(entry.act().at(), id);
    }
  }
}
