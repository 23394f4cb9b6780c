/**
 * PostgreSQL, PgBouncer and Redis servers in processes of their own, which a test can kill, freeze
 * and restart with their data. Start at {@link PostgresProcess} and {@link RedisProcess}.
 */
@NullMarked
package io.clientele.testbed.server;

import org.jspecify.annotations.NullMarked;
