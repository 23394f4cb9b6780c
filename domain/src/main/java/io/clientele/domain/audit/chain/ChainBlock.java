package io.clientele.domain.audit.chain;

import io.clientele.domain.kernel.AuditEntryId;
import io.clientele.domain.kernel.event.CanonicalEncoding;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A block of the chain: entries in the order in which they were chained, and the hash of the block
 * before (linked time-stamping: Haber and Stornetta, "How to time-stamp a digital document", 1991,
 * section 5.1, here over blocks of entries).
 *
 * @param number 1 for the first
 * @param previous hash of the block before; {@link Sha256Hash#NONE} for the first
 */
public record ChainBlock(long number, Sha256Hash previous, List<Link> links) {
  /** The largest block. */
  public static final int ENTRIES_MAX = 1_000;

  public ChainBlock {
    Objects.requireNonNull(previous, "previous");
    links = List.copyOf(Objects.requireNonNull(links, "links"));
  }

  /** One entry of a block. */
  public record Link(AuditEntryId id, Instant at, Sha256Hash hash) {
    public Link {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(hash, "hash");
    }

    /**
     * An entry that was missing before it could be chained. The block records that, so verification
     * finds it.
     */
    public static Link missing(AuditEntryId id, Instant at) {
      return new Link(id, at, Sha256Hash.NONE);
    }
  }

  /** Returns the block that follows this head. */
  public static ChainBlock after(ChainHead head, List<Link> links) {
    return new ChainBlock(head.number() + 1, head.hash(), links);
  }

  /** The hash of the whole block. */
  public Sha256Hash hash() {
    return Sha256Hash.of(canonical().sha256());
  }

  /** The end of the chain when this is the last block. */
  public ChainHead head() {
    return new ChainHead(number, hash());
  }

  CanonicalEncoding canonical() {
    var canonical =
        new CanonicalEncoding("clientele audit block 1")
            .number(number)
            .bytes(previous.bytes())
            .number(links.size());
    links.forEach(
        link -> canonical.id(link.id().value()).time(link.at()).bytes(link.hash().bytes()));
    return canonical;
  }
}
