package io.clientele.domain.ledger.transfer;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.domain.kernel.event.PublishedTypes;
import io.clientele.domain.ledger.PocketId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The event of a booked transfer. It has the id and the time of the transfer, which is its own
 * audit entry. A refused transfer is in the audit chain only.
 */
public final class TransferEvent {
  /** The types that are published. */
  public static final PublishedTypes TYPES =
      PublishedTypes.of(
          "transfer.posted",
          "transfer.held",
          "transfer.captured",
          "transfer.released",
          "transfer.reversed");

  private TransferEvent() {}

  /**
   * Returns the account that a transfer is about: the owner of the first payer's pocket that has
   * one, or else of the first payee's; null if all pockets are the house's.
   *
   * @param legs of the transfer, or of the parent of a settlement
   * @param owner returns the owner of a pocket; null for the house
   */
  public static @Nullable AccountId account(
      List<Leg> legs, Function<PocketId, @Nullable AccountId> owner) {
    return Stream.concat(legs.stream().map(Leg::from), legs.stream().map(Leg::to))
        .flatMap(pocket -> Stream.ofNullable(owner.apply(pocket)))
        .findFirst()
        .orElse(null);
  }

  /** Returns the event of a transfer about this account; empty if the transfer is refused. */
  public static Optional<PublishedEvent> of(BookedTransfer booked, @Nullable AccountId account) {
    if (!booked.isBooked()) {
      return Optional.empty();
    }
    var about = new ChangeSubject(account, "transfer:" + booked.id(), 1, null);
    return Optional.of(
        new PublishedEvent(
            type(booked.transfer().instruction()), booked.bookedAt(), about, List.of()));
  }

  /** Returns the type of the event of a booked transfer. */
  public static String type(Instruction instruction) {
    if (instruction instanceof Instruction.Settle settle) {
      return switch (settle.settlement()) {
        case CAPTURE -> "transfer.captured";
        case RELEASE -> "transfer.released";
        case REVERSAL -> "transfer.reversed";
      };
    }
    return "transfer." + instruction.kind();
  }
}
