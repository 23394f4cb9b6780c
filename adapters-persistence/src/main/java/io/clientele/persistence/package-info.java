/**
 * The durable ports on PostgreSQL, over plain JDBC: a call is a transaction, and SQL stands where
 * it runs. Knows the domain only. Start at {@link io.clientele.persistence.Database}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.persistence;
