package io.clientele.persistence.order;

import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.UnshippedGoods;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Goods of paid orders that have not left the warehouse. Safe for use by many threads. */
public final class JdbcUnshippedGoods implements UnshippedGoods {
  private static final String SUM =
      """
      SELECT product, sum(greatest(0, quantity - cancelled - shipped - returned))
      FROM order_line JOIN orders ON orders.id = order_id
      WHERE product = ANY (?) AND kind = 'GOODS' AND payment = 'CAPTURED' AND status = 'OPEN'
      GROUP BY product
      """;

  private final Sql sql;

  public JdbcUnshippedGoods(Database database) {
    this.sql = database.requests();
  }

  @Override
  public Map<ProductId, BigInteger> of(Collection<ProductId> products) {
    return sql.run(
        connection -> {
          var sums = new HashMap<ProductId, BigInteger>();
          Sql.each(
              connection,
              SUM,
              row ->
                  sums.put(
                      new ProductId(row.getObject(1, UUID.class)),
                      row.getBigDecimal(2).toBigIntegerExact()),
              Sql.uuids(connection, products.stream().map(ProductId::value).toList()));
          return sums;
        });
  }
}
