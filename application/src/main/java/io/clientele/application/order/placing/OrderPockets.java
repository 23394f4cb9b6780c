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
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Finds the pockets of an order, and opens those that do not exist yet. */
public final class OrderPockets {
  private static final String MAIN = "main";
  private static final int PAGE = 200;

  private final Pockets pockets;
  private final RandomGenerator random;

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
    var own = own(account);
    var receivers = new HashMap<AssetCode, PocketId>();
    for (var asset : assets) {
      receivers.put(
          asset.code(),
          Optional.ofNullable(own.get(asset.code())).orElseGet(() -> open(account, asset, by)));
    }
    return new OrderTransfers.Parties(own.get(currency.code()), revenue(currency, by), receivers);
  }

  /** The main pockets of an account by their assets. */
  private Map<AssetCode, PocketId> own(AccountId account) {
    var own = new HashMap<AssetCode, PocketId>();
    @Nullable PocketId after = null;
    while (true) {
      var page = pockets.list(account, after, PAGE);
      for (var pocket : page) {
        if (pocket.name().equals(MAIN)) {
          own.put(pocket.asset().code(), pocket.id());
        }
        after = pocket.id();
      }
      if (page.size() < PAGE) {
        return own;
      }
    }
  }

  private PocketId open(AccountId account, Asset asset, Provenance by) {
    var id = PocketId.of(by.at(), random);
    var pocket = new Pocket(id, account, asset, MAIN, BigInteger.ZERO, Pocket.Status.OPEN, 0);
    return pockets.open(Pocket.open(pocket, by)) == Pockets.Opened.EXISTS
        ? Optional.ofNullable(own(account).get(asset.code())).orElse(id)
        : id;
  }

  private PocketId revenue(Asset currency, Provenance by) {
    var id = OrderTransfers.revenue(currency.code());
    var names = Map.of(id, "order-revenue", OrderTransfers.unclaimed(currency.code()), "unclaimed");
    var known = pockets.findAll(List.copyOf(names.keySet()));
    names.forEach(
        (house, name) -> {
          if (!known.containsKey(house)) {
            var pocket = new Pocket(house, null, currency, name, null, Pocket.Status.OPEN, 0);
            pockets.open(Pocket.open(pocket, by));
          }
        });
    return id;
  }
}
