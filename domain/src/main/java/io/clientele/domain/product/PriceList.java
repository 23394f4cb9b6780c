package io.clientele.domain.product;

import io.clientele.domain.ledger.AssetCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a product, past ones left out, in the order of their currencies and beginnings. No
 * two prices of one currency are in force at one instant. Immutable.
 */
public record PriceList(List<ProductPrice> prices) {
  private static final Comparator<ProductPrice> ORDER =
      Comparator.comparing((ProductPrice price) -> price.currency().code())
          .thenComparing(ProductPrice::from);

  /** No prices. */
  public static final PriceList NONE = new PriceList(List.of());

  public PriceList {
    Objects.requireNonNull(prices, "prices");
    prices = prices.stream().sorted(ORDER).toList();
  }

  /**
   * A price that was added to a list.
   *
   * @param added with its end
   * @param ended the price that the new one ends, with its former end, if there is one
   */
  public record Addition(PriceList after, ProductPrice added, Optional<ProductPrice> ended) {
    public Addition {
      Objects.requireNonNull(after, "after");
      Objects.requireNonNull(added, "added");
      Objects.requireNonNull(ended, "ended");
    }
  }

  /** Returns the price in a currency at an instant. */
  public Optional<ProductPrice> at(AssetCode currency, Instant at) {
    return of(currency).filter(price -> price.isInForceAt(at)).findFirst();
  }

  /** Returns the prices that are in force at an instant, one a currency. */
  public List<ProductPrice> inForceAt(Instant at) {
    return prices.stream().filter(price -> price.isInForceAt(at)).toList();
  }

  /**
   * Adds a price. It ends the price that is in force when it begins. Without an end it lasts until
   * the next planned price. Empty if it overlaps another price in any other way.
   */
  public Optional<Addition> add(ProductPrice price) {
    var currency = price.currency().code();
    var added = price.to() == null ? price.until(next(currency, price.from())) : price;
    var ended = at(currency, price.from());
    if (ended.isPresent() && !ended.get().from().isBefore(price.from())) {
      return Optional.empty();
    }
    var after = new ArrayList<>(prices);
    ended.ifPresent(
        before -> {
          after.remove(before);
          after.add(before.until(price.from()));
        });
    if (after.stream().anyMatch(added::overlaps)) {
      return Optional.empty();
    }
    after.add(added);
    return Optional.of(new Addition(new PriceList(after), added, ended));
  }

  private @Nullable Instant next(AssetCode currency, Instant from) {
    return of(currency)
        .map(ProductPrice::from)
        .filter(begin -> begin.isAfter(from))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private Stream<ProductPrice> of(AssetCode currency) {
    return prices.stream().filter(price -> price.currency().code().equals(currency));
  }
}
