package io.clientele.domain.audit.chain;

import java.time.Instant;
import java.util.Objects;

/**
 * The progress of a verification of the whole chain, so that it can continue after a restart.
 *
 * @param beganAt when this verification began at the first block
 * @param head the last verified block; {@link ChainHead#NONE} at the beginning
 * @param entries verified since the beginning
 * @param verifiedAt when the last block was verified
 * @param isEnd whether the chain ended there, so that this verification is complete
 */
public record VerificationCheckpoint(
    Instant beganAt, ChainHead head, long entries, Instant verifiedAt, boolean isEnd) {
  public VerificationCheckpoint {
    Objects.requireNonNull(beganAt, "beganAt");
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(verifiedAt, "verifiedAt");
  }

  /** Returns the checkpoint of a verification before the first block. */
  public static VerificationCheckpoint beginning(Instant now) {
    return new VerificationCheckpoint(now, ChainHead.NONE, 0, now, false);
  }

  /** The next checkpoint of the same verification. */
  public VerificationCheckpoint next(
      ChainHead reached, long moreEntries, Instant now, boolean atEnd) {
    return new VerificationCheckpoint(beganAt, reached, entries + moreEntries, now, atEnd);
  }
}
