package io.clientele.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Balance;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferNote;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Test data for a ledger: one asset with two decimals, its pockets and transfers. */
final class LedgerTrial {
  static final Asset USD = new Asset(new AssetCode("USD"), 2, Asset.Kind.MONEY);
  static final TransferNote NOTE = new TransferNote("test", Metadata.NONE, null);
  static final Provenance BY = new Provenance("test", Instant.parse("2026-11-20T12:00:00Z"));

  private final Random random = new Random();
  private final LedgerPortsUnderTest test;

  LedgerTrial(LedgerPortsUnderTest test) {
    this.test = test;
    assertThat(test.assets().add(Asset.define(USD, BY))).isEqualTo(Assets.Added.STORED);
  }

  /** A pocket of a new account, with a floor of 0. */
  PocketId pocket() {
    return open(test.account(), "main", BigInteger.ZERO);
  }

  /** A pocket of the house, without a floor. */
  PocketId house(String name) {
    return open(null, name, null);
  }

  PocketId open(@Nullable AccountId owner, String name, @Nullable BigInteger floor) {
    var id = PocketId.of(Instant.now(), random);
    var pocket = new Pocket(id, owner, USD, name, floor, Pocket.Status.OPEN, 0);
    assertThat(test.pockets().open(Pocket.open(pocket, BY))).isEqualTo(Pockets.Opened.STORED);
    return id;
  }

  static TransferId id() {
    return new TransferId(UUID.randomUUID());
  }

  static Leg leg(PocketId from, PocketId to, long amount) {
    return new Leg(from, to, USD.code(), Amount.of(amount));
  }

  static Transfer post(PocketId from, PocketId to, long amount) {
    return transfer(new Instruction.Post(List.of(leg(from, to, amount))));
  }

  static Transfer hold(PocketId from, PocketId to, long amount, Duration expiresIn) {
    return transfer(new Instruction.Hold(List.of(leg(from, to, amount)), expiresIn, null));
  }

  static Transfer settle(Settlement how, Transfer parent, Instruction.Part... parts) {
    return transfer(new Instruction.Settle(how, parent.id(), List.of(parts), false));
  }

  static Transfer transfer(Instruction instruction) {
    return new Transfer(id(), instruction, NOTE, "test");
  }

  /** Posts one transfer. */
  Outcome post(Transfer transfer) {
    return test.ledger().post(List.of(transfer)).get(0);
  }

  /** Posts one transfer that must be booked. */
  void book(Transfer transfer) {
    assertThat(post(transfer)).isInstanceOf(Outcome.Booked.class);
  }

  /** The balance of a pocket that exists. */
  Balance balanceOf(PocketId pocket) {
    return Objects.requireNonNull(test.ledger().balances(List.of(pocket)).get(pocket));
  }

  /** A transfer that was decided. */
  BookedTransfer decided(Transfer transfer) {
    return Objects.requireNonNull(test.ledger().find(List.of(transfer.id())).get(transfer.id()));
  }

  /** Posted and held amount of a pocket, such as {@code 100/0}. */
  String balance(PocketId pocket) {
    var balance = test.ledger().balances(List.of(pocket)).get(pocket);
    return balance == null ? "none" : balance.posted() + "/" + balance.held();
  }
}
