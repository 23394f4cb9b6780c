/**
 * Stores, lists and opens accounts, with their audit entries, events and responses. Uses the domain
 * and transactions. Start at {@link io.clientele.jdbc.account.SqlAccounts}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.jdbc.account;
