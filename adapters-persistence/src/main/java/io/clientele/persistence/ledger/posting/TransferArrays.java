package io.clientele.persistence.ledger.posting;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.rules.Decision;
import io.clientele.domain.ledger.rules.PostingState;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.BookedTransfer.SettledLeg;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Instruction.Part;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.ledger.transfer.TransferEvent;
import io.clientele.persistence.change.ChainedRecords.ChainedRecord;
import io.clientele.persistence.crypto.AesGcm;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.ledger.chain.PocketMark;
import io.clientele.persistence.ledger.chain.TransferRecord;
import io.clientele.persistence.ledger.row.Binds;
import io.clientele.persistence.ledger.row.MetadataCodec;
import io.clientele.persistence.ledger.row.RefusalText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** The new transfers of a batch as columns. Legs of one transfer are a text with commas. */
final class TransferArrays {
  static final String INSERT =
      """
      INSERT INTO transfer (id, booked_at, kind, parent, refusal, leg_number, leg_from, leg_to, leg_asset,
        leg_amount, part_leg, part_amount, is_final, expires_in, hold_owner, reason, effective_at, actor,
        subject, sealed, bounded_pocket, bounded_seq)
      SELECT id, booked_at, kind, parent, refusal, string_to_array(leg_number, ',')::smallint[],
        string_to_array(leg_from, ',')::uuid[], string_to_array(leg_to, ',')::uuid[],
        string_to_array(leg_asset, ','), string_to_array(leg_amount, ',')::numeric[],
        string_to_array(part_leg, ',')::smallint[], string_to_array(part_amount, ',')::numeric[],
        is_final, expires_in, hold_owner, reason, effective_at, actor, subject, sealed,
        string_to_array(bounded_pocket, ',')::uuid[], string_to_array(bounded_seq, ',')::bigint[]
      FROM unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::integer[], ?::text[], ?::text[],
        ?::timestamptz[], ?::text[], ?::uuid[], ?::bytea[], ?::text[], ?::text[])
        AS made (id, booked_at, kind, parent, refusal, leg_number, leg_from, leg_to, leg_asset, leg_amount,
          part_leg, part_amount, is_final, expires_in, hold_owner, reason, effective_at, actor, subject, sealed,
          bounded_pocket, bounded_seq)
      ORDER BY id
      """;

  private final Connection connection;
  private final SubjectKeys keys;
  private final PostingState state;
  private final Decision decision;

  TransferArrays(Connection connection, SubjectKeys keys, PostingState state, Decision decision) {
    this.connection = connection;
    this.keys = keys;
    this.state = state;
    this.decision = decision;
  }

  /** Binds the columns, and returns the transfers as entries of the audit's chain. */
  List<ChainedRecord> bind(Binds binds) throws SQLException {
    var rows = decision.transfers();
    binds.add("uuid", rows, row -> row.id().value());
    binds.add("timestamptz", rows, row -> Timestamps.of(row.bookedAt()));
    binds.add("text", rows, row -> row.transfer().instruction().kind());
    binds.add("uuid", rows, TransferArrays::parent);
    binds.add("text", rows, row -> row.isBooked() ? null : RefusalText.write(refusal(row)));
    binds.add("text", rows, TransferArrays::numbers);
    binds.add("text", rows, row -> joined(legs(row), Leg::from));
    binds.add("text", rows, row -> joined(legs(row), Leg::to));
    binds.add("text", rows, row -> joined(legs(row), Leg::asset));
    binds.add("text", rows, row -> joined(legs(row), leg -> leg.amount().minor()));
    binds.add("text", rows, row -> parts(row, Part::leg));
    binds.add("text", rows, row -> parts(row, part -> part.amount().minor()));
    binds.add("boolean", rows, TransferArrays::isFinal);
    binds.add("integer", rows, TransferArrays::expiresIn);
    binds.add("text", rows, TransferArrays::holdOwner);
    binds.add("text", rows, row -> row.transfer().note().reason());
    binds.add("timestamptz", rows, TransferArrays::effectiveAt);
    binds.add("text", rows, row -> row.transfer().actor());
    binds.add("uuid", rows, this::subject);
    var sealed = sealed(rows);
    binds.addBytes(sealed);
    var marks = PocketMark.of(decision.entries());
    binds.add("text", rows, row -> joinedMarks(marks, row, PocketMark::pocket));
    binds.add("text", rows, row -> joinedMarks(marks, row, PocketMark::seq));
    return records(marks, sealed);
  }

  private static String joinedMarks(
      Map<UUID, List<PocketMark>> marks, BookedTransfer row, Function<PocketMark, ?> column) {
    return marks.getOrDefault(row.id().value(), List.of()).stream()
        .map(mark -> column.apply(mark).toString())
        .collect(Collectors.joining(","));
  }

  private List<ChainedRecord> records(
      Map<UUID, List<PocketMark>> marks, byte[] @Nullable [] sealed) {
    var records = new ArrayList<ChainedRecord>();
    for (var row : decision.transfers()) {
      var ofRow = marks.getOrDefault(row.id().value(), List.of());
      records.add(new TransferRecord(row, ofRow, subject(row), sealed[records.size()]).chained());
    }
    return records;
  }

  private static Refusal refusal(BookedTransfer row) {
    return Objects.requireNonNull(row.refusal());
  }

  private static @Nullable UUID parent(BookedTransfer row) {
    return row.transfer().instruction() instanceof Instruction.Settle settle
        ? settle.parent().value()
        : null;
  }

  /** The requested legs, or those that a settlement moved. */
  private static List<Leg> legs(BookedTransfer row) {
    return switch (row.transfer().instruction()) {
      case Instruction.Post post -> post.legs();
      case Instruction.Hold hold -> hold.legs();
      case Instruction.Settle _ -> row.legs().stream().map(SettledLeg::leg).toList();
    };
  }

  private static @Nullable String numbers(BookedTransfer row) {
    return row.transfer().instruction() instanceof Instruction.Settle
        ? row.legs().stream().map(leg -> "" + leg.number()).collect(Collectors.joining(","))
        : null;
  }

  private static String joined(List<Leg> legs, Function<Leg, ?> column) {
    return legs.stream().map(leg -> column.apply(leg).toString()).collect(Collectors.joining(","));
  }

  private static @Nullable String parts(BookedTransfer row, Function<Part, ?> column) {
    return row.transfer().instruction() instanceof Instruction.Settle settle
            && !settle.parts().isEmpty()
        ? settle.parts().stream()
            .map(part -> column.apply(part).toString())
            .collect(Collectors.joining(","))
        : null;
  }

  private static boolean isFinal(BookedTransfer row) {
    return row.transfer().instruction() instanceof Instruction.Settle settle && settle.isFinal();
  }

  private static @Nullable Integer expiresIn(BookedTransfer row) {
    return row.transfer().instruction() instanceof Instruction.Hold hold
        ? Integer.valueOf((int) hold.expiresIn().toSeconds())
        : null;
  }

  private static @Nullable String holdOwner(BookedTransfer row) {
    return row.transfer().instruction() instanceof Instruction.Hold hold ? hold.owner() : null;
  }

  private static @Nullable Object effectiveAt(BookedTransfer row) {
    var at = row.transfer().note().effectiveAt();
    return at == null ? null : Timestamps.of(at);
  }

  private @Nullable UUID subject(BookedTransfer row) {
    var legs = legs(row);
    if (row.transfer().instruction() instanceof Instruction.Settle settle) {
      var parent = parent(settle);
      legs = parent == null ? legs : parent.legs().stream().map(SettledLeg::leg).toList();
    }
    var account = TransferEvent.account(legs, this::owner);
    return account == null ? null : account.value();
  }

  private @Nullable BookedTransfer parent(Instruction.Settle settle) {
    var stored = state.transfers().get(settle.parent());
    return stored != null
        ? stored
        : decision.transfers().stream()
            .filter(one -> one.id().equals(settle.parent()))
            .findFirst()
            .orElse(null);
  }

  private @Nullable AccountId owner(PocketId pocket) {
    var found = state.pockets().get(pocket);
    return found == null ? null : found.pocket().owner();
  }

  private byte[] @Nullable [] sealed(List<BookedTransfer> rows) throws SQLException {
    var subjects = new HashMap<BookedTransfer, UUID>();
    for (var row : rows) {
      if (!row.transfer().note().metadata().isEmpty()) {
        var subject = subject(row);
        subjects.put(row, subject == null ? SubjectKeys.NO_ACCOUNT : subject);
      }
    }
    Map<UUID, Optional<SecretKey>> found =
        subjects.isEmpty() ? Map.of() : keys.of(connection, new HashSet<>(subjects.values()));
    var sealed = new ArrayList<byte @Nullable []>();
    for (var row : rows) {
      var subject = subjects.get(row);
      var key =
          subject == null
              ? Optional.<SecretKey>empty()
              : found.getOrDefault(subject, Optional.empty());
      sealed.add(key.map(known -> sealed(known, row)).orElse(null));
    }
    return sealed.toArray(byte[][]::new);
  }

  private static byte[] sealed(SecretKey key, BookedTransfer row) {
    return AesGcm.sealed(
        key, row.id().value(), MetadataCodec.write(row.transfer().note().metadata()));
  }
}
