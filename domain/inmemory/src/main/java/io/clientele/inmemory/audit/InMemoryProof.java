package io.clientele.inmemory.audit;

import io.clientele.domain.audit.chain.BlockProof;
import io.clientele.domain.audit.chain.ChainBlock;
import io.clientele.domain.audit.chain.EncryptedAuditEntry;
import io.clientele.domain.audit.chain.Sha256Hash;
import io.clientele.domain.kernel.AuditEntryId;
import java.util.Map;
import java.util.Objects;

/** Builds proofs of blocks in memory, whose entries published no events. */
final class InMemoryProof {
  private InMemoryProof() {}

  static BlockProof of(ChainBlock block, Map<AuditEntryId, EncryptedAuditEntry> stored) {
    var entries =
        block.links().stream()
            .map(link -> new BlockProof.Entry(link, rest(link, stored), null))
            .toList();
    return new BlockProof(block, block.hash(), entries);
  }

  private static Sha256Hash rest(
      ChainBlock.Link link, Map<AuditEntryId, EncryptedAuditEntry> stored) {
    return Objects.requireNonNull(stored.get(link.id())).rest();
  }
}
