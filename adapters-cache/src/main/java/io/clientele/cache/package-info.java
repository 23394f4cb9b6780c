/**
 * The client of Redis: connections, Lua scripts, a circuit breaker, and telemetry of commands.
 * Knows no context. May use the kernel of the domain. Start at {@link Redis}.
 */
@NullMarked
package io.clientele.cache;

import org.jspecify.annotations.NullMarked;
