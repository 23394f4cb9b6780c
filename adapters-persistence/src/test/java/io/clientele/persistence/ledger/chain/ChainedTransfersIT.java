package io.clientele.persistence.ledger.chain;

import static io.clientele.domain.audit.chain.VerificationResult.Fault.ENTRY_CHANGED;
import static io.clientele.domain.audit.chain.VerificationResult.Fault.ENTRY_INSERTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.audit.chain.EncryptedAuditEntry;
import io.clientele.domain.audit.chain.VerificationResult;
import io.clientele.domain.audit.chain.VerificationResult.Fault;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Instruction.Settle;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferNote;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.ledger.JdbcAssets;
import io.clientele.persistence.ledger.JdbcLedger;
import io.clientele.persistence.ledger.JdbcPockets;
import io.clientele.persistence.ledger.posting.PostingTransaction;
import io.clientele.persistence.testbed.TestPostgres;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit's chain finds each later change of a transfer and of the balances after it. */
class ChainedTransfersIT {
  private static final Asset USD = new Asset(new AssetCode("USD"), 2, Asset.Kind.MONEY);
  private static final Provenance BY =
      new Provenance("test", Instant.parse("2026-11-20T12:00:00Z"));

  private final Database database = TestPostgres.V18.emptied();
  private final JdbcLedger ledger = new JdbcLedger(database, TestPostgres.CHANGES);
  private final TransferFeed feed = TransferFeed.of(database);
  private final Random random = new Random(1);
  private PocketId house;
  private PocketId a;
  private PocketId b;
  private Transfer deposit;
  private Transfer victim;
  private Transfer held;
  private Transfer refused;
  private Transfer captured;

  @BeforeEach
  void bookFiveTransfers() {
    new JdbcAssets(database, TestPostgres.CHANGES).add(Asset.define(USD, BY));
    house = pocket(null, null);
    a = pocket(AccountId.of(Instant.now(), random), BigInteger.ZERO);
    b = pocket(AccountId.of(Instant.now(), random), BigInteger.ZERO);
    deposit = transfer(new Instruction.Post(List.of(leg(house, a, 100))));
    victim = transfer(new Instruction.Post(List.of(leg(a, b, 10), leg(a, b, 1))));
    held = transfer(new Instruction.Hold(List.of(leg(a, b, 20)), Duration.ofHours(1), null));
    refused = transfer(new Instruction.Post(List.of(leg(b, a, 1_000))));
    captured = transfer(new Settle(Settlement.CAPTURE, held.id(), List.of(), false));
    ledger.post(List.of(deposit, victim, held, refused, captured));
  }

  @Test
  void everyDecidedTransferIsAnEntryOfTheChain() {
    assertThat(feed.verify()).isEqualTo(new VerificationResult(0, 4 + 5, null));
    feed.extend();
    assertThat(feed.verify()).isEqualTo(new VerificationResult(4 + 5, 0, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "UPDATE transfer SET leg_amount = ARRAY[9, 2]             ; victim   ; ENTRY_CHANGED",
        "UPDATE transfer SET leg_from = leg_to, leg_to = leg_from ; victim   ; ENTRY_CHANGED",
        "UPDATE transfer SET leg_asset = ARRAY['EUR', 'USD']      ; victim   ; ENTRY_CHANGED",
        "UPDATE transfer SET actor = 'another'                    ; victim   ; ENTRY_CHANGED",
        "UPDATE transfer SET reason = 'another'                   ; victim   ; ENTRY_CHANGED",
        "UPDATE transfer SET sealed = sha256(sealed)              ; victim   ; ENTRY_CHANGED",
        "UPDATE transfer SET subject = gen_random_uuid()          ; victim   ; ENTRY_CHANGED",
        "UPDATE transfer SET bounded_seq = '{1,1}'                ; victim   ; ENTRY_CHANGED",
        "UPDATE transfer SET booked_at = booked_at + interval '1 microsecond' ; victim ;"
            + " ENTRY_MISSING",
        "UPDATE transfer SET leg_amount = ARRAY[-10, 1]           ; victim   ; ENTRY_CHANGED",
        "UPDATE transfer SET leg_to = leg_to[1:1]                 ; victim   ; ENTRY_CHANGED",
        "DELETE FROM transfer                                     ; victim   ; ENTRY_MISSING",
        "UPDATE transfer SET refusal = NULL                       ; refused  ; ENTRY_CHANGED",
        "UPDATE transfer SET refusal = 'not-reversible'           ; deposit  ; ENTRY_CHANGED",
        "UPDATE transfer SET parent = gen_random_uuid()           ; captured ; ENTRY_CHANGED",
        "UPDATE transfer SET kind = 'release'                     ; captured ; ENTRY_CHANGED",
        "UPDATE transfer SET expires_in = expires_in + 1          ; held     ; ENTRY_CHANGED",
        "UPDATE transfer SET hold_owner = 'order'                 ; held     ; ENTRY_CHANGED",
      })
  void aChangedTransferIsFound(String change, String which, Fault fault) {
    feed.extend();
    var id = named(which).id().value();
    TestPostgres.tamper(database, change + " WHERE id = '" + id + "'");
    assertBroken(fault, id);
  }

  /** Legs, entries and balances agree with each other afterwards. */
  @Test
  void changesThatMakeUpForEachOtherAreFound() {
    feed.extend();
    var id = victim.id().value();
    TestPostgres.tamper(
        database,
        "UPDATE transfer SET leg_amount = ARRAY[50, 1] WHERE id = '" + id + "'",
        "UPDATE entry SET delta = sign(delta) * 50 WHERE transfer = '" + id + "' AND leg = 1",
        "UPDATE entry SET posted_after = posted_after - 40 WHERE seq > 1 AND pocket = '" + a + "'",
        "UPDATE entry SET posted_after = posted_after + 40 WHERE pocket = '" + b + "'",
        "UPDATE balance SET posted = posted - 40 WHERE pocket = '" + a + "'",
        "UPDATE balance SET posted = posted + 40 WHERE pocket = '" + b + "'");
    assertBroken(ENTRY_CHANGED, id);
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATE entry SET posted_after = posted_after + 1",
    "UPDATE entry SET held_after = held_after + 1",
    "UPDATE entry SET seq = seq + 100",
    "DELETE FROM entry",
  })
  void aChangedEntryOfAPocketIsFound(String change) {
    feed.extend();
    var id = victim.id().value();
    TestPostgres.tamper(
        database, change + " WHERE leg = 2 AND delta > 0 AND transfer = '" + id + "'");
    assertBroken(ENTRY_CHANGED, id);
  }

  @Test
  void aTransferThatIsInNoBlockIsFound() {
    feed.extend();
    TestPostgres.tamper(
        database,
        """
        INSERT INTO transfer (id, booked_at, kind, leg_from, leg_to, leg_asset, leg_amount, is_final, reason, actor)
        SELECT '00000000-0000-4000-8000-000000000001', booked_at, kind, leg_from, leg_to, leg_asset, leg_amount,
          is_final, reason, actor
        FROM transfer WHERE kind = 'posted' LIMIT 1
        """);
    assertBroken(ENTRY_INSERTED, UUID.fromString("00000000-0000-4000-8000-000000000001"));
  }

  @Test
  void aTransferThatIsChangedBeforeItIsChainedIsFound() {
    var id = victim.id().value();
    TestPostgres.tamper(
        database, "UPDATE transfer SET leg_amount = ARRAY[9, 2] WHERE id = '" + id + "'");
    feed.extend();
    assertBroken(ENTRY_CHANGED, id);
  }

  @Test
  void theProofCoversEachEventByItsDigest() {
    var events = feed.events();
    var entries = feed.proofs().stream().flatMap(proof -> proof.entries().stream()).toList();
    for (var entry : entries) {
      var digest = entry.digest() == null ? new byte[0] : entry.digest();
      assertThat(EncryptedAuditEntry.hash(entry.rest(), digest)).isEqualTo(entry.link().hash());
    }
    assertThat(events).hasSize(4);
    for (var event : events) {
      assertThat(entries)
          .filteredOn(entry -> entry.link().id().value().equals(event.id()))
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.digest()).isEqualTo(event.published().digest(event.id()));
                assertThat(entry.link().at()).isEqualTo(event.published().at());
              });
      assertThat(feed.feed().find(event.id(), false)).contains(event);
    }
    assertThat(feed.feed().find(refused.id().value(), false)).isEmpty();
  }

  @Test
  void batchesOfManyBlocksAreChainedInTheirOrder() {
    var all =
        IntStream.range(0, 1_200)
            .mapToObj(i -> transfer(new Instruction.Post(List.of(leg(house, a, 1)))))
            .toList();
    ledger.postAll(all);
    assertThat(feed.chain().chain().entries()).isEqualTo(5 + 2 * 200 + 4);
    assertThat(feed.events())
        .extracting(event -> event.id().toString())
        .endsWith(all.stream().map(one -> one.id().toString()).toArray(String[]::new));
    assertThat(feed.verify()).isEqualTo(new VerificationResult(4 + 5 + 1_200, 0, null));
  }

  /** The first block holds all that is visible; the transaction that it misses commits later. */
  @Test
  void aBatchThatCommitsLastIsChained() {
    var late = transfer(new Instruction.Post(List.of(leg(house, b, 1))));
    database
        .work()
        .transaction(
            connection -> {
              new PostingTransaction(database, TestPostgres.CHANGES)
                  .join(connection, List.of(late));
              feed.extend();
              ledger.post(List.of(transfer(new Instruction.Post(List.of(leg(house, a, 1))))));
              feed.extend();
              return true;
            });
    assertThat(feed.events()).last().extracting(event -> event.id()).isEqualTo(late.id().value());
  }

  private void assertBroken(Fault fault, UUID entry) {
    var broken = feed.verify().broken();
    assertThat(broken).isNotNull();
    assertThat(broken.fault()).isEqualTo(fault);
    assertThat(broken.entry().value()).isEqualTo(entry);
  }

  private Transfer named(String which) {
    return Map.of(
            "deposit",
            deposit,
            "victim",
            victim,
            "held",
            held,
            "refused",
            refused,
            "captured",
            captured)
        .get(which);
  }

  private PocketId pocket(@Nullable AccountId owner, @Nullable BigInteger floor) {
    var id = PocketId.of(Instant.now(), random);
    var pocket = new Pocket(id, owner, USD, "main", floor, Pocket.Status.OPEN, 0);
    new JdbcPockets(database, TestPostgres.CHANGES).open(Pocket.open(pocket, BY));
    return id;
  }

  private static Leg leg(PocketId from, PocketId to, long amount) {
    return new Leg(from, to, USD.code(), Amount.of(amount));
  }

  private static Transfer transfer(Instruction instruction) {
    var note = new TransferNote("test", new Metadata(Map.of("key", "value")), null);
    return new Transfer(new TransferId(UUID.randomUUID()), instruction, note, "test");
  }
}
