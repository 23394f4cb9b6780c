package io.clientele.domain.audit.chain;

import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.chain.VerificationResult.Break;
import io.clientele.domain.audit.chain.VerificationResult.Fault;
import io.clientele.domain.kernel.AuditEntryId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a chain, block by block, up to the first fault. Keeps one block in memory, so a chain of
 * any length can be verified. Not safe for use by many threads.
 */
public final class ChainVerifier {
  private final AuditTimeRange span;
  private ChainHead head;
  private @Nullable ChainBlock last;
  private long entries;

  /** Starts after this head, and compares the entries of the time range. */
  public ChainVerifier(ChainHead head, AuditTimeRange span) {
    this.head = Objects.requireNonNull(head, "head");
    this.span = Objects.requireNonNull(span, "span");
  }

  /**
   * Verifies the next block.
   *
   * @param stated the hash stored with the block
   * @param found hashes of the block's entries within the time range, as they are stored now
   * @return the fault; empty if there is none
   */
  public Optional<Break> step(
      ChainBlock block, Sha256Hash stated, Map<AuditEntryId, Sha256Hash> found) {
    if (block.number() != head.number() + 1) {
      return Optional.of(new Break(Fault.BLOCK_MISSING, head.number() + 1, null, null));
    }
    for (var link : block.links()) {
      if (!span.holds(link.at())) {
        continue;
      }
      var hash = found.get(link.id());
      if (hash == null) {
        return Optional.of(Break.of(Fault.ENTRY_MISSING, block, link));
      }
      if (!hash.equals(link.hash())) {
        return Optional.of(Break.of(Fault.ENTRY_CHANGED, block, link));
      }
      entries++;
    }
    var blockHash = block.hash();
    if (!blockHash.equals(stated)) {
      return Optional.of(Break.of(Fault.BLOCK_CHANGED, block));
    }
    if (!block.previous().equals(head.hash())) {
      // This block is unchanged, but the block before it is not the one that it names.
      return Optional.of(Break.of(Fault.BLOCK_CHANGED, Objects.requireNonNullElse(last, block)));
    }
    last = block;
    head = new ChainHead(block.number(), blockHash);
    return Optional.empty();
  }

  /**
   * Returns the fault of a chain of which this head is known.
   *
   * @param standing the block that the chain has at the number of the head; null if there is none
   */
  public static Break broken(ChainHead known, @Nullable ChainBlock standing) {
    return standing == null
        ? new Break(Fault.END_MISSING, known.number(), null, null)
        : Break.of(Fault.BLOCK_CHANGED, standing);
  }

  /** The last verified block. */
  public ChainHead head() {
    return head;
  }

  /** The number of entries that were found unchanged. */
  public long entries() {
    return entries;
  }
}
