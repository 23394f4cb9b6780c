/**
 * Accounts in PostgreSQL: the store, lists and search, bulk imports, counts, ranks by views, and
 * erasure. May use the domain of account, what identity and views publish, and the shared packages.
 * Start at {@link JdbcAccounts}.
 */
@NullMarked
package io.clientele.persistence.account;

import org.jspecify.annotations.NullMarked;
