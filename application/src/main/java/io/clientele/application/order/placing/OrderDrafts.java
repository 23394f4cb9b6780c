package io.clientele.application.order.placing;

import io.clientele.application.order.placing.PlacingOutcome.NewPrice;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderContent;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderNumber;
import io.clientele.domain.order.OrderState;
import io.clientele.domain.order.OrderSum;
import io.clientele.domain.order.Placement;
import io.clientele.domain.order.line.OrderLine;
import io.clientele.domain.order.line.OrderedItem;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductPrice;
import io.clientele.domain.product.ProductUnit;
import io.clientele.domain.product.Products;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes new orders of requests, by the products and prices of now. */
public final class OrderDrafts {
  private final Products products;
  private final Assets assets;
  private final OrderPockets pockets;
  private final Terms terms;
  private final RandomGenerator random;

  public OrderDrafts(
      Products products, Assets assets, OrderPockets pockets, Terms terms, RandomGenerator random) {
    this.products = Objects.requireNonNull(products, "products");
    this.assets = Objects.requireNonNull(assets, "assets");
    this.pockets = Objects.requireNonNull(pockets, "pockets");
    this.terms = Objects.requireNonNull(terms, "terms");
    this.random = Objects.requireNonNull(random, "random");
  }

  /**
   * The terms of new orders.
   *
   * @param hold how long money and goods are held, in whole seconds
   * @param heldMax how many orders an account may hold
   */
  public record Terms(Duration hold, int heldMax) {
    public Terms {
      Objects.requireNonNull(hold, "hold");
    }
  }

  /** A request that was judged by products and prices. */
  sealed interface Draft {
    record Ready(Placement placement) implements Draft {}

    record Refused(PlacingOutcome outcome) implements Draft {}
  }

  private record Offer(Product product, ProductPrice price) {}

  Draft draft(AccountId account, OrderId id, OrderRequest request, Provenance by) {
    var offers = offers(request, by);
    var absent = positions(offers);
    if (!absent.isEmpty()) {
      return new Draft.Refused(new PlacingOutcome.NotOrderable(absent));
    }
    var currency = offers.get(0).orElseThrow().price().currency();
    var lines = lines(request, offers);
    var changed = changed(request, lines, currency);
    if (!changed.isEmpty()) {
      return new Draft.Refused(new PlacingOutcome.PriceChanged(changed));
    }
    var total = lines.stream().map(OrderLine::total).reduce(BigInteger.ZERO, BigInteger::add);
    if (total.compareTo(Amount.MAX) > 0) {
      throw new InvalidValue("lines", "must cost less than 38 digits can tell");
    }
    var parties = pockets.parties(account, currency, received(offers), by);
    if (total.signum() > 0 && parties.payer() == null) {
      return new Draft.Refused(new PlacingOutcome.InsufficientBalance());
    }
    var sum = new OrderSum(currency, total, BigInteger.ZERO);
    var order =
        new Order(
            id,
            OrderNumber.of(random),
            account,
            new OrderContent(OrderState.HELD, sum, lines, List.of()),
            by.at(),
            by.at().plus(terms.hold()),
            request.address(),
            0);
    var demand = new Placement.Demand(request.canonical(), request.isPaid(), terms.heldMax());
    return new Draft.Ready(Placement.of(order, demand, parties, by));
  }

  /** What is offered for each line; empty for one that cannot be ordered. */
  private List<Optional<Offer>> offers(OrderRequest request, Provenance by) {
    var found = products.findAll(request.lines().stream().map(OrderRequest.Line::product).toList());
    var offers = new ArrayList<Optional<Offer>>();
    for (var line : request.lines()) {
      offers.add(
          Optional.ofNullable(found.get(line.product()))
              .filter(Product::isOrderable)
              .flatMap(product -> offer(product, request.currency(), by)));
    }
    return offers;
  }

  private static Optional<Offer> offer(Product product, AssetCode currency, Provenance by) {
    return product.prices().at(currency, by.at()).map(price -> new Offer(product, price));
  }

  private static List<Integer> positions(List<Optional<Offer>> offers) {
    var absent = new ArrayList<Integer>();
    for (var i = 0; i < offers.size(); i++) {
      if (offers.get(i).isEmpty()) {
        absent.add(i);
      }
    }
    return absent;
  }

  private static List<OrderLine> lines(OrderRequest request, List<Optional<Offer>> offers) {
    var lines = new ArrayList<OrderLine>();
    var faults = new ArrayList<InvalidValue.Fault>();
    for (var i = 0; i < offers.size(); i++) {
      var offer = offers.get(i).orElseThrow();
      var quantity = request.lines().get(i).quantity().stripTrailingZeros();
      var scale = offer.product().unit().scale();
      if (quantity.scale() > scale) {
        faults.add(
            new InvalidValue.Fault(
                "lines/" + i + "/quantity", "must have at most " + scale + " decimals"));
      } else {
        lines.add(OrderLine.ordered(i + 1, item(offer), units(quantity, scale)));
      }
    }
    if (!faults.isEmpty()) {
      throw new InvalidValue(faults);
    }
    return lines;
  }

  private static BigInteger units(BigDecimal quantity, int scale) {
    return quantity.setScale(scale).unscaledValue();
  }

  private static OrderedItem item(Offer offer) {
    var product = offer.product();
    return new OrderedItem(
        product.id(),
        product.sku().value(),
        product.details().title(),
        OrderedItem.Kind.valueOf(product.unit().kind().name()),
        product.unit().asset(),
        product.unit().scale(),
        offer.price().minor(),
        offer.price().from());
  }

  private static List<NewPrice> changed(
      OrderRequest request, List<OrderLine> lines, Asset currency) {
    var changed = new ArrayList<NewPrice>();
    var faults = new ArrayList<InvalidValue.Fault>();
    for (var i = 0; i < lines.size(); i++) {
      var now = lines.get(i).item().unitPrice();
      try {
        if (!isSame(request.lines().get(i).unitPrice(), now, currency)) {
          var text = Amount.text(now, currency.scale());
          changed.add(new NewPrice(lines.get(i).item().product(), text));
        }
      } catch (InvalidValue broken) {
        var rule = broken.faults().get(0).rule();
        faults.add(new InvalidValue.Fault("lines/" + i + "/unitPrice", rule));
      }
    }
    if (!faults.isEmpty()) {
      throw new InvalidValue(faults);
    }
    return changed;
  }

  private static boolean isSame(@Nullable String seen, BigInteger now, Asset currency) {
    return seen == null || ProductPrice.parseAmount(seen, currency).equals(now);
  }

  /** The assets that the account receives. */
  private List<Asset> received(List<Optional<Offer>> offers) {
    return offers.stream()
        .map(Optional::orElseThrow)
        .map(offer -> offer.product().unit())
        .filter(unit -> unit.kind() == ProductUnit.Kind.ASSET)
        .flatMap(unit -> assets.find(unit.stockedAsset()).stream())
        .distinct()
        .toList();
  }
}
