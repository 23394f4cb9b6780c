package io.clientele.application.product;

import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.ledger.transfer.TransferId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/** Names the transfer of a stock movement by the idempotency key of its request. */
final class StockTransferId {
  private static final String DOMAIN = "stock-movement:";
  private static final long VERSION_MASK = 0xffff_ffff_ffff_0fffL;
  private static final long VERSION_8 = 0x8000L;

  private StockTransferId() {}

  /** Returns a UUID of version 8 over caller, action, target and name of the key. */
  static TransferId of(IdempotencyKey key) {
    var digest = sha256();
    digest.update(DOMAIN.getBytes(StandardCharsets.UTF_8));
    for (var part : List.of(key.caller(), key.action(), key.target(), key.name())) {
      var bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      digest.update(bytes);
    }
    var bits = ByteBuffer.wrap(digest.digest());
    var high = bits.getLong() & VERSION_MASK | VERSION_8;
    return new TransferId(new UUID(high, bits.getLong() >>> 2 | Long.MIN_VALUE));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
