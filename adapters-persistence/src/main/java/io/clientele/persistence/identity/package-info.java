/**
 * Operators, sessions, API keys and revocations in PostgreSQL. May use the domain of identity and
 * the shared packages. Start at {@link JdbcOperators}.
 */
@NullMarked
package io.clientele.persistence.identity;

import org.jspecify.annotations.NullMarked;
