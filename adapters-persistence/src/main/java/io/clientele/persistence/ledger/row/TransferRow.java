package io.clientele.persistence.ledger.row;

import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.BookedTransfer.SettledLeg;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferNote;
import io.clientele.persistence.crypto.AesGcm;
import io.clientele.persistence.crypto.EncryptedKey;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Timestamps;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored transfer.
 *
 * @param isErased whether its account was erased since, so that its metadata is lost
 */
public record TransferRow(BookedTransfer booked, boolean isErased) {
  /** The columns of a transfer; 20. */
  public static final String COLUMNS =
      """
      transfer.id, transfer.booked_at, kind, parent, refusal, leg_number, leg_from, leg_to, leg_asset,
        leg_amount, part_leg, part_amount, is_final, expires_in, hold_owner, reason, effective_at, actor,
        subject, sealed\
      """;

  /** The rows of {@code transfer}, each with the key of its metadata; 23 columns. */
  public static final String SELECT =
      "SELECT "
          + COLUMNS
          + """
          , wrapped, wrapped_by, destroyed_at
          FROM transfer LEFT JOIN subject_key
            ON account_id = coalesce(subject, '00000000-0000-0000-0000-000000000000')
          """;

  /** Reads a row of {@link #SELECT}. */
  public static TransferRow read(ResultSet row, SubjectKeys keys) throws SQLException {
    return new TransferRow(
        booked(row, metadata(row, keys)), row.getObject(19) != null && row.getObject(23) != null);
  }

  /** Reads a row of {@link #COLUMNS} without its metadata. */
  public static BookedTransfer withoutMetadata(ResultSet row) throws SQLException {
    return booked(row, Metadata.NONE);
  }

  private static BookedTransfer booked(ResultSet row, Metadata metadata) throws SQLException {
    var refusal = row.getString(5);
    var legs = legs(row);
    var transfer =
        new Transfer(
            new TransferId(row.getObject(1, UUID.class)),
            instruction(row, legs),
            new TransferNote(row.getString(16), metadata, Timestamps.instantOrNull(row, 17)),
            row.getString(18));
    return new BookedTransfer(
        transfer,
        Timestamps.instant(row, 2),
        refusal == null ? legs : List.of(),
        refusal == null ? null : RefusalText.read(refusal));
  }

  private static Instruction instruction(ResultSet row, List<SettledLeg> legs) throws SQLException {
    var asked = legs.stream().map(SettledLeg::leg).toList();
    var kind = row.getString(3);
    return switch (kind) {
      case "posted" -> new Instruction.Post(asked);
      case "held" ->
          new Instruction.Hold(asked, Duration.ofSeconds(row.getInt(14)), row.getString(15));
      default ->
          new Instruction.Settle(
              Settlement.valueOf(kind.toUpperCase(Locale.ROOT)),
              new TransferId(row.getObject(4, UUID.class)),
              parts(row),
              row.getBoolean(13));
    };
  }

  private static List<SettledLeg> legs(ResultSet row) throws SQLException {
    var numbers = shorts(row, 6);
    var from = (UUID[]) row.getArray(7).getArray();
    var to = (UUID[]) row.getArray(8).getArray();
    var assets = (String[]) row.getArray(9).getArray();
    var amounts = (BigDecimal[]) row.getArray(10).getArray();
    var legs = new ArrayList<SettledLeg>(from.length);
    for (var i = 0; i < from.length; i++) {
      legs.add(
          new SettledLeg(
              numbers == null ? i + 1 : numbers[i],
              new Leg(
                  new PocketId(from[i]),
                  new PocketId(to[i]),
                  new AssetCode(assets[i]),
                  new Amount(amounts[i].toBigIntegerExact()))));
    }
    return legs;
  }

  private static List<Instruction.Part> parts(ResultSet row) throws SQLException {
    var numbers = shorts(row, 11);
    if (numbers == null) {
      return List.of();
    }
    var amounts = (BigDecimal[]) row.getArray(12).getArray();
    var parts = new ArrayList<Instruction.Part>(numbers.length);
    for (var i = 0; i < numbers.length; i++) {
      parts.add(new Instruction.Part(numbers[i], new Amount(amounts[i].toBigIntegerExact())));
    }
    return parts;
  }

  private static Short @Nullable [] shorts(ResultSet row, int column) throws SQLException {
    var array = row.getArray(column);
    return array == null ? null : (Short[]) array.getArray();
  }

  private static Metadata metadata(ResultSet row, SubjectKeys keys) throws SQLException {
    var sealed = row.getBytes(20);
    var wrapped = row.getBytes(21);
    if (sealed == null || wrapped == null) {
      return Metadata.NONE;
    }
    var subject = row.getObject(19, UUID.class);
    var key =
        keys.unwrapped(
            new EncryptedKey(
                subject == null ? SubjectKeys.NO_ACCOUNT : subject, wrapped, row.getString(22)));
    return MetadataCodec.read(
        AesGcm.opened(key, row.getObject(1, UUID.class), sealed)
            .orElseThrow(() -> new IllegalStateException("metadata is not what was sealed")));
  }
}
