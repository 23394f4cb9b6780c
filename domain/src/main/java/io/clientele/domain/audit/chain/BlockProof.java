package io.clientele.domain.audit.chain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A block with what a receiver of events needs to compute its hash, and to see which entries
 * published an event.
 *
 * @param hash stored with the block
 * @param entries one for each link of the block, in order
 */
public record BlockProof(ChainBlock block, Sha256Hash hash, List<Entry> entries) {
  public BlockProof {
    Objects.requireNonNull(block, "block");
    Objects.requireNonNull(hash, "hash");
    entries = List.copyOf(Objects.requireNonNull(entries, "entries"));
  }

  /**
   * One entry. {@link EncryptedAuditEntry#hash} of {@code rest} and {@code digest} is the hash of
   * its link.
   *
   * @param rest the hash of the other fields; null for format 1 and for a missing entry
   * @param digest of the event; null if the entry published none
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Entry(ChainBlock.Link link, @Nullable Sha256Hash rest, byte @Nullable [] digest) {
    /** Not compact: the compiler drops from a compact one that the array may be null. */
    public Entry(ChainBlock.Link link, @Nullable Sha256Hash rest, byte @Nullable [] digest) {
      this.link = Objects.requireNonNull(link, "link");
      this.rest = rest;
      this.digest = digest;
    }
  }
}
