package io.clientele.domain.ledger.rules;

import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferNote;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/** Creates the release of an expired hold. */
public final class HoldExpiry {
  /** The actor of such a release. */
  public static final String ACTOR = "ledger";

  private static final TransferNote NOTE = new TransferNote("expired", Metadata.NONE, null);

  private HoldExpiry() {}

  /** Returns the release of the whole rest of a hold. Its id depends on the hold's id only. */
  public static Transfer release(TransferId hold) {
    var all = new Instruction.Settle(Settlement.RELEASE, hold, List.of(), false);
    return new Transfer(releaseOf(hold), all, NOTE, ACTOR);
  }

  /** Returns the id of the release: a UUID of version 8 from a hash of the hold's id. */
  public static TransferId releaseOf(TransferId hold) {
    try {
      var text = "clientele hold expiry " + hold;
      var hash =
          ByteBuffer.wrap(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
      var high = hash.getLong() & ~0xf000L | 0x8000L;
      var low = hash.getLong() >>> 2 | 1L << 63;
      return new TransferId(new UUID(high, low));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
