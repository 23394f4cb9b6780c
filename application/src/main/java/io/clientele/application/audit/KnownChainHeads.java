package io.clientele.application.audit;

import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.ChainHeadStore;
import io.clientele.domain.kernel.PortUnavailable;
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
public final class KnownChainHeads implements Supplier<ChainHead> {
  private final @Nullable ChainHeadStore shared;
  private final AtomicReference<ChainHead> own = new AtomicReference<>(ChainHead.NONE);

  /** Null shares nothing: a process then knows what it has seen itself. */
  public KnownChainHeads(@Nullable ChainHeadStore shared) {
    this.shared = shared;
  }

  /** The newest that this process has seen. */
  @Override
  public ChainHead get() {
    return own.get();
  }

  /** All that a chain must hold. */
  List<ChainHead> all() {
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
  void saw(ChainHead head) {
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
