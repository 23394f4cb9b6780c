package io.clientele.application.ledger;

import io.clientele.application.ledger.posting.KnownAssets;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.LedgerPermission;
import io.clientele.domain.ledger.price.Price;
import io.clientele.domain.ledger.price.Prices;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records the price of an asset from an instant on. */
public final class RecordPrice {
  private final Prices prices;
  private final KnownAssets assets;
  private final InstantSource clock;

  public RecordPrice(Prices prices, KnownAssets assets, InstantSource clock) {
    this.prices = Objects.requireNonNull(prices, "prices");
    this.assets = Objects.requireNonNull(assets, "assets");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * A price.
   *
   * @param at null for now
   */
  public record Request(AssetCode asset, AssetCode quote, @Nullable Instant at, BigDecimal value) {
    public Request {
      Objects.requireNonNull(asset, "asset");
      Objects.requireNonNull(quote, "quote");
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * Records the price. Repeating the call changes nothing.
   *
   * @throws InvalidValue if an asset does not exist
   */
  public Outcome record(Actor actor, Request request) {
    if (!actor.may(LedgerPermission.ADMINISTER_LEDGER)) {
      return new Outcome.Denied();
    }
    require("asset", request.asset);
    require("quote", request.quote);
    var by = actor.acts(clock.instant());
    var at = request.at == null ? by.at() : request.at;
    var price = new Price(request.asset, request.quote, at, request.value);
    return switch (prices.add(price.record(by))) {
      case STORED -> new Outcome.Recorded(price, true);
      case SAME -> new Outcome.Recorded(price, false);
      case DIFFERENT -> new Outcome.Differs();
    };
  }

  private void require(String field, AssetCode code) {
    if (assets.find(code).isEmpty()) {
      throw new InvalidValue(field, "must be the code of an asset");
    }
  }

  /** The outcome of a call. */
  public sealed interface Outcome {
    /**
     * The price is stored.
     *
     * @param isNew false if it was stored before
     */
    record Recorded(Price price, boolean isNew) implements Outcome {
      public Recorded {
        Objects.requireNonNull(price, "price");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.recorded(this);
      }
    }

    /** There is another price of this asset, quote and instant. */
    record Differs() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.differs(this);
      }
    }

    /** The actor may not record prices. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R recorded(Recorded recorded);

      R differs(Differs differs);

      R denied(Denied denied);
    }
  }
}
