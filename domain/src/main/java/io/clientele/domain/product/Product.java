package io.clientele.domain.product;

import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.Pocket;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A product. {@code version} is the version that was read; storing a change raises it by one, so
 * the first stored version is 1. Immutable.
 *
 * @param prices those that were not over when the product was read
 */
public record Product(
    ProductId id,
    Sku sku,
    ProductUnit unit,
    ProductDetails details,
    ProductStatus status,
    PriceList prices,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  public Product {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(details, "details");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(prices, "prices");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(updatedAt, "updatedAt");
  }

  /** Creates a new product without a price, which is not stored yet. */
  public static Change<Product> create(ProductId id, ProductOffer offer, Provenance by) {
    var product =
        new Product(
            id,
            offer.sku(),
            offer.unit(),
            offer.details(),
            offer.status(),
            PriceList.NONE,
            by.at(),
            by.at(),
            0);
    return Change.of(product, new ProductEvent.Created(offer), by);
  }

  /** Replaces details and status; without a difference it is an empty change. */
  public Change<Product> amend(ProductDetails amended, ProductStatus next, Provenance by) {
    var before = new ProductEvent.Terms(details, status);
    var after = new ProductEvent.Terms(amended, next);
    return after.equals(before)
        ? Change.none(this, by)
        : Change.of(with(amended, next, prices, by), new ProductEvent.Amended(before, after), by);
  }

  /**
   * Adds a price; empty if it overlaps others in a way that {@link PriceList#add} does not resolve.
   *
   * @throws InvalidValue if the price begins before this act
   */
  public Optional<Change<Product>> price(ProductPrice price, Provenance by) {
    if (price.from().isBefore(by.at())) {
      throw new InvalidValue("from", "must not be in the past");
    }
    return prices
        .add(price)
        .map(
            addition ->
                Change.of(
                    with(details, status, addition.after(), by),
                    new ProductEvent.Priced(addition.added(), addition.ended().orElse(null)),
                    by));
  }

  /** Whether customers may order the product now, apart from its price and stock. */
  public boolean isOrderable() {
    return status == ProductStatus.ACTIVE;
  }

  /** The pockets of the stock; those of a service do not exist. */
  public StockPockets pockets() {
    return StockPockets.of(id);
  }

  /** Returns the pockets to open with the product; none for a service. */
  public List<Change<Pocket>> openings(Provenance by) {
    return unit.isStocked()
        ? pockets().open(id, stockedAsset(), unit.kind() == ProductUnit.Kind.ASSET, by)
        : List.of();
  }

  /** Returns the asset to define with the product; empty unless the product is of kind goods. */
  public Optional<Change<Asset>> definition(Provenance by) {
    return unit.kind() == ProductUnit.Kind.GOODS
        ? Optional.of(Asset.define(stockedAsset(), by))
        : Optional.empty();
  }

  /** Returns this state with the version under which it is stored. */
  public Product at(long stored) {
    return new Product(id, sku, unit, details, status, prices, createdAt, updatedAt, stored);
  }

  /** Returns the subject of the events of this state, under the version that storing gives it. */
  public ChangeSubject toStore() {
    return ChangeSubject.named(id.subject()).at(version + 1);
  }

  private Asset stockedAsset() {
    var kind = unit.kind() == ProductUnit.Kind.GOODS ? Asset.Kind.GOODS : Asset.Kind.ASSET;
    return new Asset(unit.stockedAsset(), unit.scale(), kind);
  }

  private Product with(
      ProductDetails newDetails, ProductStatus newStatus, PriceList newPrices, Provenance by) {
    var later = by.at().isAfter(updatedAt) ? by.at() : updatedAt;
    return new Product(id, sku, unit, newDetails, newStatus, newPrices, createdAt, later, version);
  }
}
