package io.clientele.domain.identity.session;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.Provenance;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Counts refused sign-ins of unknown names, so that anonymous callers make a bounded number of
 * entries in the audit: one for each minute and network. Implementations are safe for use by many
 * threads and throw {@link io.clientele.domain.kernel.PortUnavailable} when they cannot know.
 */
public interface RefusedSignIns {
  /** The most entries of one minute; the networks with the fewest tries share the last entry. */
  int ENTRIES_MAX = 100;

  /** The network of the entry that sums up the networks beyond {@link #ENTRIES_MAX}. */
  String OTHERS = "others";

  /** Counts one refusal. */
  void count(String network, Instant at);

  /**
   * Appends the entries of all minutes that are over. Every refusal stands in one entry, however
   * many callers do this at once.
   *
   * @return the number of entries
   */
  int append(Instant now);

  /** The minute of this instant. */
  static Instant minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES);
  }

  /** The entry for this many refusals in one minute. */
  static AuditEntry entry(String network, long count, Instant now) {
    return new AuditEntry(
        new Provenance("anonymous", now),
        "session.refused",
        null,
        "network:" + network,
        List.of(new FieldChange("count", null, Long.toString(count))));
  }
}
