/**
 * Connections to PostgreSQL: pools, statements with their telemetry, batched look-ups, and reads on
 * a replica. Knows no context. May use the kernel of the domain. Start at {@link Database}.
 */
@NullMarked
package io.clientele.persistence.jdbc;

import org.jspecify.annotations.NullMarked;
