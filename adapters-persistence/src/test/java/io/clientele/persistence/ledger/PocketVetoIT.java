package io.clientele.persistence.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Erasure;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferNote;
import io.clientele.persistence.account.JdbcAccounts;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.account.AccountSample;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PocketVetoIT {
  private static final Asset USD = new Asset(new AssetCode("USD"), 2, Asset.Kind.MONEY);
  private static final Provenance BY =
      new Provenance("test", Instant.parse("2026-11-20T12:00:00Z"));

  private final Database database = TestPostgres.V18.emptied();
  private final Accounts accounts =
      new JdbcAccounts(
          database, TestPostgres.CHANGES, TestPostgres.ERASERS, Set.of(new PocketVeto()));
  private final Pockets pockets = new JdbcPockets(database, TestPostgres.CHANGES);
  private final Ledger ledger = new JdbcLedger(database, TestPostgres.CHANGES);
  private final AccountSample sample = new AccountSample(1);

  private PocketId open(@Nullable AccountId owner, @Nullable BigInteger floor) {
    var id = PocketId.of(Instant.now(), new Random());
    var pocket = new Pocket(id, owner, USD, "main", floor, Pocket.Status.OPEN, 0);
    assertThat(pockets.open(Pocket.open(pocket, BY))).isEqualTo(Pockets.Opened.STORED);
    return id;
  }

  private static Transfer transfer(PocketId from, PocketId to) {
    var leg = new Leg(from, to, USD.code(), Amount.of(100));
    var note = new TransferNote("test", new Metadata(Map.of("order", "1017")), null);
    return new Transfer(
        new TransferId(UUID.randomUUID()), new Instruction.Post(List.of(leg)), note, "test");
  }

  private Outcome post(Transfer transfer) {
    return ledger.post(List.of(transfer)).getFirst();
  }

  @Test
  void anAccountEndsOnlyWithEmptyPocketsWhichAreClosedWithIt() {
    new JdbcAssets(database, TestPostgres.CHANGES).add(Asset.define(USD, BY));
    var opening = sample.opening();
    accounts.save(opening);
    var account = opening.state().at(1);
    var house = open(null, null);
    var pocket = open(account.id(), BigInteger.ZERO);
    var deposit = transfer(house, pocket);
    assertThat(post(deposit)).isInstanceOf(Outcome.Booked.class);
    assertThat(accounts.save(account.close(sample.act()))).isInstanceOf(Saved.Vetoed.class);
    assertThat(accounts.erase(account.id(), sample.act())).isInstanceOf(Erasure.Vetoed.class);
    assertThat(pockets.find(pocket).orElseThrow().status()).isEqualTo(Pocket.Status.OPEN);

    assertThat(post(transfer(pocket, house))).isInstanceOf(Outcome.Booked.class);
    assertThat(accounts.save(account.close(sample.act()))).isEqualTo(Saved.STORED);
    var closed = pockets.find(pocket).orElseThrow();
    assertThat(closed.status()).isEqualTo(Pocket.Status.CLOSED);
    assertThat(closed.version()).isEqualTo(2);
    var late =
        new Pocket(
            PocketId.of(Instant.now(), new Random()),
            account.id(),
            USD,
            "late",
            BigInteger.ZERO,
            Pocket.Status.OPEN,
            0);
    assertThat(pockets.open(Pocket.open(late, BY))).isEqualTo(Pockets.Opened.OWNER_ENDED);

    assertThat(accounts.erase(account.id(), sample.act())).isInstanceOf(Erasure.Done.class);
    assertThat(post(deposit)).isEqualTo(new Outcome.Erased());
    var stored = ledger.find(List.of(deposit.id())).get(deposit.id());
    assertThat(stored).isNotNull();
    assertThat(stored.transfer().note().metadata()).isEqualTo(Metadata.NONE);
  }
}
