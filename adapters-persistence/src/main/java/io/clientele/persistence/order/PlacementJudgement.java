package io.clientele.persistence.order;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.rules.PocketState;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.order.Orders.Placed;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.ledger.posting.Companion.Judgement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Judges and writes the orders of one batch. */
final class PlacementJudgement implements Judgement<PlacementItem> {
  private final OrderSecrets secrets;
  private final PlacementFacts facts;

  PlacementJudgement(OrderSecrets secrets, PlacementFacts facts) {
    this.secrets = secrets;
    this.facts = facts;
  }

  @Override
  public boolean admits(PlacementItem item) {
    var order = item.order();
    if (facts.isKnown(order)) {
      item.known();
      return false;
    }
    if (!facts.isOffered(item)) {
      item.end(new Placed.OfferChanged());
      return false;
    }
    if (facts.held(order.account()) >= item.placement().demand().heldMax()) {
      item.end(new Placed.TooManyOpen());
      return false;
    }
    return true;
  }

  @Override
  public void booked(PlacementItem item) {
    facts.add(item.order());
    item.end(new Placed.Stored(item.order().at(1)));
  }

  @Override
  public void refused(
      PlacementItem item,
      List<Outcome> outcomes,
      Function<PocketId, @Nullable PocketState> pockets) {
    var missing = missing(item, pockets);
    item.end(
        missing.isEmpty() ? new Placed.Refused(refusal(outcomes)) : new Placed.OutOfStock(missing));
  }

  /** Every stocked line whose pocket has too little; the ledger names the first only. */
  private static List<Integer> missing(
      PlacementItem item, Function<PocketId, @Nullable PocketState> pockets) {
    var hold = (Instruction.Hold) item.placement().transfers().getFirst().instruction();
    var missing = new ArrayList<Integer>();
    var leg = 0;
    for (var line : item.order().lines()) {
      if (line.item().isStocked()) {
        var payer = Objects.requireNonNull(pockets.apply(hold.legs().get(leg).from()));
        if (payer.posted().subtract(payer.held()).compareTo(line.quantity()) < 0) {
          missing.add(line.number() - 1);
        }
        leg++;
      }
    }
    return missing;
  }

  @Override
  public boolean write(ChangeTransaction transaction, List<PlacementItem> booked)
      throws SQLException {
    if (!new OrderInsert(transaction.connection(), secrets).insert(booked)) {
      return false;
    }
    for (var item : booked) {
      var change = item.placement().change();
      change
          .events()
          .forEach(event -> transaction.append(change.act(), event, item.order().toStore()));
    }
    return true;
  }

  /** The first refusal of outcomes that are not whole. */
  static Refusal refusal(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(Outcome.Refused.class::isInstance)
        .map(outcome -> ((Outcome.Refused) outcome).refusal())
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("the transfers of an order are known otherwise"));
  }
}
