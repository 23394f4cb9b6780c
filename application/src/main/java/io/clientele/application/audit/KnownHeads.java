package io.clientele.application.audit;

import io.clientele.domain.PortUnavailable;
import io.clientele.domain.audit.AuditHeads;
import io.clientele.domain.audit.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How far the chain of audit is known to have come: by this process since it started, and by all
 * that share a memory. While that is away, what the process knows must do. Safe for use by many
 * threads.
 */
public final class KnownHeads implements Supplier<Head> {
  private final @Nullable AuditHeads shared;
  private final AtomicReference<Head> own = new AtomicReference<>(Head.NONE);

  /** Null shares nothing: a process then knows what it has seen itself. */
  public KnownHeads(@Nullable AuditHeads shared) {
    this.shared = shared;
  }

  /** The newest that this process has seen. */
  @Override
  public Head get() {
    return own.get();
  }

  /** All that a chain must hold. */
  List<Head> all() {
    var known = new ArrayList<>(List.of(own.get()));
    if (shared != null) {
      try {
        known.add(shared.newest());
      } catch (PortUnavailable away) {
        // It is compared once it is back.
      }
    }
    return known;
  }

  /** Remembers a head of a chain that holds all that were known. */
  void saw(Head head) {
    own.accumulateAndGet(head, (one, other) -> other.isNewerThan(one) ? other : one);
    if (shared != null) {
      try {
        shared.publish(head);
      } catch (PortUnavailable away) {
        // The next head is published once it is back.
      }
    }
  }
}
