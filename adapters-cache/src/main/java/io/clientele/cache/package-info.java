/**
 * The fast ports on Redis: {@link io.clientele.cache.RedisViewStaging}, one Lua script for each
 * step, and {@link io.clientele.cache.GuardedViewStaging}, which keeps a Redis that is away from
 * costing anyone time. Knows the domain only. Start at {@link io.clientele.cache.Redis}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.cache;
