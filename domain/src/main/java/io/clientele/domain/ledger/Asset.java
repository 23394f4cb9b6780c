package io.clientele.domain.ledger;

import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Provenance;
import java.util.Objects;

/**
 * A currency, unit or item that pockets hold an amount of. Immutable and never changed: amounts are
 * stored in minor units.
 *
 * @param scale decimals of an amount, 0 to 18
 */
public record Asset(AssetCode code, int scale, Kind kind) {
  /** The largest number of decimals. */
  public static final int SCALE_MAX = 18;

  /** Throws {@link InvalidValue} for a scale out of range. */
  public Asset {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(kind, "kind");
    if (scale < 0 || scale > SCALE_MAX) {
      throw new InvalidValue("scale", "must be a whole number from 0 to " + SCALE_MAX);
    }
  }

  /** The kind of an asset. */
  public enum Kind {
    MONEY,
    ASSET,
    GOODS
  }

  /** Defines a new asset. */
  public static Change<Asset> define(Asset asset, Provenance by) {
    return Change.of(asset, new LedgerEvent.AssetDefined(asset.code(), asset.scale()), by);
  }
}
