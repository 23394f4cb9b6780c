package io.clientele.domain.audit.chain;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntryId;
import io.clientele.domain.kernel.event.CanonicalEncoding;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is stored: fields that may hold personal data are encrypted. Its hash covers the
 * encrypted bytes, so it can be verified after their key is destroyed.
 *
 * <p>There are two formats of the hash. Format 1 covers all fields at once. Format 2 covers the
 * hash of format 1, which it calls the rest, and the digest of the event that was published with
 * the entry. So a receiver of events can compute the hash of an entry from the digest and the rest,
 * and learns nothing of the other fields.
 *
 * @param sealed changes and reason under the subject's key; null if there are none
 * @param digest the SHA-256 of the event; empty if no event was published; null for format 1
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
    byte @Nullable [] sealed,
    byte @Nullable [] digest) {
  public EncryptedAuditEntry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(requestId, "requestId");
  }

  /** The hash of all fields, in the format of the entry. */
  public Sha256Hash hash() {
    return digest == null ? rest() : hash(rest(), digest);
  }

  /** The hash of all fields but the digest. */
  public Sha256Hash rest() {
    return Sha256Hash.of(canonical().sha256());
  }

  /**
   * The hash of format 2.
   *
   * @param digest of the event; empty if the entry has none
   */
  public static Sha256Hash hash(Sha256Hash rest, byte[] digest) {
    return Sha256Hash.of(
        new CanonicalEncoding("clientele audit entry 2")
            .bytes(rest.bytes())
            .bytes(digest.length == 0 ? null : digest)
            .sha256());
  }

  /** The link of this entry in a block. */
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
        && Arrays.equals(canonical().encoded(), entry.canonical().encoded())
        && Arrays.equals(digest, entry.digest);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
