package io.clientele.application.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.AccessPolicy;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductDetails;
import io.clientele.domain.product.ProductPermission;
import io.clientele.domain.product.ProductQuery;
import io.clientele.domain.product.ProductStatus;
import io.clientele.domain.product.ProductUnit;
import io.clientele.domain.product.Sku;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.ledger.InMemoryAssets;
import io.clientele.inmemory.ledger.InMemoryLedger;
import io.clientele.inmemory.product.InMemoryProducts;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProductUseCasesTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final AccessPolicy POLICY = new AccessPolicy(Set.of(ProductPermission.GRANTS));
  private static final Actor OPERATOR = POLICY.actor("operator:1", Set.of(Role.OPERATOR), null);
  private static final Actor AUDITOR = POLICY.actor("operator:2", Set.of(Role.AUDITOR), null);
  private static final Actor CUSTOMER = POLICY.actor("customer:3", Set.of(Role.CUSTOMER), null);

  private final InMemoryChangeStore changes = new InMemoryChangeStore();
  private final InMemoryAssets assets = new InMemoryAssets(changes);
  private final InMemoryLedger ledger = new InMemoryLedger(changes, CLOCK);
  private final InMemoryProducts products = new InMemoryProducts(changes, assets, ledger, CLOCK);
  private final CreateProduct create =
      new CreateProduct(products, assets, changes.responses(), new Random(1), CLOCK);
  private final MoveStock moveStock = new MoveStock(products, ledger);

  @Test
  void onHandIncludesWhatWasSoldAndNotShipped() {
    var product = created();
    moveStock.move(OPERATOR, product.id(), MoveStock.Kind.RECEIPT, () -> movement("5"), this::key);
    var unshipped = Map.of(product.id(), BigInteger.TWO);
    var readStock = new ReadStock(ledger, Set.of(ids -> unshipped));
    var stock = readStock.read(List.of(product)).get(product.id());
    assertThat(stock).isNotNull();
    assertThat(stock.onHand()).isEqualTo(7);
    assertThat(stock.available()).isEqualTo(5);
  }

  @Test
  void anAuditorSeesAndChangesNothing() {
    var product = created();
    assertThat(create.create(AUDITOR, request("B"), null))
        .isInstanceOf(ProductOutcome.Denied.class);
    var amend = new AmendProduct(products, CLOCK);
    assertThat(amend.amend(AUDITOR, product.id(), any -> true, AuditorsPatch::of))
        .isInstanceOf(ProductOutcome.Denied.class);
    var price = new PriceProduct(products, assets, changes.responses(), CLOCK);
    assertThat(price.price(AUDITOR, product.id(), AuditorsPatch::price, () -> null))
        .isInstanceOf(ProductOutcome.Denied.class);
    var kind = MoveStock.Kind.CORRECTION;
    assertThat(moveStock.move(AUDITOR, product.id(), kind, () -> movement("1"), this::key))
        .isInstanceOf(MoveStock.Result.Denied.class);
    var show = new ShowProduct(products, new ReadStock(ledger, Set.of()));
    assertThat(show.show(AUDITOR, product.id())).isInstanceOf(Access.Granted.class);
  }

  @Test
  void aCustomerSeesNoProductOfTheOperations() {
    var product = created();
    var readStock = new ReadStock(ledger, Set.of());
    assertThat(new ShowProduct(products, readStock).show(CUSTOMER, product.id()))
        .isInstanceOf(Access.Denied.class);
    var all = new ProductQuery.Filter(Set.of(ProductStatus.ACTIVE), null, null);
    var query = new ProductQuery(all, ProductQuery.Order.CREATED, null, 10, false);
    assertThat(new ListProducts(products, readStock).list(CUSTOMER, query))
        .isInstanceOf(Access.Denied.class);
    assertThat(new ReadProductViews(products, ids -> Map.of()).read(CUSTOMER, product.id()))
        .isInstanceOf(Access.Denied.class);
  }

  @Test
  void aRefusedMovementIsNotRememberedUnderItsKey() {
    var product = created();
    var kind = MoveStock.Kind.CORRECTION;
    assertThat(moveStock.move(OPERATOR, product.id(), kind, () -> movement("-1"), this::key))
        .isInstanceOf(MoveStock.Result.Refused.class);
    assertThat(moveStock.move(OPERATOR, product.id(), kind, () -> movement("1"), this::key))
        .isInstanceOf(MoveStock.Result.Moved.class);
  }

  /** Requests that an auditor may not make; they are never read. */
  private static final class AuditorsPatch {
    static AmendProduct.Amendment of(Product product) {
      throw new AssertionError("the patch of a denied request is read");
    }

    static PriceProduct.Request price() {
      throw new AssertionError("the price of a denied request is read");
    }
  }

  private Product created() {
    var outcome = create.create(OPERATOR, request("TEA"), null);
    assertThat(outcome).isInstanceOf(ProductOutcome.Done.class);
    return ((ProductOutcome.Done) outcome).product();
  }

  private IdempotencyKey key() {
    return new IdempotencyKey("operator:1", "POST", "/v1/products/1/receipts", "a", "b0d1");
  }

  private static MoveStock.Request movement(String quantity) {
    return new MoveStock.Request(quantity, "test");
  }

  private static CreateProduct.Request request(String sku) {
    return new CreateProduct.Request(
        new Sku(sku),
        new ProductDetails("Tea", "", Metadata.NONE),
        new CreateProduct.UnitRequest(ProductUnit.Kind.GOODS, null, null),
        ProductStatus.ACTIVE);
  }
}
