/**
 * Products and their prices on PostgreSQL. Uses products and the ledger of the domain, the ledger's
 * writer of pockets, and the shared packages. Start at {@link JdbcProducts}.
 */
@NullMarked
package io.clientele.persistence.product;

import org.jspecify.annotations.NullMarked;
