package io.clientele.persistence.ledger;

import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Assets;
import io.clientele.persistence.change.ChangeResults;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.ledger.row.PocketWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Assets in PostgreSQL. */
public final class JdbcAssets implements Assets {
  private static final String FIND = "SELECT code, scale, kind FROM asset WHERE code = ?";
  private static final String LIST =
      "SELECT code, scale, kind FROM asset WHERE code > ? ORDER BY code LIMIT ?";

  private final Sql sql;
  private final ChangeStore changes;

  public JdbcAssets(Database database, ChangeStore changes) {
    this.sql = database.requests();
    this.changes = changes;
  }

  @Override
  public Added add(Change<Asset> defined) {
    var asset = defined.state();
    var added =
        changes.store(
            sql,
            defined,
            ChangeSubject.named("asset:" + asset.code()),
            ChangeResults.withoutKey(Added.STORED),
            transaction ->
                PocketWriter.add(transaction.connection(), asset)
                    ? Optional.empty()
                    : Optional.of(Added.DIFFERENT));
    return added == Added.DIFFERENT && find(asset.code()).equals(Optional.of(asset))
        ? Added.SAME
        : added;
  }

  @Override
  public Optional<Asset> find(AssetCode code) {
    return sql.list(FIND, JdbcAssets::found, code.value()).stream().findFirst();
  }

  @Override
  public List<Asset> list(@Nullable AssetCode after, int limit) {
    return sql.list(LIST, JdbcAssets::found, after == null ? "" : after.value(), limit);
  }

  private static Asset found(ResultSet row) throws SQLException {
    return new Asset(
        new AssetCode(row.getString(1)), row.getInt(2), Asset.Kind.valueOf(row.getString(3)));
  }
}
