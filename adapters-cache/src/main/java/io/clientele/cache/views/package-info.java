/**
 * The staging of views in Redis: one Lua script for each step, and the same port behind a circuit
 * breaker. May use the domain of views and `cache`. Start at {@link RedisViewStaging}.
 */
@NullMarked
package io.clientele.cache.views;

import org.jspecify.annotations.NullMarked;
