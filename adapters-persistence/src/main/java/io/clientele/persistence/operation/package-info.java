/**
 * Operations in PostgreSQL. May use the domain of operation and the shared packages. Start at
 * {@link io.clientele.persistence.operation.JdbcOperations}.
 */
@NullMarked
package io.clientele.persistence.operation;

import org.jspecify.annotations.NullMarked;
