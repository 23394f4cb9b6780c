package io.clientele.persistence.parcel;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.parcel.Parcel;
import io.clientele.domain.parcel.ParcelId;
import io.clientele.domain.parcel.ParcelLabel;
import io.clientele.domain.parcel.Parcels;
import io.clientele.persistence.change.ChangeResults;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Parcels in PostgreSQL. */
public final class JdbcParcels implements Parcels {
  private static final String ADD =
      """
      INSERT INTO parcel (id, account_id, label) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING
      """;

  private static final String FIND =
      "SELECT id, account_id, label, is_delivered FROM parcel WHERE id = ?";
  private static final String DELIVER = "UPDATE parcel SET is_delivered = true WHERE id = ?";
  private static final String COUNT = "SELECT count(*) FROM parcel";

  private final Sql sql;
  private final ChangeStore changes;

  public JdbcParcels(Database database, ChangeStore changes) {
    this.sql = database.requests();
    this.changes = changes;
  }

  @Override
  public Added add(Change<Parcel> sent) {
    var parcel = sent.state();
    var label = parcel.label();
    return changes.store(
        sql,
        sent,
        ChangeSubject.of(parcel.account(), parcel.id().subject()),
        ChangeResults.withoutKey(Added.STORED),
        transaction -> {
          var added =
              Sql.update(
                  transaction.connection(),
                  ADD,
                  parcel.id().value(),
                  parcel.account().value(),
                  label == null ? null : label.value());
          return added == 1 ? Optional.empty() : Optional.of(Added.ID_TAKEN);
        });
  }

  @Override
  public void deliver(Change<Parcel> delivered) {
    var parcel = delivered.state();
    changes.store(
        sql,
        delivered,
        ChangeSubject.of(parcel.account(), parcel.id().subject()),
        ChangeResults.withoutKey(Added.STORED),
        transaction -> {
          Sql.update(transaction.connection(), DELIVER, parcel.id().value());
          return Optional.empty();
        });
  }

  @Override
  public Optional<Parcel> find(ParcelId id) {
    return sql.list(FIND, JdbcParcels::found, id.value()).stream().findFirst();
  }

  @Override
  public long count() {
    return sql.list(COUNT, row -> row.getLong(1)).getFirst();
  }

  private static Parcel found(ResultSet row) throws SQLException {
    var label = row.getString("label");
    return new Parcel(
        new ParcelId(row.getObject("id", UUID.class)),
        new AccountId(row.getObject("account_id", UUID.class)),
        label == null ? null : new ParcelLabel(label),
        row.getBoolean("is_delivered"));
  }
}
