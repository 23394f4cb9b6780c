package io.clientele.domain.audit;

import io.clientele.domain.account.AccountId;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is stored: what may be of a person is sealed. Its hash covers the sealed bytes, so
 * it can be verified when nobody can read them any more.
 *
 * @param sealed changes and reason under the subject's key; null if there are none
 */
@SuppressWarnings("ArrayRecordComponent")
public record SealedEntry(
    EntryId id,
    Instant at,
    String actor,
    String action,
    @Nullable AccountId account,
    @Nullable String subject,
    String requestId,
    byte @Nullable [] sealed) {

  /** Over every field. */
  public Hash hash() {
    return canonical().hash();
  }

  /** Its place in a block. */
  public Block.Link link() {
    return new Block.Link(id, at, hash());
  }

  Canonical canonical() {
    return new Canonical("clientele audit entry 1")
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
    return other instanceof SealedEntry entry
        && Arrays.equals(canonical().encoded(), entry.canonical().encoded());
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
