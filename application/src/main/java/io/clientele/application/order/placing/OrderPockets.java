package io.clientele.application.order.placing;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.order.OrderTransfers;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Finds the pockets of an order, and opens those that do not exist yet. */
public final class OrderPockets {
  private static final String MAIN = "main";

  /** The most currencies whose pockets are known to exist, so that they are not looked up again. */
  static final int OPENED_MAX = 1_000;

  private final Pockets pockets;
  private final RandomGenerator random;
  private final Set<PocketId> opened = ConcurrentHashMap.newKeySet();

  public OrderPockets(Pockets pockets, RandomGenerator random) {
    this.pockets = Objects.requireNonNull(pockets, "pockets");
    this.random = Objects.requireNonNull(random, "random");
  }

  /**
   * Returns the pockets; the payer is null if the account has no pocket of the currency.
   *
   * @param assets that the account receives
   */
  OrderTransfers.Parties parties(
      AccountId account, Asset currency, Collection<Asset> assets, Provenance by) {
    var own = pockets.named(account, MAIN);
    var receivers = new HashMap<AssetCode, PocketId>();
    for (var asset : assets) {
      var pocket = own.get(asset.code());
      receivers.put(asset.code(), pocket == null ? open(account, asset, by) : pocket.id());
    }
    var payer = own.get(currency.code());
    return new OrderTransfers.Parties(
        payer == null ? null : payer.id(), revenue(currency, by), receivers);
  }

  private PocketId open(AccountId account, Asset asset, Provenance by) {
    var id = PocketId.of(by.at(), random);
    var pocket = new Pocket(id, account, asset, MAIN, BigInteger.ZERO, Pocket.Status.OPEN, 0);
    return pockets.open(Pocket.open(pocket, by)) == Pockets.Opened.EXISTS
        ? Optional.ofNullable(pockets.named(account, MAIN).get(asset.code()))
            .map(Pocket::id)
            .orElse(id)
        : id;
  }

  /** Opens the pockets of the house for this currency if they do not exist; none is removed. */
  private PocketId revenue(Asset currency, Provenance by) {
    var id = OrderTransfers.revenue(currency.code());
    if (!opened.contains(id)) {
      openHouse(currency, id, by);
      if (opened.size() < OPENED_MAX) {
        opened.add(id);
      }
    }
    return id;
  }

  private void openHouse(Asset currency, PocketId id, Provenance by) {
    var names = Map.of(id, "order-revenue", OrderTransfers.unclaimed(currency.code()), "unclaimed");
    var known = pockets.findAll(List.copyOf(names.keySet()));
    names.forEach(
        (house, name) -> {
          if (!known.containsKey(house)) {
            var pocket = new Pocket(house, null, currency, name, null, Pocket.Status.OPEN, 0);
            pockets.open(Pocket.open(pocket, by));
          }
        });
  }
}
