package io.clientele.persistence.ledger.row;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.rules.PocketState;
import io.clientele.persistence.jdbc.Timestamps;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of pockets. */
public final class PocketRow {
  /** A select list over {@code pocket} and {@code asset}; 9 columns. */
  public static final String COLUMNS =
      """
      pocket.id, pocket.account_id, asset.code, asset.scale, asset.kind, pocket.name, pocket.floor,
        pocket.status, pocket.version
      """;

  private PocketRow() {}

  public static Pocket pocket(ResultSet row) throws SQLException {
    var owner = row.getObject(2, UUID.class);
    var floor = row.getBigDecimal(7);
    return new Pocket(
        new PocketId(row.getObject(1, UUID.class)),
        owner == null ? null : new AccountId(owner),
        new Asset(
            new AssetCode(row.getString(3)), row.getInt(4), Asset.Kind.valueOf(row.getString(5))),
        row.getString(6),
        floor == null ? null : floor.toBigIntegerExact(),
        Pocket.Status.valueOf(row.getString(8)),
        row.getLong(9));
  }

  /** Reads the balance from the columns after those of the pocket. */
  public static PocketState state(ResultSet row) throws SQLException {
    return new PocketState(
        pocket(row), minor(row, 10), minor(row, 11), row.getLong(12), Timestamps.instant(row, 13));
  }

  public static BigInteger minor(ResultSet row, int column) throws SQLException {
    return row.getBigDecimal(column).toBigIntegerExact();
  }

  /** The value to bind to a numeric column. */
  public static @Nullable BigDecimal numeric(@Nullable BigInteger minor) {
    return minor == null ? null : new BigDecimal(minor);
  }

  /** The advisory lock of a house pocket or of a parent. */
  public static long lock(UUID id) {
    return 0x6c65_6467_6572L ^ id.getMostSignificantBits() ^ id.getLeastSignificantBits();
  }
}
