package io.clientele.domain.ledger;

import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that happened to an asset or a pocket. A transfer is an event of its own. */
public sealed interface LedgerEvent extends DomainEvent {
  /** An asset was defined. */
  record AssetDefined(AssetCode code, int scale) implements LedgerEvent {
    public AssetDefined {
      Objects.requireNonNull(code, "code");
    }

    @Override
    public String action() {
      return "asset.defined";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison().of("code", null, code).of("scale", null, scale).details();
    }
  }

  /**
   * A pocket was opened.
   *
   * @param floor as clients write it; null for none
   */
  record PocketOpened(AssetCode asset, String name, @Nullable String floor) implements LedgerEvent {
    public PocketOpened {
      Objects.requireNonNull(asset, "asset");
      Objects.requireNonNull(name, "name");
    }

    @Override
    public String action() {
      return "pocket.opened";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("asset", null, asset)
          .of("name", null, name)
          .of("floor", null, floor)
          .details();
    }
  }

  /** The status or the floor of a pocket was changed. */
  record PocketAmended(Terms before, Terms after) implements LedgerEvent {
    public PocketAmended {
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }

    @Override
    public String action() {
      return "pocket.amended";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("status", before.status, after.status)
          .of("floor", before.floor, after.floor)
          .details();
    }
  }

  /**
   * A price was recorded.
   *
   * @param price of one unit, as clients write it
   */
  record PriceRecorded(AssetCode asset, AssetCode quote, Instant at, String price)
      implements LedgerEvent {
    public PriceRecorded {
      Objects.requireNonNull(asset, "asset");
      Objects.requireNonNull(quote, "quote");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(price, "price");
    }

    @Override
    public String action() {
      return "price.recorded";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("asset", null, asset)
          .of("quote", null, quote)
          .of("at", null, at)
          .of("price", null, price)
          .details();
    }
  }

  /**
   * What may change of a pocket, as clients write it.
   *
   * @param floor null for none
   */
  record Terms(String status, @Nullable String floor) {
    public Terms {
      Objects.requireNonNull(status, "status");
    }
  }
}
