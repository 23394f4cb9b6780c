/**
 * Tests of each supported topology: PgBouncer, a PostgreSQL replica, Redis Sentinel, Redis Cluster,
 * TLS, several instances.
 */
@NullMarked
package io.clientele.bootstrap.topology;

import org.jspecify.annotations.NullMarked;
