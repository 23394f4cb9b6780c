/**
 * The data stores: PostgreSQL behind RDS Proxy, Valkey, and the secrets to reach them. Uses {@code
 * network} and what that uses. Start at {@link PostgresDatabase}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.infra.data;
