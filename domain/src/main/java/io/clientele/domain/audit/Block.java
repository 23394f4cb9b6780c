package io.clientele.domain.audit;

import java.time.Instant;
import java.util.List;

/**
 * A link of the chain: entries in the order in which they were chained, bound to all blocks before
 * by the hash of the last one (linked time-stamping: Haber and Stornetta, "How to time-stamp a
 * digital document", 1991, section 5.1, here over blocks of entries).
 *
 * @param number 1 for the first
 * @param previous hash of the block before; {@link Hash#NONE} for the first
 */
public record Block(long number, Hash previous, List<Link> links) {
  /** The largest block. */
  public static final int ENTRIES_MAX = 1_000;

  public Block {
    links = List.copyOf(links);
  }

  /** One entry in it. */
  public record Link(EntryId id, Instant at, Hash hash) {
    /** An entry that was gone before it could be chained: its absence is chained, and found. */
    public static Link missing(EntryId id, Instant at) {
      return new Link(id, at, Hash.NONE);
    }
  }

  /** The next one. */
  public static Block after(Head head, List<Link> links) {
    return new Block(head.number() + 1, head.hash(), links);
  }

  /** Covers all of it. */
  public Hash hash() {
    return canonical().hash();
  }

  /** The end of the chain, once this is part of it. */
  public Head head() {
    return new Head(number, hash());
  }

  Canonical canonical() {
    var canonical =
        new Canonical("clientele audit block 1")
            .number(number)
            .bytes(previous.bytes())
            .number(links.size());
    links.forEach(
        link -> canonical.id(link.id().value()).time(link.at()).bytes(link.hash().bytes()));
    return canonical;
  }
}
