/**
 * Rate limits that all instances share in Redis, or that one process keeps for itself. May use the
 * kernel and `cache`. Start at {@link RedisRateLimiter}.
 */
@NullMarked
package io.clientele.cache.ratelimit;

import org.jspecify.annotations.NullMarked;
