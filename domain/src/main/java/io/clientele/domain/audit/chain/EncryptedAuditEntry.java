package io.clientele.domain.audit.chain;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntryId;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is stored: fields that may hold personal data are encrypted. Its hash covers the
 * encrypted bytes, so it can be verified after their key is destroyed.
 *
 * @param sealed changes and reason under the subject's key; null if there are none
 */
@SuppressWarnings("ArrayRecordComponent")
public record EncryptedAuditEntry(
    AuditEntryId id,
    Instant at,
    String actor,
    String action,
    @Nullable AccountId account,
    @Nullable String subject,
    String requestId,
    byte @Nullable [] sealed) {

  /** Over every field. */
  public Sha256Hash hash() {
    return canonical().hash();
  }

  /** Its place in a block. */
  public ChainBlock.Link link() {
    return new ChainBlock.Link(id, at, hash());
  }

  CanonicalEncoding canonical() {
    return new CanonicalEncoding("clientele audit entry 1")
        .id(id.value())
        .time(at)
        .text(actor)
        .text(action)
        .id(account == null ? null : account.value())
        .text(subject)
        .text(requestId)
        .bytes(sealed);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EncryptedAuditEntry entry
        && Arrays.equals(canonical().encoded(), entry.canonical().encoded());
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
