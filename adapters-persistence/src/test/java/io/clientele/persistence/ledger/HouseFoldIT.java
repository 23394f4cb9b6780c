package io.clientele.persistence.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Entry;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferNote;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.testbed.TestPostgres;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HouseFoldIT {
  private static final Asset USD = new Asset(new AssetCode("USD"), 2, Asset.Kind.MONEY);
  private static final Provenance BY = new Provenance("test", Instant.EPOCH);

  private final Database database = TestPostgres.V18.emptied();
  private final JdbcLedger ledger = new JdbcLedger(database, TestPostgres.CHANGES);
  private final JdbcPockets pockets = new JdbcPockets(database, TestPostgres.CHANGES);
  private final HouseFold fold = new HouseFold(database);
  private PocketId house = PocketId.of(Instant.EPOCH, new Random());
  private PocketId pocket = house;

  @BeforeEach
  void open() {
    new JdbcAssets(database, TestPostgres.CHANGES).add(Asset.define(USD, BY));
    house = open(null, null);
    pocket = open(AccountId.of(Instant.now(), new Random()), BigInteger.ZERO);
  }

  private PocketId open(@Nullable AccountId owner, @Nullable BigInteger floor) {
    var id = PocketId.of(Instant.now(), new Random());
    var one = new Pocket(id, owner, USD, "main", floor, Pocket.Status.OPEN, 0);
    pockets.open(Pocket.open(one, BY));
    return id;
  }

  private BigInteger balance() {
    return Objects.requireNonNull(ledger.balances(List.of(house)).get(house)).posted();
  }

  private Transfer transfer(PocketId to, long amount) {
    return new Transfer(
        new TransferId(UUID.randomUUID()),
        new Instruction.Post(List.of(new Leg(house, to, USD.code(), Amount.of(amount)))),
        new TransferNote("test", Metadata.NONE, null),
        "test");
  }

  /** Calls while another session holds the lock of the pocket's balance. */
  private <T> T whilePocketIsLocked(Supplier<T> call) {
    return database
        .bulk()
        .transaction(
            connection -> {
              Sql.list(
                  connection,
                  "SELECT pocket FROM balance WHERE pocket = ? FOR NO KEY UPDATE",
                  row -> true,
                  pocket.value());
              return call.get();
            });
  }

  @Test
  void changesOfAHousePocketBecomeEntriesInOrderOfTime() {
    for (var i = 1; i <= 3; i++) {
      assertThat(ledger.post(List.of(transfer(pocket, i))).getFirst())
          .isInstanceOf(Outcome.Booked.class);
    }
    var posted = balance();
    assertThat(posted).isEqualTo(BigInteger.valueOf(-6));
    var at = Instant.now();
    assertThat(ledger.balanceAt(house, at).orElseThrow().posted()).isEqualTo(posted);
    foldUntilNothingIsLeft();
    assertThat(ledger.entries(house, null, 10).stream().map(Entry::seq))
        .containsExactly(3L, 2L, 1L);
    assertThat(ledger.entries(house, null, 10).getFirst().postedAfter()).isEqualTo(posted);
    assertThat(balance()).isEqualTo(posted);
    assertThat(ledger.balanceAt(house, at).orElseThrow().posted()).isEqualTo(posted);
  }

  private void foldUntilNothingIsLeft() {
    var begin = System.nanoTime();
    while (unfolded() > 0 && System.nanoTime() - begin < Duration.ofSeconds(20).toNanos()) {
      fold.fold();
    }
    assertThat(unfolded()).isZero();
  }

  private long unfolded() {
    return database
        .work()
        .list("SELECT count(*) FROM house_delta", row -> row.getLong(1))
        .getFirst();
  }

  @Test
  void nothingIsFoldedWhileAnOlderTransactionRuns() {
    ledger.post(List.of(transfer(pocket, 1)));
    database
        .bulk()
        .transaction(
            connection -> {
              Sql.list(connection, "SELECT pg_current_xact_id()::text", row -> row.getString(1));
              for (var i = 0; i < 5; i++) {
                assertThat(fold.fold()).isZero();
              }
              return null;
            });
    foldUntilNothingIsLeft();
  }

  @Test
  void aPocketThatAnotherSessionLocksDelaysItsOwnTransfersOnly() {
    var other = open(AccountId.of(Instant.now(), new Random()), BigInteger.ZERO);
    var blocked =
        whilePocketIsLocked(
            () -> {
              var waiting =
                  CompletableFuture.supplyAsync(() -> ledger.post(List.of(transfer(pocket, 1))));
              assertThat(ledger.post(List.of(transfer(other, 1))).getFirst())
                  .isInstanceOf(Outcome.Booked.class);
              assertThat(waiting.isDone()).isFalse();
              return waiting;
            });
    assertThat(blocked.join().getFirst()).isInstanceOf(Outcome.Booked.class);
  }

  @Test
  void aPocketThatStaysLockedIsOverloadedAndNeverInsufficient() {
    var late = whilePocketIsLocked(() -> ledger.post(List.of(transfer(pocket, 1))).getFirst());
    assertThat(late).isInstanceOf(Outcome.Overloaded.class);
  }
}
