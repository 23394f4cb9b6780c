package io.clientele.domain.audit;

import io.clientele.domain.audit.Verification.Break;
import io.clientele.domain.audit.Verification.Fault;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows a chain, block by block, up to the first thing that is wrong. Keeps one block in memory,
 * so chains of any length can be followed. Not safe for use by many threads.
 */
public final class ChainWalk {
  private final AuditSpan span;
  private Head head;
  private @Nullable Block last;
  private long entries;

  /** Begins after this head; entries of the span are compared. */
  public ChainWalk(Head head, AuditSpan span) {
    this.head = head;
    this.span = span;
  }

  /**
   * Takes the next block.
   *
   * @param stated the hash that is stored with it
   * @param found hashes of its entries of the span as they are stored now
   */
  public Optional<Break> step(Block block, Hash stated, Map<EntryId, Hash> found) {
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
    head = new Head(block.number(), blockHash);
    return Optional.empty();
  }

  /** What is wrong with a chain of which this head is known, and that has this block there. */
  public static Break broken(Head known, @Nullable Block standing) {
    return standing == null
        ? new Break(Fault.END_MISSING, known.number(), null, null)
        : Break.of(Fault.BLOCK_CHANGED, standing);
  }

  /** Where it is. */
  public Head head() {
    return head;
  }

  /** How many entries were found to be what they were. */
  public long entries() {
    return entries;
  }
}
