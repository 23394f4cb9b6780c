/**
 * Orders in PostgreSQL: an order's rows and its transfers are one transaction. Uses the order
 * context of the domain, the ledger's class for posting within a transaction, and what products
 * publish. Start at {@link JdbcOrders}.
 */
@NullMarked
package io.clientele.persistence.order;

import org.jspecify.annotations.NullMarked;
