package io.clientele.inmemory.ledger;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.rules.Decision;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.BookedTransfer.SettledLeg;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.TransferEvent;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stores decisions of an in-memory ledger, and publishes the events of their transfers. */
final class InMemoryBookings {
  private final LedgerRows rows;
  private final InMemoryChangeStore changes;

  InMemoryBookings(LedgerRows rows, InMemoryChangeStore changes) {
    this.rows = rows;
    this.changes = changes;
  }

  void store(Decision decision) {
    rows.store(decision);
    for (var booked : decision.transfers()) {
      var account = TransferEvent.account(legs(booked), this::owner);
      TransferEvent.of(booked, account).ifPresent(changes::publish);
    }
  }

  private List<Leg> legs(BookedTransfer booked) {
    var instruction = booked.transfer().instruction();
    if (instruction instanceof Instruction.Settle settle) {
      var parent = rows.transfers(List.of(settle.parent())).get(settle.parent());
      return Objects.requireNonNull(parent).legs().stream().map(SettledLeg::leg).toList();
    }
    return booked.legs().stream().map(SettledLeg::leg).toList();
  }

  private @Nullable AccountId owner(PocketId id) {
    var pocket = rows.pocket(id);
    return pocket == null ? null : pocket.owner();
  }
}
