package io.clientele.domain.identity.session;

import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.Provenance;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * Counts refused sign-ins of unknown names, so that anonymous callers cause a bounded number of
 * audit entries: one for each minute and network. Implementations are safe for use by many threads
 * and throw {@link io.clientele.domain.kernel.PortUnavailable} when the store cannot be reached.
 */
public interface RefusedSignIns {
  /**
   * The greatest number of entries for one minute; the networks with the fewest attempts share the
   * last entry.
   */
  int ENTRIES_MAX = 100;

  /** The network of the entry that sums up the networks beyond {@link #ENTRIES_MAX}. */
  String OTHERS = "others";

  /** Counts one refusal. */
  void count(String network, Instant at);

  /**
   * Appends the entries of all minutes that have ended. Concurrent callers append every refusal in
   * one entry.
   *
   * @return the number of entries
   */
  int append(Instant now);

  /** Returns the start of the minute of this instant. */
  static Instant minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES);
  }

  /** Returns the provenance of the events that are appended at this instant. */
  static Provenance provenance(Instant now) {
    return new Provenance("anonymous", now);
  }

  /**
   * Sign-ins were refused within one minute.
   *
   * @param network that they came from, or {@link #OTHERS}
   * @param count of the refused sign-ins; at least 1
   */
  record Refused(String network, long count) implements DomainEvent {
    public Refused {
      Objects.requireNonNull(network, "network");
    }

    @Override
    public String action() {
      return "session.refused";
    }

    /** The subject of its audit entry. */
    public String subject() {
      return "network:" + network;
    }

    @Override
    public List<FieldChange> details() {
      return List.of(new FieldChange("count", null, Long.toString(count)));
    }
  }
}
