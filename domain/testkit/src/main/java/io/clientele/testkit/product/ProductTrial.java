package io.clientele.testkit.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductDetails;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ProductOffer;
import io.clientele.domain.product.ProductPrice;
import io.clientele.domain.product.ProductStatus;
import io.clientele.domain.product.ProductUnit;
import io.clientele.domain.product.Products.Saved;
import io.clientele.domain.product.Sku;
import io.clientele.testkit.kernel.ChangeTrial;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Test data for stores of products. */
final class ProductTrial implements ChangeTrial<Product, Saved> {
  static final Asset USD = new Asset(new AssetCode("USD"), 2, Asset.Kind.MONEY);
  static final Asset BTC = new Asset(new AssetCode("BTC"), 8, Asset.Kind.ASSET);
  static final Instant BEGINNING = Instant.parse("2026-11-20T12:00:00.123457Z");

  private final Random random = new Random();
  private final AtomicLong next = new AtomicLong();
  private final ProductsUnderTest test;

  ProductTrial(ProductsUnderTest test) {
    this.test = test;
    test.assets().add(Asset.define(USD, by()));
    test.assets().add(Asset.define(BTC, by()));
  }

  Provenance by() {
    return new Provenance("clerk", BEGINNING.plusSeconds(next.getAndIncrement()));
  }

  /** New goods of this title. */
  Change<Product> goods(String title, String sku) {
    return create(title, sku, ProductUnit.goods(new Sku(sku), 0));
  }

  Change<Product> create(String title, String sku, ProductUnit unit) {
    var details =
        new ProductDetails(title, "All of it.\nReally.", new Metadata(Map.of("origin", "here")));
    var offer = new ProductOffer(new Sku(sku), unit, details, ProductStatus.ACTIVE);
    var by = by();
    return Product.create(ProductId.of(by.at(), random), offer, by);
  }

  /** Stores new goods. */
  Product given(String title, String sku) {
    return given(goods(title, sku));
  }

  /** Stores a change that must be accepted, and returns the stored product. */
  Product given(Change<Product> change) {
    assertThat(test.products().save(change)).isEqualTo(Saved.STORED);
    return test.products().find(change.state().id()).orElseThrow();
  }

  static ProductPrice price(long minor, Instant from, @Nullable Instant to) {
    return new ProductPrice(USD, BigInteger.valueOf(minor), from, to);
  }

  @Override
  public Change<Product> accepted() {
    var number = next.getAndIncrement();
    return goods("Tea " + number, "TEA-" + number);
  }

  @Override
  public List<Change<Product>> refused() {
    var stored = given(accepted());
    var priced = given(stored.price(price(100, Instant.now(), null), by()).orElseThrow());
    var stale = stored.amend(stored.details(), ProductStatus.DRAFT, by());
    var unaware = stored.at(priced.version()).price(price(1, Instant.now(), null), by());
    return List.of(goods("Other", stored.sku().value()), stale, unaware.orElseThrow());
  }

  @Override
  public Saved save(Change<Product> change) {
    return test.products().save(change);
  }

  @Override
  public Saved stored() {
    return Saved.STORED;
  }

  @Override
  public List<AuditEntry> entries(Change<Product> change) {
    var product = change.state();
    var by = change.act();
    var entries = new ArrayList<>(AuditEntry.of(change, null, product.id().subject()));
    product
        .definition(by)
        .ifPresent(
            asset -> entries.addAll(AuditEntry.of(asset, null, "asset:" + asset.state().code())));
    for (var pocket : product.openings(by)) {
      entries.addAll(AuditEntry.of(pocket, null, pocket.state().id().subject()));
    }
    return entries;
  }

  @Override
  public List<PublishedEvent> events(Change<Product> change) {
    return PublishedEvent.of(change, change.state().toStore());
  }
}
