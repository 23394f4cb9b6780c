package io.clientele.domain.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceListTest {
  private static final Asset USD = new Asset(new AssetCode("USD"), 2, Asset.Kind.MONEY);
  private static final Asset EUR = new Asset(new AssetCode("EUR"), 2, Asset.Kind.MONEY);

  @Test
  void aPriceIsInForceFromItsBeginningUntilBeforeItsEnd() {
    var list = added(PriceList.NONE, price(1, 10, 20));
    assertThat(list.at(USD.code(), at(9))).isEmpty();
    assertThat(list.at(USD.code(), at(10))).isPresent();
    assertThat(list.at(USD.code(), at(19))).isPresent();
    assertThat(list.at(USD.code(), at(20))).isEmpty();
    assertThat(list.at(EUR.code(), at(10))).isEmpty();
  }

  @Test
  void aNewPriceEndsTheOneInForceWhenItBegins() {
    var first = added(PriceList.NONE, price(1, 10, null));
    var addition = first.add(price(2, 15, null)).orElseThrow();
    assertThat(addition.ended()).contains(price(1, 10, null));
    assertThat(addition.after().prices()).containsExactly(price(1, 10, 15), price(2, 15, null));
  }

  @Test
  void aNewPriceWithinAPlannedPeriodEndsThatPeriodAndLeavesTheGapAfterItself() {
    var list = added(PriceList.NONE, price(1, 10, 30));
    assertThat(added(list, price(2, 15, 20)).prices())
        .containsExactly(price(1, 10, 15), price(2, 15, 20));
  }

  @Test
  void aPriceWithoutAnEndLastsUntilTheNextPlannedOne() {
    var list = added(added(PriceList.NONE, price(3, 50, null)), price(4, 70, null));
    assertThat(added(list, price(1, 10, null)).prices())
        .containsExactly(price(1, 10, 50), price(3, 50, 70), price(4, 70, null));
  }

  @Test
  void anyOtherOverlapIsRefused() {
    var list = added(PriceList.NONE, price(3, 50, 60));
    assertThat(list.add(price(1, 10, 51))).isEmpty();
    assertThat(list.add(price(1, 50, null))).isEmpty();
    assertThat(list.add(price(1, 50, 55))).isEmpty();
    assertThat(list.add(price(1, 40, 100))).isEmpty();
    assertThat(list.add(price(1, 40, 50))).isPresent();
    assertThat(list.add(price(1, 60, null))).isPresent();
  }

  @Test
  void pricesOfOtherCurrenciesDoNotMatter() {
    var list = added(PriceList.NONE, price(1, 10, null));
    var euro = new ProductPrice(EUR, BigInteger.TEN, at(5), null);
    assertThat(added(list, euro).prices()).containsExactly(euro, price(1, 10, null));
    assertThat(added(list, euro).inForceAt(at(7))).containsExactly(euro);
  }

  @Test
  void noTwoPricesAreEverInForceAtOneInstant() {
    var random = new Random(7);
    for (var round = 0; round < 500; round++) {
      var list = PriceList.NONE;
      for (var i = 0; i < 12; i++) {
        var from = random.nextInt(20);
        var to = random.nextBoolean() ? null : from + 1 + random.nextInt(8);
        list = list.add(price(i, from, to)).map(PriceList.Addition::after).orElse(list);
      }
      for (var t = 0; t < 30; t++) {
        assertThat(list.inForceAt(at(t))).hasSizeLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void aMalformedPriceIsRefused() {
    assertThatThrownBy(() -> price(1, 10, 10)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> price(-1, 10, null)).isInstanceOf(InvalidValue.class);
    var gold = new Asset(new AssetCode("GOLD"), 2, Asset.Kind.GOODS);
    assertThatThrownBy(() -> new ProductPrice(gold, BigInteger.ONE, at(1), null))
        .isInstanceOf(InvalidValue.class);
    assertThat(ProductPrice.parseAmount("0", USD)).isEqualTo(BigInteger.ZERO);
    assertThat(ProductPrice.parseAmount("12.5", USD)).isEqualTo(BigInteger.valueOf(1250));
    assertThatThrownBy(() -> ProductPrice.parseAmount("1.001", USD))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> ProductPrice.parseAmount("-1", USD)).isInstanceOf(InvalidValue.class);
  }

  private static PriceList added(PriceList list, ProductPrice price) {
    var addition = list.add(price);
    assertThat(addition).isNotEqualTo(Optional.empty());
    return addition.orElseThrow().after();
  }

  private static ProductPrice price(long minor, int from, @Nullable Integer to) {
    return new ProductPrice(USD, BigInteger.valueOf(minor), at(from), to == null ? null : at(to));
  }

  private static Instant at(int seconds) {
    return Instant.EPOCH.plusSeconds(seconds);
  }
}
