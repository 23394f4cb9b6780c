package io.clientele.testkit.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.Uuid7;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferNote;
import io.clientele.domain.order.Address;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.Order.Decision;
import io.clientele.domain.order.Order.Decision.Granted;
import io.clientele.domain.order.OrderContent;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderNumber;
import io.clientele.domain.order.OrderState;
import io.clientele.domain.order.OrderSum;
import io.clientele.domain.order.OrderTransfers;
import io.clientele.domain.order.Orders;
import io.clientele.domain.order.Placement;
import io.clientele.domain.order.line.OrderLine;
import io.clientele.domain.order.line.OrderedItem;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductDetails;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ProductOffer;
import io.clientele.domain.product.ProductPrice;
import io.clientele.domain.product.ProductStatus;
import io.clientele.domain.product.ProductUnit;
import io.clientele.domain.product.Products;
import io.clientele.domain.product.Sku;
import io.clientele.domain.product.StockPockets;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Test data for stores of orders: goods at 10.00, and customers with money. */
public final class OrderTrial {
  static final Asset USD = new Asset(new AssetCode("USD"), 2, Asset.Kind.MONEY);

  /** The price of one unit, in cents. */
  public static final long PRICE = 1_000;

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private final Random random = new Random();
  private final OrdersUnderTest test;
  private final PocketId revenue;
  private final PocketId bank;

  public OrderTrial(OrdersUnderTest test) {
    this.test = test;
    test.assets().add(Asset.define(USD, by()));
    revenue = OrderTransfers.revenue(USD.code());
    open(revenue, null, "order-revenue", null);
    open(OrderTransfers.unclaimed(USD.code()), null, "unclaimed", null);
    bank = open(null, "bank", null);
  }

  /** A customer with a pocket of money. */
  public record Customer(AccountId account, PocketId pocket) {
    public Customer {
      Objects.requireNonNull(account, "account");
      Objects.requireNonNull(pocket, "pocket");
    }
  }

  public Provenance by() {
    return new Provenance("test", now());
  }

  public static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  public Customer customer(long money) {
    var account = test.account();
    var pocket = open(account, "main", BigInteger.ZERO);
    move(bank, pocket, USD.code(), money);
    return new Customer(account, pocket);
  }

  private PocketId open(@Nullable AccountId owner, String name, @Nullable BigInteger floor) {
    return open(PocketId.of(Instant.now(), random), owner, name, floor);
  }

  private PocketId open(
      PocketId id, @Nullable AccountId owner, String name, @Nullable BigInteger floor) {
    var pocket = new Pocket(id, owner, USD, name, floor, Pocket.Status.OPEN, 0);
    assertThat(test.pockets().open(Pocket.open(pocket, by()))).isEqualTo(Pockets.Opened.STORED);
    return id;
  }

  /** Closes the pocket of a customer, whose money goes to the bank first. */
  public void close(Customer customer, long money) {
    move(customer.pocket(), bank, USD.code(), money);
    var pocket = test.pockets().find(customer.pocket()).orElseThrow();
    var closed = pocket.amend(Pocket.Status.CLOSED, pocket.floor(), by());
    assertThat(test.pockets().amend(closed)).isEqualTo(Pockets.Amended.STORED);
  }

  private void move(PocketId from, PocketId to, AssetCode asset, long amount) {
    if (amount > 0) {
      var post = new Instruction.Post(List.of(new Leg(from, to, asset, Amount.of(amount))));
      var note = new TransferNote("test", Metadata.NONE, null);
      var transfer = new Transfer(new TransferId(UUID.randomUUID()), post, note, "test");
      assertThat(test.ledger().post(List.of(transfer)).get(0)).isInstanceOf(Outcome.Booked.class);
    }
  }

  /** Goods at 10.00 of which so many are in the warehouse. */
  public Product goods(long stock) {
    var sku = new Sku("TEA-" + NUMBERS.incrementAndGet());
    var details = new ProductDetails("Tea", "", Metadata.NONE);
    var offer = new ProductOffer(sku, ProductUnit.goods(sku, 0), details, ProductStatus.ACTIVE);
    var id = ProductId.of(Instant.now(), random);
    save(Product.create(id, offer, by()));
    reprice(id, PRICE);
    move(stock(id).supply(), stock(id).main(), sku.asset(), stock);
    return test.products().find(id).orElseThrow();
  }

  /** Sets a price that is in force from now on. */
  public void reprice(ProductId id, long minor) {
    var by = by();
    var price = new ProductPrice(USD, BigInteger.valueOf(minor), by.at(), null);
    save(test.products().find(id).orElseThrow().price(price, by).orElseThrow());
  }

  public void save(Change<Product> change) {
    assertThat(test.products().save(change)).isEqualTo(Products.Saved.STORED);
  }

  public static StockPockets stock(ProductId id) {
    return StockPockets.of(id);
  }

  /** A new order of so many of each product, for an hour. */
  public Order order(Customer customer, long quantity, Product... products) {
    return order(customer, Duration.ofHours(1), quantity, products);
  }

  public Order order(Customer customer, Duration lasting, long quantity, Product... products) {
    return order(customer, lasting, lines(quantity, PRICE, products));
  }

  /** Places an order of one of a product that costs nothing. */
  public Order free(Customer customer, Product product) {
    return placed(customer, order(customer, Duration.ofHours(1), lines(1, 0, product)));
  }

  private static List<OrderLine> lines(long quantity, long unitPrice, Product... products) {
    var at = now();
    var lines = new ArrayList<OrderLine>();
    for (var product : products) {
      var item =
          new OrderedItem(
              product.id(),
              product.sku().value(),
              product.details().title(),
              OrderedItem.Kind.GOODS,
              product.unit().stockedAsset(),
              0,
              BigInteger.valueOf(unitPrice),
              at);
      lines.add(OrderLine.ordered(lines.size() + 1, item, BigInteger.valueOf(quantity)));
    }
    return lines;
  }

  private Order order(Customer customer, Duration lasting, List<OrderLine> lines) {
    return order(customer, now(), lasting, lines);
  }

  /** A new order of one whose hold ends after this time, which may be less than a second. */
  public Order ending(Customer customer, Duration rest, Product product) {
    var second = Duration.ofSeconds(1);
    return order(customer, now().plus(rest).minus(second), second, lines(1, PRICE, product));
  }

  private Order order(Customer customer, Instant at, Duration lasting, List<OrderLine> lines) {
    var total = lines.stream().map(OrderLine::total).reduce(BigInteger.ZERO, BigInteger::add);
    var sum = new OrderSum(USD, total, BigInteger.ZERO);
    return new Order(
        new OrderId(Uuid7.of(at, random)),
        OrderNumber.of(random),
        customer.account(),
        new OrderContent(OrderState.HELD, sum, lines, List.of()),
        at,
        at.plus(lasting),
        new Address("Main Street 1"),
        0);
  }

  public Placement placement(Customer customer, Order order) {
    return placement(customer, order, false);
  }

  public Placement placement(Customer customer, Order order, boolean isPaid) {
    return placement(customer, order, isPaid, 50);
  }

  /** A placement of an account that may hold this many orders. */
  Placement placement(Customer customer, Order order, boolean isPaid, int heldMax) {
    var demand = new Placement.Demand("request of " + order.lines().size(), isPaid, heldMax);
    var parties = new OrderTransfers.Parties(customer.pocket(), revenue, Map.of());
    return Placement.of(order, demand, parties, by());
  }

  /** Places an order that must be stored. */
  public Order placed(Customer customer, Order order) {
    var placed = test.orders().place(placement(customer, order));
    assertThat(placed).isInstanceOf(Orders.Placed.Stored.class);
    return ((Orders.Placed.Stored) placed).order();
  }

  /** Stores a decision that must be granted, and returns the order. */
  public Order given(Decision decision) {
    var saved = test.orders().save((Granted) decision);
    assertThat(saved).isInstanceOf(Orders.Saved.Stored.class);
    return ((Orders.Saved.Stored) saved).order();
  }

  /** Posted and held amount of a pocket, such as {@code 100/0}. */
  public String balance(PocketId pocket) {
    var balance = test.ledger().balances(List.of(pocket)).get(pocket);
    return balance == null ? "none" : balance.posted() + "/" + balance.held();
  }
}
