package io.clientele.persistence.ledger;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.price.Portfolio;
import io.clientele.domain.ledger.price.Portfolio.Holding;
import io.clientele.domain.ledger.price.Price;
import io.clientele.domain.ledger.price.Prices;
import io.clientele.persistence.change.ChangeResults;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.ledger.row.PocketRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Prices and portfolios in PostgreSQL. */
public final class JdbcPrices implements Prices {
  private static final String ADD =
      """
      INSERT INTO price (asset, quote, at, price) VALUES (?, ?, ?, ?)
      ON CONFLICT (asset, quote, at) DO NOTHING
      """;

  private static final String FIND =
      "SELECT price FROM price WHERE asset = ? AND quote = ? AND at = ?";

  /** One row, with nulls, if the account has no pocket. */
  private static final String PORTFOLIO =
      """
      SELECT clock.now, asset.code, asset.scale, asset.kind, holding.posted, holding.held, newest.price, newest.at
      FROM (SELECT clock_timestamp() AS now) AS clock
      LEFT JOIN (
        SELECT pocket.asset, sum(balance.posted) AS posted, sum(balance.held) AS held
        FROM pocket JOIN balance ON balance.pocket = pocket.id
        WHERE pocket.account_id = ?
        GROUP BY pocket.asset
      ) AS holding ON true
      LEFT JOIN asset ON asset.code = holding.asset
      LEFT JOIN LATERAL (
        SELECT price.price, price.at FROM price
        WHERE price.asset = holding.asset AND price.quote = ? AND price.at <= clock.now
        ORDER BY price.at DESC
        LIMIT 1
      ) AS newest ON true
      ORDER BY asset.code
      """;

  private final Sql sql;
  private final ChangeStore changes;

  public JdbcPrices(Database database, ChangeStore changes) {
    this.sql = database.requests();
    this.changes = changes;
  }

  @Override
  public Recorded add(Change<Price> recorded) {
    var price = recorded.state();
    var added =
        changes.store(
            sql,
            recorded,
            ChangeSubject.named("asset:" + price.asset()),
            ChangeResults.withoutKey(Recorded.STORED),
            transaction ->
                Sql.update(
                            transaction.connection(),
                            ADD,
                            price.asset().value(),
                            price.quote().value(),
                            Timestamps.of(price.at()),
                            price.value())
                        == 1
                    ? Optional.empty()
                    : Optional.of(Recorded.DIFFERENT));
    return added == Recorded.DIFFERENT && isStored(price) ? Recorded.SAME : added;
  }

  private boolean isStored(Price price) {
    var stored =
        sql.list(
            FIND,
            row -> row.getBigDecimal(1),
            price.asset().value(),
            price.quote().value(),
            Timestamps.of(price.at()));
    return stored.stream().anyMatch(value -> value.compareTo(price.value()) == 0);
  }

  @Override
  public Portfolio portfolio(AccountId account, Asset quote) {
    return sql.run(
        connection -> {
          var holdings = new ArrayList<Holding>();
          var now = new AtomicReference<>(Instant.EPOCH);
          Sql.each(
              connection,
              PORTFOLIO,
              row -> {
                now.set(Timestamps.instant(row, 1));
                if (row.getString(2) != null) {
                  holdings.add(holding(row, quote, now.get()));
                }
              },
              account.value(),
              quote.code().value());
          return new Portfolio(quote, holdings, now.get());
        });
  }

  private static Holding holding(ResultSet row, Asset quote, Instant now) throws SQLException {
    var asset =
        new Asset(
            new AssetCode(row.getString(2)), row.getInt(3), Asset.Kind.valueOf(row.getString(4)));
    var isQuote = asset.equals(quote);
    return new Holding(
        asset,
        PocketRow.minor(row, 5),
        PocketRow.minor(row, 6),
        isQuote ? BigDecimal.ONE : row.getBigDecimal(7),
        isQuote ? now : Timestamps.instantOrNull(row, 8));
  }
}
