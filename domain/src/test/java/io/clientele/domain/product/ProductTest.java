package io.clientele.domain.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Pocket;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProductTest {
  private static final Asset USD = new Asset(new AssetCode("USD"), 2, Asset.Kind.MONEY);
  private static final Asset BTC = new Asset(new AssetCode("BTC"), 8, Asset.Kind.ASSET);
  private static final Sku SKU = new Sku("TEA-1");
  private static final Provenance BY =
      new Provenance("test", Instant.parse("2026-11-20T12:00:00Z"));
  private static final ProductDetails TEA =
      new ProductDetails(" Tea ", "Green.\nLeaf.", Metadata.NONE);

  private final Random random = new Random(3);

  @Test
  void goodsBringAnAssetAndFourPockets() {
    var product = create(ProductUnit.goods(SKU, 0));
    assertThat(product.definition(BY).orElseThrow().state())
        .isEqualTo(new Asset(new AssetCode("SKU-TEA-1"), 0, Asset.Kind.GOODS));
    var pockets = product.openings(BY).stream().map(change -> change.state()).toList();
    assertThat(pockets.stream().map(Pocket::name))
        .containsExactly("main", "sold", "supply", "written-off");
    assertThat(pockets.get(0).floor()).isEqualTo(BigInteger.ZERO);
    assertThat(pockets.subList(1, 4)).allMatch(pocket -> pocket.floor() == null);
    assertThat(pockets).allMatch(Pocket::isHouse);
    assertThat(pockets.get(0).id()).isEqualTo(product.pockets().main());
  }

  @Test
  void productsOfOneAssetHavePocketsOfDifferentNames() {
    var one = create(ProductUnit.of(BTC)).openings(BY);
    var other = create(ProductUnit.of(BTC)).openings(BY);
    var names = new HashSet<String>();
    one.forEach(change -> names.add(change.state().name()));
    other.forEach(change -> names.add(change.state().name()));
    assertThat(names).hasSize(8);
    assertThat(create(ProductUnit.of(BTC)).definition(BY)).isEmpty();
  }

  @Test
  void aServiceHasNeitherAssetNorPockets() {
    var service = create(ProductUnit.service(2));
    assertThat(service.openings(BY)).isEmpty();
    assertThat(service.definition(BY)).isEmpty();
    assertThat(service.unit().isStocked()).isFalse();
  }

  @Test
  void thePocketsOfAProductAreItsOwnAndAlwaysTheSame() {
    var id = ProductId.of(BY.at(), random);
    var pockets = StockPockets.of(id);
    assertThat(pockets).isEqualTo(StockPockets.of(id));
    assertThat(pockets).isNotEqualTo(StockPockets.of(ProductId.of(BY.at(), random)));
    var ids = List.of(pockets.main(), pockets.sold(), pockets.supply(), pockets.writtenOff());
    assertThat(new HashSet<>(ids)).hasSize(4);
  }

  @Test
  void anAmendmentNamesWhatChangedAndAnEqualOneIsNone() {
    var product = create(ProductUnit.goods(SKU, 0));
    assertThat(product.amend(TEA, ProductStatus.ACTIVE, BY).isNone()).isTrue();
    var amended =
        product.amend(
            new ProductDetails("Tea", "Black.", new Metadata(Map.of("leaf", "whole"))),
            ProductStatus.RETIRED,
            BY);
    assertThat(amended.events().get(0).details().stream().map(change -> change.field()))
        .containsExactly("text", "attributes", "status");
    assertThat(amended.state().isOrderable()).isFalse();
    assertThat(amended.state().version()).isZero();
  }

  @Test
  void aPriceOfThePastIsInvalidAndAnOverlapIsNoChange() {
    var product = create(ProductUnit.goods(SKU, 0));
    var past = new ProductPrice(USD, BigInteger.ONE, BY.at().minusMillis(1), null);
    assertThatThrownBy(() -> product.price(past, BY)).isInstanceOf(InvalidValue.class);
    var now = new ProductPrice(USD, BigInteger.ONE, BY.at(), null);
    var priced = product.price(now, BY).orElseThrow();
    assertThat(priced.state().prices().at(USD.code(), BY.at())).contains(now);
    assertThat(priced.state().price(now, BY)).isEmpty();
  }

  @Test
  void textsAreTrimmedOrRefused() {
    assertThat(TEA.title()).isEqualTo("Tea");
    assertThat(new ProductDetails("T", "a\r\nb", Metadata.NONE).text()).isEqualTo("a\nb");
    assertThatThrownBy(() -> new ProductDetails(" ", "", Metadata.NONE))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new ProductDetails("T", "a\tb\u0000", Metadata.NONE))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new ProductDetails("T", "a\n".repeat(2_501), Metadata.NONE))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void aSkuFitsTheCodeOfAnAsset() {
    assertThat(new Sku("9-A".repeat(12)).asset().value()).hasSize(40);
    for (var broken : List.of("", "-A", "a", "A B", "A".repeat(37), "Ä")) {
      assertThatThrownBy(() -> new Sku(broken)).isInstanceOf(InvalidValue.class);
    }
  }

  private Product create(ProductUnit unit) {
    var offer = new ProductOffer(SKU, unit, TEA, ProductStatus.ACTIVE);
    return Product.create(ProductId.of(BY.at(), random), offer, BY).state();
  }
}
