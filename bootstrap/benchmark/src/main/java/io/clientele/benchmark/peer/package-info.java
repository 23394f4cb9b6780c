/**
 * A service that does only what the measured path does, with Vert.x and its clients of PostgreSQL
 * and Redis. Start at {@link io.clientele.benchmark.peer.VertxPeer}.
 */
@NullMarked
package io.clientele.benchmark.peer;

import org.jspecify.annotations.NullMarked;
