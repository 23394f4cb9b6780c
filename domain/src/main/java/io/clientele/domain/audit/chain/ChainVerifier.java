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
 * Follows a chain, block by block, up to the first thing that is wrong. Keeps one block in memory,
 * so chains of any length can be followed. Not safe for use by many threads.
 */
public final class ChainVerifier {
  private final AuditTimeRange span;
  private ChainHead head;
  private @Nullable ChainBlock last;
  private long entries;

  /** Begins after this head; entries of the span are compared. */
  public ChainVerifier(ChainHead head, AuditTimeRange span) {
    this.head = head;
    this.span = span;
  }

  /**
   * Takes the next block.
   *
   * @param stated the hash that is stored with it
   * @param found hashes of its entries of the span as they are stored now
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
      // This one is whole, and names another block before it than the one that stands there.
      return Optional.of(Break.of(Fault.BLOCK_CHANGED, Objects.requireNonNullElse(last, block)));
    }
    last = block;
    head = new ChainHead(block.number(), blockHash);
    return Optional.empty();
  }

  /** What is wrong with a chain of which this head is known, and that has this block there. */
  public static Break broken(ChainHead known, @Nullable ChainBlock standing) {
    return standing == null
        ? new Break(Fault.END_MISSING, known.number(), null, null)
        : Break.of(Fault.BLOCK_CHANGED, standing);
  }

  /** Where it is. */
  public ChainHead head() {
    return head;
  }

  /** How many entries were found to be what they were. */
  public long entries() {
    return entries;
  }
}
