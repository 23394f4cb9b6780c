package io.clientele.testkit.product;

import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static io.clientele.testkit.kernel.internal.UnavailabilityAssertions.assertUnavailable;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferNote;
import io.clientele.domain.product.PriceList;
import io.clientele.domain.product.ProductStatus;
import io.clientele.domain.product.ProductUnit;
import io.clientele.domain.product.Products.Saved;
import io.clientele.domain.product.Sku;
import io.clientele.domain.product.StockPockets;
import io.clientele.testkit.kernel.ChangeTrial;
import io.clientele.testkit.kernel.IdempotentChangeContract;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of products must do. Implement it in the test of an adapter. */
public interface ProductsContract
    extends ProductsUnderTest, IdempotentChangeContract, ProductListsContract {
  @Override
  default ChangeTrial<?, ?> trial() {
    return new ProductTrial(this);
  }

  @Test
  default void aProductIsFoundAsItWasStored() {
    var trial = new ProductTrial(this);
    var created = trial.goods("Tea", "TEA-1");
    assertThat(products().find(created.state().id())).isEmpty();
    assertThat(products().save(created)).isEqualTo(Saved.STORED);
    var stored = created.state().at(1);
    assertThat(products().find(stored.id())).contains(stored);
    var other = trial.given("Coffee", "COFFEE");
    var absent = trial.goods("Absent", "ABSENT").state().id();
    assertThat(products().findAll(List.of(stored.id(), other.id(), absent)).values())
        .containsExactlyInAnyOrder(stored, other);
    assertThat(products().save(created)).isEqualTo(Saved.STALE);
  }

  @Test
  default void goodsHaveAnAssetAndPocketsFromTheBeginning() {
    var product = new ProductTrial(this).given("Tea", "TEA-1");
    assertThat(assets().find(product.unit().stockedAsset()))
        .contains(new Asset(new Sku("TEA-1").asset(), 0, Asset.Kind.GOODS));
    var main = pockets().find(product.pockets().main()).orElseThrow();
    assertThat(main.floor()).isEqualTo(BigInteger.ZERO);
    assertThat(main.owner()).isNull();
    var others =
        List.of(
            product.pockets().sold(), product.pockets().supply(), product.pockets().writtenOff());
    assertThat(pockets().findAll(others).values())
        .hasSize(3)
        .allMatch(pocket -> pocket.floor() == null)
        .allMatch(pocket -> pocket.status() == Pocket.Status.OPEN);
  }

  @Test
  default void productsOfOneAssetHaveDifferentPocketsAndAServiceHasNone() {
    var trial = new ProductTrial(this);
    var one = trial.given(trial.create("Coin", "COIN-1", ProductUnit.of(ProductTrial.BTC)));
    var two = trial.given(trial.create("Coin", "COIN-2", ProductUnit.of(ProductTrial.BTC)));
    assertThat(pockets().findAll(List.of(one.pockets().main(), two.pockets().main()))).hasSize(2);
    var service = trial.given(trial.create("Delivery", "DELIVERY", ProductUnit.service(2)));
    assertThat(pockets().find(service.pockets().main())).isEmpty();
    assertThat(service.unit()).isEqualTo(ProductUnit.service(2));
  }

  @Test
  default void stockIsNeverReservedTwice() {
    var product = new ProductTrial(this).given("Tea", "TEA-1");
    var pockets = product.pockets();
    var receipt =
        new Instruction.Post(
            List.of(
                new Leg(pockets.supply(), pockets.main(), new Sku("TEA-1").asset(), Amount.of(5))));
    assertThat(post(receipt)).isInstanceOf(Outcome.Booked.class);
    assertThat(post(reservation(pockets, 3))).isInstanceOf(Outcome.Booked.class);
    assertThat(post(reservation(pockets, 3))).isInstanceOf(Outcome.Refused.class);
    var balance =
        Objects.requireNonNull(ledger().balances(List.of(pockets.main())).get(pockets.main()));
    assertThat(balance.posted()).isEqualTo(5);
    assertThat(balance.held()).isEqualTo(3);
  }

  private static Instruction reservation(StockPockets pockets, long amount) {
    var leg = new Leg(pockets.main(), pockets.sold(), new Sku("TEA-1").asset(), Amount.of(amount));
    return new Instruction.Hold(List.of(leg), Duration.ofMinutes(15), "order:1");
  }

  private Outcome post(Instruction instruction) {
    var note = new TransferNote("test", Metadata.NONE, null);
    var id = new TransferId(UUID.randomUUID());
    return ledger().post(List.of(new Transfer(id, instruction, note, "clerk"))).get(0);
  }

  @Test
  default void aSkuIsTakenByAProductOrByAnAssetOfItsName() {
    var trial = new ProductTrial(this);
    trial.given("Tea", "TEA-1");
    assertThat(products().save(trial.goods("Tea", "TEA-1"))).isEqualTo(Saved.SKU_TAKEN);
    var asset = new Asset(new Sku("TEA-2").asset(), 0, Asset.Kind.GOODS);
    assets().add(Asset.define(asset, trial.by()));
    var goods = trial.goods("Tea", "TEA-2");
    assertThat(products().save(goods)).isEqualTo(Saved.SKU_TAKEN);
    assertThat(products().find(goods.state().id())).isEmpty();
    assertThat(pockets().find(goods.state().pockets().main())).isEmpty();
  }

  @Test
  default void ofManyNewProductsOfOneSkuOneIsStored() {
    var trial = new ProductTrial(this);
    var created = IntStream.range(0, 8).mapToObj(i -> trial.goods("Tea", "TEA-1")).toList();
    var ends = together(created.size(), i -> products().save(created.get(i)));
    assertThat(Collections.frequency(ends, Saved.STORED)).isEqualTo(1);
    assertThat(Collections.frequency(ends, Saved.SKU_TAKEN)).isEqualTo(7);
  }

  @Test
  default void theSecondWriterOfOneVersionIsStale() {
    var trial = new ProductTrial(this);
    var read = trial.given("Tea", "TEA-1");
    var retired = read.amend(read.details(), ProductStatus.RETIRED, trial.by());
    assertThat(products().save(retired)).isEqualTo(Saved.STORED);
    assertThat(products().save(retired)).isEqualTo(Saved.STALE);
    assertThat(products().find(read.id())).contains(retired.state().at(2));
  }

  @Test
  default void aNewPriceEndsTheOneInForceAndThePlanStays() {
    var trial = new ProductTrial(this);
    var read = trial.given("Tea", "TEA-1");
    var now = Instant.now().plusSeconds(600);
    var first = trial.given(read.price(ProductTrial.price(100, now, null), trial.by()).get());
    var planned = ProductTrial.price(90, now.plusSeconds(100), null);
    var second = trial.given(first.price(planned, trial.by()).get());
    var between = ProductTrial.price(95, now.plusSeconds(50), null);
    var third = trial.given(second.price(between, trial.by()).get());
    assertThat(third.version()).isEqualTo(4);
    assertThat(third.prices().prices())
        .containsExactly(
            ProductTrial.price(100, now, now.plusSeconds(50)),
            ProductTrial.price(95, now.plusSeconds(50), now.plusSeconds(100)),
            planned);
  }

  @Test
  default void aPriceThatOverlapsAStoredOneIsRefused() {
    var trial = new ProductTrial(this);
    var read = trial.given("Tea", "TEA-1");
    var from = Instant.now().plusSeconds(600);
    var priced = trial.given(read.price(ProductTrial.price(100, from, null), trial.by()).get());
    var unaware = read.at(priced.version());
    assertThat(unaware.prices()).isEqualTo(PriceList.NONE);
    for (var start : List.of(from, from.plusSeconds(10))) {
      var overlapping = unaware.price(ProductTrial.price(90, start, null), trial.by()).get();
      assertThat(products().save(overlapping)).isEqualTo(Saved.PRICE_OVERLAPS);
    }
    assertThat(products().find(read.id())).contains(priced);
  }

  @Test
  default void aPriceThatIsOverIsLeftOut() {
    var trial = new ProductTrial(this);
    var read = trial.given("Tea", "TEA-1");
    var over =
        ProductTrial.price(100, Instant.now().minusSeconds(50), Instant.now().minusSeconds(40));
    var priced = trial.given(read.price(over, trial.by()).get());
    assertThat(priced.prices()).isEqualTo(PriceList.NONE);
    var now = ProductTrial.price(90, Instant.now(), null);
    assertThat(trial.given(priced.price(now, trial.by()).get()).prices().prices())
        .containsExactly(now);
  }

  @Test
  default void anUnreachableStoreIsUnavailable() {
    var trial = new ProductTrial(this);
    var product = trial.goods("Tea", "TEA-1");
    var unreachable = unreachableProducts();
    assertUnavailable(
        List.of(
            () -> unreachable.find(product.state().id()),
            () -> unreachable.findAll(List.of(product.state().id())),
            () -> unreachable.list(ProductListsContract.all(10)),
            () -> unreachable.save(product)));
  }
}
