package io.clientele.inmemory.order;

import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.Placement;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.Products;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Judges a new order by the products and the stock of an instant. */
record PlacementChecks(Products products, Ledger ledger, Instant now) {
  /** Whether every line is what its product offers. */
  boolean isOffered(Order order) {
    var ids = order.lines().stream().map(line -> line.item().product()).toList();
    var found = products.findAll(ids);
    var currency = order.sum().currency().code();
    return order.lines().stream()
        .allMatch(
            line ->
                Optional.ofNullable(found.get(line.item().product()))
                    .filter(Product::isOrderable)
                    .flatMap(product -> product.prices().at(currency, now))
                    .filter(price -> price.minor().equals(line.item().unitPrice()))
                    .isPresent());
  }

  /** The positions of stocked lines of which there is too little. */
  List<Integer> missing(Placement placement) {
    var missing = new ArrayList<Integer>();
    if (placement.transfers().isEmpty()) {
      return missing;
    }
    var hold = (Instruction.Hold) placement.transfers().get(0).instruction();
    var leg = 0;
    for (var line : placement.change().state().lines()) {
      if (line.item().isStocked()) {
        var payer = hold.legs().get(leg).from();
        var balance = Objects.requireNonNull(ledger.balances(List.of(payer)).get(payer));
        if (balance.available().compareTo(line.quantity()) < 0) {
          missing.add(line.number() - 1);
        }
        leg++;
      }
    }
    return missing;
  }
}
