package io.clientele.application.audit;

import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.ChainHeadStore;
import io.clientele.domain.kernel.PortUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The known heads of the audit chain: those that this process has seen, and the newest in a store
 * that all instances share. While that store is unavailable, only the heads of this process are
 * compared. Safe for use by many threads.
 */
public final class KnownChainHeads implements Supplier<ChainHead> {
  private final @Nullable ChainHeadStore shared;
  private final List<Consumer<ChainHead>> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<ChainHead>> lostListeners = new CopyOnWriteArrayList<>();
  private final AtomicReference<ChainHead> own = new AtomicReference<>(ChainHead.NONE);

  /** Creates it; {@code shared} is null without a shared store. */
  public KnownChainHeads(@Nullable ChainHeadStore shared) {
    this.shared = shared;
  }

  /** Returns the newest head that this process has seen. */
  @Override
  public ChainHead get() {
    return own.get();
  }

  /** Adds a listener of newer heads that this process sees. It must return at once. */
  public void onNewer(Consumer<ChainHead> listener) {
    listeners.add(listener);
  }

  /** Adds a listener of known heads that the chain lacks. It must return at once. */
  public void onLost(Consumer<ChainHead> listener) {
    lostListeners.add(listener);
  }

  /** The chain lacks a known head. */
  void lost(ChainHead head) {
    lostListeners.forEach(listener -> listener.accept(head));
  }

  /** Returns all heads that the chain must contain. */
  List<ChainHead> all() {
    var known = new ArrayList<>(List.of(own.get()));
    if (shared != null) {
      try {
        known.add(shared.newest());
      } catch (PortUnavailable away) {
        // The shared head is compared when the store is available again.
      }
    }
    return known;
  }

  /** Stores the head of a chain that contains all known heads. */
  void saw(ChainHead head) {
    own.accumulateAndGet(head, (one, other) -> other.isNewerThan(one) ? other : one);
    listeners.forEach(listener -> listener.accept(head));
    if (shared != null) {
      try {
        shared.publish(head);
      } catch (PortUnavailable away) {
        // The next head is published when the store is available again.
      }
    }
  }
}
