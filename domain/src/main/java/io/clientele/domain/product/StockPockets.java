package io.clientele.domain.product;

import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The pockets of the house between which the stock of a product moves. Their ids follow from the id
 * of the product.
 *
 * @param main the warehouse; has a floor of 0, so nothing is sold twice
 * @param sold receives what orders take
 * @param supply pays for receipts, and for corrections in both directions
 * @param writtenOff receives what came back and is not sold again
 */
public record StockPockets(PocketId main, PocketId sold, PocketId supply, PocketId writtenOff) {
  private static final long VERSION_AND_TIME = ~0xfffL;
  private static final int HEX_DIGITS = 12;

  public StockPockets {
    Objects.requireNonNull(main, "main");
    Objects.requireNonNull(sold, "sold");
    Objects.requireNonNull(supply, "supply");
    Objects.requireNonNull(writtenOff, "writtenOff");
  }

  /** Returns the pockets of a product. */
  public static StockPockets of(ProductId product) {
    return new StockPockets(
        id(product, "main"),
        id(product, "sold"),
        id(product, "supply"),
        id(product, "written-off"));
  }

  /**
   * Returns the pockets to open for a new product.
   *
   * @param isShared whether other products may be counted in the asset; the names of the pockets
   *     then end with digits of the product's id
   */
  List<Change<Pocket>> open(ProductId product, Asset asset, boolean isShared, Provenance by) {
    var hex = product.value().toString();
    var suffix = isShared ? "-" + hex.substring(hex.length() - HEX_DIGITS) : "";
    return List.of(
        pocket(main, asset, "main" + suffix, BigInteger.ZERO, by),
        pocket(sold, asset, "sold" + suffix, null, by),
        pocket(supply, asset, "supply" + suffix, null, by),
        pocket(writtenOff, asset, "written-off" + suffix, null, by));
  }

  private static Change<Pocket> pocket(
      PocketId id, Asset asset, String name, @Nullable BigInteger floor, Provenance by) {
    return Pocket.open(new Pocket(id, null, asset, name, floor, Pocket.Status.OPEN, 0), by);
  }

  /** The time of the product, then bits of a digest, in the layout of version 7. */
  private static PocketId id(ProductId product, String name) {
    var id = product.value();
    var digest = sha256();
    digest.update(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .flip());
    var bits = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
    var high = id.getMostSignificantBits() & VERSION_AND_TIME | bits.getLong() & ~VERSION_AND_TIME;
    return new PocketId(new UUID(high, bits.getLong() >>> 2 | Long.MIN_VALUE));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
