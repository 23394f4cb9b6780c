package io.clientele.persistence.ledger.row;

import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.Pocket;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Writes new assets and pockets. A context whose aggregates have assets and pockets of their own
 * calls {@link #define} and {@link #open} in the transaction of its change.
 */
public final class PocketWriter {
  private static final String ADD_ASSET =
      "INSERT INTO asset (code, scale, kind) VALUES (?, ?, ?) ON CONFLICT (code) DO NOTHING";

  private static final String ADD_POCKET =
      """
      INSERT INTO pocket (id, account_id, asset, name, floor, status, version)
      VALUES (?, ?, ?, ?, ?, ?, 1)
      ON CONFLICT ON CONSTRAINT pocket_is_unique DO NOTHING
      """;

  private static final String ADD_BALANCE = "INSERT INTO balance (pocket) VALUES (?)";

  private PocketWriter() {}

  /** Defines an asset and records its event; returns false if there is an asset of this code. */
  public static boolean define(ChangeTransaction transaction, Change<Asset> defined)
      throws SQLException {
    var asset = defined.state();
    var isAdded = add(transaction.connection(), asset);
    if (isAdded) {
      record(transaction, defined, ChangeSubject.named("asset:" + asset.code()));
    }
    return isAdded;
  }

  /**
   * Opens a pocket of the house and records its event; returns false if there is one of its asset
   * and name.
   */
  public static boolean open(ChangeTransaction transaction, Change<Pocket> opened)
      throws SQLException {
    var pocket = opened.state();
    var isAdded = add(transaction.connection(), pocket);
    if (isAdded) {
      record(transaction, opened, ChangeSubject.of(pocket.owner(), pocket.id().subject()));
    }
    return isAdded;
  }

  /** Writes the row of an asset; returns false if there is one of its code. */
  public static boolean add(Connection connection, Asset asset) throws SQLException {
    return Sql.update(
            connection, ADD_ASSET, asset.code().value(), asset.scale(), asset.kind().name())
        == 1;
  }

  /** Writes the rows of a pocket; returns false if there is one of its owner, asset and name. */
  public static boolean add(Connection connection, Pocket pocket) throws SQLException {
    var owner = pocket.owner();
    var added =
        Sql.update(
            connection,
            ADD_POCKET,
            pocket.id().value(),
            owner == null ? null : owner.value(),
            pocket.asset().code().value(),
            pocket.name(),
            PocketRow.numeric(pocket.floor()),
            pocket.status().name());
    if (added == 1) {
      Sql.update(connection, ADD_BALANCE, pocket.id().value());
    }
    return added == 1;
  }

  private static void record(ChangeTransaction transaction, Change<?> change, ChangeSubject about) {
    change.events().forEach(event -> transaction.append(change.act(), event, about));
  }
}
