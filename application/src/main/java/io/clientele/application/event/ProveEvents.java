package io.clientele.application.event;

import io.clientele.domain.audit.chain.AuditChain;
import io.clientele.domain.audit.chain.BlockProof;
import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.ChainProof;
import io.clientele.domain.event.EventPermission;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.identity.Actor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Returns the blocks of a range of the feed, by which a receiver can prove that it missed nothing
 * and that nothing was altered.
 */
public final class ProveEvents {
  /** The greatest number of blocks that one call returns. */
  public static final int BLOCKS_MAX = 20;

  private final AuditChain chain;
  private final ChainProof proof;

  /** Reads proofs of this chain. */
  public ProveEvents(AuditChain chain, ChainProof proof) {
    this.chain = Objects.requireNonNull(chain, "chain");
    this.proof = Objects.requireNonNull(proof, "proof");
  }

  /** The outcomes. */
  public sealed interface Outcome {
    /**
     * The proof.
     *
     * @param next the position from which to continue; null at the end of the range or the chain
     */
    record Proven(List<BlockProof> blocks, @Nullable EventPosition next) implements Outcome {
      public Proven {
        blocks = List.copyOf(Objects.requireNonNull(blocks, "blocks"));
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.proven(this);
      }
    }

    /** The chain does not contain the known head, or the range begins beyond its end. */
    record Fork() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.fork(this);
      }
    }

    /** The actor may not read the proof. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R proven(Proven proven);

      R fork(Fork fork);

      R denied(Denied denied);
    }
  }

  /**
   * Returns the proof of the positions from {@code from} to before {@code to}.
   *
   * @param to null for the end of the chain
   * @param known a head of the chain that the receiver knows; null if it knows none
   */
  public Outcome prove(
      Actor actor, EventPosition from, @Nullable EventPosition to, @Nullable ChainHead known) {
    if (!actor.may(EventPermission.VIEW_ALL_EVENTS)) {
      return new Outcome.Denied();
    }
    var head = chain.head().number();
    if (known != null && !chain.holds(known) || from.block() > head + 1) {
      return new Outcome.Fork();
    }
    var first = Math.max(1, from.block());
    var end = to == null ? head + 1 : Math.min(head + 1, blockAfter(to));
    var count = (int) Math.max(0, Math.min(BLOCKS_MAX, end - first));
    var blocks = count == 0 ? List.<BlockProof>of() : proof.blocks(first, count);
    var isCut = first + count < end;
    return new Outcome.Proven(blocks, isCut ? EventPosition.of(first + count, 0) : null);
  }

  /** The number of the first block without a position before this one. */
  private static long blockAfter(EventPosition to) {
    return to.ordinal() == 0 ? to.block() : to.block() + 1;
  }
}
