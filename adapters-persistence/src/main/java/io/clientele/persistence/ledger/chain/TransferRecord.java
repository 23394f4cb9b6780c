package io.clientele.persistence.ledger.chain;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.event.CanonicalEncoding;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.BookedTransfer.SettledLeg;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Instruction.Part;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.TransferEvent;
import io.clientele.persistence.change.ChainedRecords.ChainedRecord;
import io.clientele.persistence.ledger.row.RefusalText;
import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as an entry of the chain. The hash covers all of the stored transfer, and the number
 * and balance of each pocket with a floor after it: a change of legs, entries and balances is found
 * even if they agree with each other.
 *
 * @param subject the account whose key seals the metadata; null for the house
 * @param sealed metadata; null if there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record TransferRecord(
    BookedTransfer booked,
    List<PocketMark> marks,
    @Nullable UUID subject,
    byte @Nullable [] sealed) {
  private static final byte[] NO_DIGEST = {};

  /** The hashes of the record. */
  public ChainedRecord chained() {
    var id = booked.id().value();
    var account = subject == null ? null : new AccountId(subject);
    var digest = TransferEvent.of(booked, account).map(event -> digest(event, id));
    return new ChainedRecord(id, booked.bookedAt(), rest(), digest.orElse(NO_DIGEST));
  }

  private static byte[] digest(PublishedEvent event, UUID id) {
    return event.digest(id);
  }

  private byte[] rest() {
    var transfer = booked.transfer();
    var refusal = booked.refusal();
    var effectiveAt = transfer.note().effectiveAt();
    var encoding =
        new CanonicalEncoding("clientele transfer 1")
            .id(booked.id().value())
            .time(booked.bookedAt())
            .text(refusal == null ? null : RefusalText.write(refusal))
            .text(transfer.actor())
            .text(transfer.note().reason())
            .number(effectiveAt == null ? 0 : 1);
    if (effectiveAt != null) {
      encoding.time(effectiveAt);
    }
    encoding.id(subject).bytes(sealed);
    instruction(encoding, transfer.instruction());
    encoding.number(marks.size());
    for (var mark : marks) {
      encoding.id(mark.pocket()).number(mark.seq());
      amount(encoding, mark.posted());
      amount(encoding, mark.held());
    }
    return encoding.sha256();
  }

  private void instruction(CanonicalEncoding encoding, Instruction instruction) {
    encoding.text(instruction.kind());
    switch (instruction) {
      case Instruction.Post post -> legs(encoding, post.legs());
      case Instruction.Hold hold -> {
        encoding.number(hold.expiresIn().toSeconds()).text(hold.owner());
        legs(encoding, hold.legs());
      }
      case Instruction.Settle settle -> {
        encoding.id(settle.parent().value()).number(settle.isFinal() ? 1 : 0);
        encoding.number(settle.parts().size());
        settle.parts().forEach(part -> part(encoding, part));
        legs(encoding, booked.legs().stream().map(SettledLeg::leg).toList());
        booked.legs().forEach(leg -> encoding.number(leg.number()));
      }
    }
  }

  private static void part(CanonicalEncoding encoding, Part part) {
    amount(encoding.number(part.leg()), part.amount().minor());
  }

  private static void legs(CanonicalEncoding encoding, List<Leg> legs) {
    encoding.number(legs.size());
    for (var leg : legs) {
      encoding.id(leg.from().value()).id(leg.to().value()).text(leg.asset().value());
      amount(encoding, leg.amount().minor());
    }
  }

  private static void amount(CanonicalEncoding encoding, BigInteger minor) {
    encoding.bytes(minor.toByteArray());
  }
}
